import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { benchOffice } from './data/bench-office.ts';
import { isSizeName, type SizeName } from './data/sizes.ts';

export interface OpenCopy {
  client: RouterClient<typeof router>;
  /** The copy's file, which others may open only when `client` has been closed. */
  path: string;
  /** A second copy that nobody has open, for the floor. */
  beside: string;
  close(): void;
}

/** The office of a size, copied twice: one open behind the contract, one for who reads it by hand. */
export async function openCopy(size: SizeName): Promise<OpenCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  const [path, beside] = [join(folder, 'so.sochibo'), join(folder, 'san.sochibo')];
  const kept = await benchOffice(size);
  copyFileSync(kept, path);
  copyFileSync(kept, beside);
  const resourcesDir = resolve(import.meta.dirname, '../../resources');
  // As the window does it; what it checks behind the opening is over before anything is measured.
  const session = createSession({
    resourcesDir,
    outputDir: join(folder, 'made'),
    actor: 'Văn phòng',
    checkAfter: 3_600_000,
  });
  const client = createRouterClient(router, { context: { session } });
  await client.office.open({ path });
  session.office.checkWhole();
  await session.office.checked;
  return {
    ...{ client, path, beside },
    close: () => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `--size district,province --runs 5`, as the benches that measure at several sizes take them. */
export function sizesAndRuns(args: readonly string[], usual: readonly SizeName[]): { sizes: SizeName[]; runs: number } {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: usual.join(',') }, runs: { type: 'string', default: '5' } },
  });
  const sizes = values.size.split(',').filter(isSizeName);
  if (sizes.length === 0) throw new RangeError(`no size: ${values.size}`);
  return { sizes, runs: Number(values.runs) };
}
