import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SochiboError } from '../../electron/data/errors.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { unopenable } from '../support/unopenable.ts';
import { environment } from './environment.ts';
import type { Extent } from './extent.ts';
import { type Outcome, type Row, rowOf } from './outcome.ts';
import { officeIn } from './places.ts';
import { runFolder, smallOffice } from './prepare.ts';

/** Bar R6: what does not open is refused in the right words, and is afterwards what it was, byte by byte, with nothing beside it. */
export async function r6(_: Extent): Promise<Row[]> {
  const run = runFolder('r6');
  const rows: Row[] = [];
  try {
    for (const [number, { name, make, code, says }] of unopenable.entries()) {
      const path = join(run.folder, String(number), 'la.sochibo');
      mkdirSync(dirname(path));
      await make(path);
      rows.push(rowOf('R6', `opened: ${name}`, [await refused(path, code, says)]));
    }
    rows.push(rowOf('R6', 'opened: open elsewhere', [await whileOpen(join(run.folder, 'open'))]));
    if (process.platform !== 'win32') {
      rows.push(rowOf('R6', 'opened: read-only', [await readOnly(run.folder, join(run.folder, 'read-only'))]));
    }
  } finally {
    run.remove();
  }
  return rows;
}

async function whileOpen(folder: string): Promise<Outcome> {
  const office = await smallOffice(folder);
  try {
    return await refused(office.path, 'office_locked', /đang được .+ mở trên máy/u);
  } finally {
    office.close();
  }
}

/** Root may write everywhere: it asks as nobody. */
async function readOnly(above: string, folder: string): Promise<Outcome> {
  (await smallOffice(folder)).close();
  chmodSync(above, 0o755);
  chmodSync(officeIn(folder), 0o444);
  chmodSync(folder, 0o555);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await refused(officeIn(folder), 'office_read_only', /Không có quyền ghi/u);
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}

async function refused(path: string, code: SochiboError['code'], says: RegExp): Promise<Outcome> {
  const before = look(path);
  const failed = (wrong: string): Outcome => ({ detected: false, whole: look(path) === before, wrong });
  try {
    (await openOffice(path, environment)).close();
    return failed('it opens');
  } catch (error) {
    if (!(error instanceof SochiboError) || error.code !== code || !says.test(error.message))
      return failed(String(error));
    return look(path) === before ? { detected: true, whole: true, wrong: null } : failed('the file was changed');
  }
}

/** Its bytes, and what stands beside it. */
function look(path: string): string {
  const bytes = existsSync(path) && statSync(path).isFile() ? readFileSync(path).toString('base64') : basename(path);
  return `${readdirSync(dirname(path)).join(' ')} ${bytes}`;
}
