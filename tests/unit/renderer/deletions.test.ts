import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const features = join(import.meta.dirname, '../../../renderer/features');
const deletes = /client\.\w+\.(?:remove|delete|forget)\w*\(/u;

it('every deletion in the window can be taken back by Ctrl+Z', () => {
  const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(features, path), 'utf8') }));
  const deleting = sources.filter(({ text }) => deletes.test(text));
  expect(deleting.length).toBeGreaterThan(10);
  const silent = deleting.filter(({ text }) => !text.includes('offerUndo('));
  // The hook of a rating leaves the offer to what it is used by.
  expect(silent.map(({ path }) => path)).toEqual(['ratings/use-rating.ts']);
  expect(sources.find(({ path }) => path === 'ratings/SheetRating.tsx')?.text).toContain('offerUndo(');
});
