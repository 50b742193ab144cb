import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toldRecords } from '../../electron/data/people/record-history/told-records.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { importSample } from '../support/imported-office.ts';
import { environment, removableFolder } from '../support/office.ts';

const { folder, remove } = removableFolder();
let session: Session;
let client: RouterClient<typeof router>;
beforeAll(async () => {
  const { office } = await importSample('commune-b', folder);
  office.close();
  session = createSession({ ...environment, outputDir: folder });
  await session.openOffice(office.path);
  client = createRouterClient(router, { context: { session } });
});
afterAll(() => {
  session.close();
  remove();
});

/** What no clerk should read: ids, ISO dates, JSON, codes of the program. */
const raw =
  /[0-9a-f]{8}-[0-9a-f]{4}-|\d{4}-\d{2}-\d{2}|[{}[\]"]|^[a-z]+_[a-z_]+$|\b(active|present|regular|held|new)\b/u;

it('a change of a member reads as what became what, with dates and codes in words', async () => {
  const [member] = await client.members.list({});
  if (!member) throw new Error('no member');
  const { form } = await client.members.dossier({ id: member.id });
  await client.members.save({
    id: member.id,
    form: { ...form, phone: '0912345678', birth_date: '1990-05', religion: null },
  });
  const [last] = await client.office.recordHistory({ record: 'member', id: member.id });
  expect(last).toMatchObject({ action: 'Sửa hồ sơ đảng viên', actor: 'kiểm thử', undone: false });
  expect(last?.changes).toContainEqual({ what: 'Điện thoại', from: form.phone, to: '0912345678' });
  expect(last?.changes.find(({ what }) => what === 'Ngày sinh')?.to).toBe('05/1990');
  await client.office.undo({ transaction: last?.transaction ?? 0 });
  const [undoing, undone] = await client.office.recordHistory({ record: 'member', id: member.id });
  expect(undoing?.changes).toContainEqual({ what: 'Điện thoại', from: '0912345678', to: form.phone });
  expect(undone?.undone).toBe(true);
});

it('no history of any kind of record shows an id, a code or raw data', async () => {
  for (const record of ['member', 'organisation', 'official', 'assignment', 'meeting', 'petition'] as const) {
    const { db } = session.office;
    const rows = await db.selectFrom(record).select('id').limit(5).execute();
    const told = (await Promise.all(rows.map(({ id }) => client.office.recordHistory({ record, id })))).flat();
    const texts = told.flatMap(({ changes }) => changes.flatMap(({ what, from, to }) => [what, from ?? '', to ?? '']));
    expect(texts.length, record).toBeGreaterThan(0);
    expect(
      texts.filter((text) => raw.test(text)),
      record,
    ).toEqual([]);
  }
});

it('a visit is told with its meeting, by the name of who came', async () => {
  const { db } = session.office;
  const visit = await db.selectFrom('visit').select(['id', 'meeting_id', 'name']).executeTakeFirstOrThrow();
  await session.office.write('Sửa lượt dự', '', () =>
    db.updateTable('visit').set({ arrived_at: '19:45' }).where('id', '=', visit.id).execute(),
  );
  const [last] = await client.office.recordHistory({ record: 'meeting', id: visit.meeting_id });
  const what = `Lượt dự (${visit.name}) · Đến lúc`;
  expect(last?.changes).toEqual([{ what, from: null, to: '19:45' }]);
});

it('what a record has lost is still told', async () => {
  const { db } = session.office;
  const title = await db.selectFrom('official_title').select(['id', 'official_id', 'title']).executeTakeFirstOrThrow();
  await session.office.write('Xóa dòng', '', () =>
    db.deleteFrom('official_title').where('id', '=', title.id).execute(),
  );
  const [last] = await client.office.recordHistory({ record: 'official', id: title.official_id });
  expect(last?.changes).toEqual([{ what: 'Chức danh', from: expect.stringContaining(title.title), to: null }]);
  expect(Object.keys(toldRecords)).toHaveLength(6);
});
