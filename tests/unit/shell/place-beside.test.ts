import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placeBeside } from '../../../electron/main/place-beside.ts';
import { temporaryFolder } from '../../support/office.ts';

it('a new program stands beside the one that runs, over nothing, and can be started', async () => {
  const [made, programs] = [temporaryFolder(), temporaryFolder()];
  const source = join(made, 'so-chi-bo-1.5.0.AppImage');
  const running = join(programs, 'so-chi-bo.AppImage');
  writeFileSync(source, 'mới', { mode: 0o600 });
  writeFileSync(running, 'cũ');
  const target = await placeBeside(source, running);
  expect(target).toBe(join(programs, 'so-chi-bo-1.5.0.AppImage'));
  expect(statSync(target).mode & 0o111).not.toBe(0);
  writeFileSync(target, 'đã có');
  expect(await placeBeside(source, running)).toBe(join(programs, 'so-chi-bo-1.5.0 (2).AppImage'));
  expect([readFileSync(target, 'utf8'), readFileSync(running, 'utf8')]).toEqual(['đã có', 'cũ']);
});
