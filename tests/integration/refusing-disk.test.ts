import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { environment, newOffice, temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';

const script = resolve(import.meta.dirname, '../support/write-decisions.ts');
const PAIRS = 3;

/** Runs the writer while every call `fault` names fails from the `nth` on. */
function writeUnderFault(path: string, fault: string, nth: number): string[] {
  const { stdout } = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-P',
      path,
      '-P',
      `${path}-wal`,
      '-e',
      `trace=${fault.split(':')[0]}`,
      '-e',
      `inject=${fault}:when=${nth}+`,
      process.execPath,
      script,
      path,
      String(PAIRS),
    ],
    { encoding: 'utf8' },
  );
  return stdout.split('\n').filter(Boolean);
}

describe.skipIf(!requireTool('strace'))('a disk that refuses', () => {
  it.each([
    ['is full', 'pwrite64:error=ENOSPC'],
    ['fails to write', 'pwrite64:error=EIO'],
    ['fails to flush', 'fsync,fdatasync:error=EIO'],
  ])(
    '%s: every refusal is said, what was acknowledged is there, nothing is half there',
    async (_, fault) => {
      const folder = temporaryFolder();
      const whole = await newOffice(folder);
      whole.close();
      let refusals = 0;
      for (const nth of [1, 2, 4, 8, 13, 21, 40]) {
        const path = join(folder, `thu-${nth}.sochibo`);
        copyFileSync(whole.path, path);
        const lines = writeUnderFault(path, fault, nth);
        expect(lines.filter((line) => line.startsWith('bug'))).toEqual([]);
        refusals += lines.filter((line) => /^refused (disk_full|write_refused|office_read_only) /.test(line)).length;
        const office = await openOffice(path, environment);
        const present = (
          await office.db.selectFrom('decision').select('number_symbol').orderBy('number_symbol').execute()
        ).map((row) => row.number_symbol);
        const acknowledged = lines
          .filter((line) => line.startsWith('written'))
          .map((line) => line.slice('written '.length));
        for (const pair of acknowledged) expect(present).toEqual(expect.arrayContaining([`${pair}a`, `${pair}b`]));
        expect(present.filter((number) => number.endsWith('a')).map((number) => number.slice(0, -1))).toEqual(
          present.filter((number) => number.endsWith('b')).map((number) => number.slice(0, -1)),
        );
        expect((await office.maintain(checkOffice)).ok).toBe(true);
        office.close();
      }
      expect(refusals).toBeGreaterThan(0);
    },
    60_000,
  );
});
