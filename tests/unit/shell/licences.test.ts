import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { carriedPackages, headingOf } from '../../support/licences.ts';

it('the page of licences names every package that the program carries, as locked (`npm run licences` writes it)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../resources/licences/licences.txt'), 'utf8');
  const headings = new Set(page.split('\n'));
  expect(
    carriedPackages()
      .map(headingOf)
      .filter((heading) => !headings.has(heading)),
  ).toEqual([]);
});
