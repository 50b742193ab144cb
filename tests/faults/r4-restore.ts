import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { restoreInPlace } from '../../electron/data/office-file/backups/restore-in-place.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { type KnownBackup, restoreDrill } from '../support/restore-drill.ts';
import { memberRow } from '../support/rows.ts';
import { tableHashes } from '../support/table-hashes.ts';
import { environment } from './environment.ts';
import type { Extent } from './extent.ts';
import { type Outcome, type Row, rowOf } from './outcome.ts';
import { officeIn } from './places.ts';
import { runFolder, smallOffice } from './prepare.ts';

const kept = 20;

/**
 * Bar R4: every kept backup is restored and the restore taken back; then each is put in the place of an office that a crash
 * left with its log. The tables are by hash what they were when the backup was made.
 */
export async function r4({ short, tries }: Extent): Promise<Row[]> {
  const run = runFolder('r4');
  try {
    (await smallOffice(run.folder)).close();
    const path = officeIn(run.folder);
    const session = createSession({ ...environment, outputDir: join(run.folder, 'made'), backups: 'always' });
    await session.openOffice(path);
    const client = createRouterClient(router, { context: { session } });
    const add = (id: string) =>
      session.office.write('Thêm đảng viên', id, async (db) => {
        await db
          .insertInto('member')
          .values(memberRow(id, `Đảng viên ${id}`))
          .execute();
      });
    const backups: KnownBackup[] = [];
    for (let number = 0; number < (tries ?? (short ? 2 : kept)); number += 1) {
      await add(`m${number}`);
      const hashes = await session.office.maintain(tableHashes);
      backups.push({ file: (await client.backups.make()).file, hashes });
    }
    await add('cuối');
    const crashed = join(run.folder, 'crashed');
    mkdirSync(crashed);
    for (const part of ['', '-wal', '.dang-mo']) copyFileSync(path + part, officeIn(crashed) + part);
    const drilled = await restoreDrill(session, client, backups);
    session.close();
    const outcomes = drilled.map(({ file, restored, undone }): Outcome => {
      const wrong = restored
        ? undone
          ? null
          : `${file}: not taken back`
        : `${file}: other tables than were backed up`;
      return { detected: false, whole: wrong === null, lost: wrong !== null, wrong };
    });
    const beside: Outcome[] = [];
    for (const backup of backups) beside.push(await besideStaleLog(path, crashed, backup));
    return [
      rowOf('R4', 'every kept backup restored, and the restore taken back', outcomes),
      rowOf('R4', 'every kept backup restored beside the log of a crash', beside),
    ];
  } finally {
    run.remove();
  }
}

async function besideStaleLog(path: string, crashed: string, { file, hashes }: KnownBackup): Promise<Outcome> {
  const place = `${crashed}-try`;
  cpSync(crashed, place, { recursive: true });
  try {
    if (!existsSync(`${officeIn(place)}-wal`)) throw new Error('no log to be stale');
    restoreInPlace(join(backupFolderOf(path), file), officeIn(place));
    const office = await openOffice(officeIn(place), environment);
    const equal = JSON.stringify(await office.maintain(tableHashes)) === JSON.stringify(hashes);
    office.close();
    const left = readdirSync(place).filter((name) => name === `${basename(officeIn(place))}-wal`);
    const wrong = equal && left.length === 0 ? null : `${file}: the log came back`;
    return { detected: false, whole: wrong === null, lost: wrong !== null, wrong };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
