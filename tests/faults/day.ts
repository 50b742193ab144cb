import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { seededRandom } from '../support/damage.ts';
import { memberRow } from '../support/rows.ts';
import { environment } from './environment.ts';
import { officeIn, stateOf } from './places.ts';

/**
 * `node --expose-gc day.ts FOLDER ROUNDS`: a clerk's day compressed in time, in one process: edits, things taken back, imports,
 * reports, documents, lists and backups in random order. Prints what memory is held after each hundredth of it.
 */
const [, , folder = '', rounds = '100'] = process.argv;
const random = seededRandom(7);
const session = createSession({ ...environment, outputDir: join(folder, 'made'), backups: 'before_changes' });
await session.openOffice(officeIn(folder));
const client = createRouterClient(router, { context: { session } });

const work: readonly { weight: number; run(round: number): Promise<unknown> }[] = [
  { weight: 60, run: (round) => edit(session, round) },
  { weight: 8, run: (round) => importAndTakeBack(session, client, round) },
  { weight: 10, run: () => client.reports.file({ code: 'BC-05', period: '2024-07', format: 'xlsx' }) },
  { weight: 8, run: () => client.documents.file({ code: 'BC-14-CHB', about: { period: '2024-07' }, format: 'docx' }) },
  {
    weight: 12,
    run: async () => [
      await client.members.list({ counted_only: false }),
      await client.home.page({ as_of: '2024-07-31', month: '2024-07' }),
    ],
  },
  { weight: 2, run: () => client.backups.make() },
];
const lots = work.flatMap((one) => Array.from({ length: one.weight }, () => one));

let longestLog = 0;
const every = Math.max(1, Math.floor(Number(rounds) / 100));
for (let round = 0; round < Number(rounds); round += 1) {
  await lots[random(lots.length)]?.run(round);
  longestLog = Math.max(longestLog, statSync(`${officeIn(folder)}-wal`).size);
  if (round % every !== 0) continue;
  // What was made for the person is hers, not the program's.
  rmSync(join(folder, 'made'), { recursive: true, force: true });
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  stdout.write(`${JSON.stringify({ rss, held: heapUsed + external })}\n`);
}
const { ok, checks } = await session.office.maintain(checkOffice);
stdout.write(`${JSON.stringify({ ok, longestLog, wrong: checks.filter((check) => !check.ok) })}\n`);
session.close();

/** A member who comes, is edited and, mostly, is taken back: the office stays about as large as it was. */
async function edit({ office }: Session, round: number): Promise<void> {
  const id = newId();
  await office.write('Thêm đảng viên', String(round), async (db) => {
    await db
      .insertInto('member')
      .values(memberRow(id, `Đảng viên ${round}`))
      .execute();
  });
  const added = await stateOf(office.db);
  await office.write('Sửa đảng viên', String(round), async (db) => {
    await db
      .updateTable('member')
      .set({ phone: String(round) })
      .where('id', '=', id)
      .execute();
  });
  if (round % 10 === 0) return;
  await office.undo(added + 1, String(round));
  await office.undo(added, String(round));
}

async function importAndTakeBack(
  { office }: Session,
  { imports }: RouterClient<typeof router>,
  round: number,
): Promise<void> {
  const path = join(folder, 'danh-sach.csv');
  const people = Array.from(
    { length: 30 },
    (_, at) => `${at};Hồ Văn Thứ ${round} ${at};3/2/1975;Kinh;3/2/2005;Chi bộ thôn A`,
  );
  writeFileSync(path, ['TT;Họ và tên;Ngày sinh;Dân tộc;Ngày vào Đảng;Chi bộ', ...people].join('\n'));
  for await (const event of await imports.preview({ files: [{ path, name: 'danh-sach.csv' }] })) {
    if (event.type !== 'preview') continue;
    await imports.commit({ plan: event.plan, accept: true });
  }
  await office.undo(await stateOf(office.db), 'danh-sach.csv');
}
