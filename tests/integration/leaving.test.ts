import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getEventIteratorSchemaDetails, isContractProcedure } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { contract } from '../../electron/contract/index.ts';
import { madeFile } from '../../electron/contract/values.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { environment, temporaryFolder } from '../support/office.ts';

const number = '045090123456';

/** An office in a window's session, with one member who has an identity number. */
async function windowWithMember() {
  const folder = temporaryFolder();
  const session = createSession({ ...environment, outputDir: folder, identityNumbers: 'masked' });
  onTestFinished(() => session.close());
  const client = createRouterClient(router, { context: { session } });
  await client.office.create({
    path: join(folder, 'thu.sochibo'),
    level: 'commune',
    name: 'Đảng ủy xã Thủy Khoan',
    superior: 'Đảng bộ huyện Nậm Phong',
    place: 'Thủy Khoan',
  });
  const id = await session.office.write('Thêm', '', async (db) => {
    const columns = { full_name: 'Lê Văn Ba', search_key: 'le van ba', sort_key: 'ba', name_key: 'le van ba' };
    await db
      .insertInto('member')
      .values({ ...blankMember, ...columns, id: 'm1', personal_id: number })
      .execute();
    return 'm1';
  });
  return { session, client, id };
}

const blankMember = {
  ...{ other_name: null, gender: null, birth_date: null, ethnicity: null, religion: null, home_commune: null },
  ...{ home_district: null, home_province: null, home_text: null, general_education: null, political_theory: null },
  ...{ professional_education: null, professional_field: null, admission_date: null, full_member_date: null },
  ...{ party_card_no: null, old_card_no: null, national_record_id: null, phone: null, note: null },
  ...{ admission_decision_date: null, old_id_no: null },
} as const;

const list = {
  title: 'Đảng viên',
  period_label: 'tháng 7/2024',
  as_of: '2024-07-31',
  columns: [{ heading: 'Số định danh', type: 'text' as const }],
};

it('identity numbers are covered on every way out until they are asked for, and a covered form keeps the number', async () => {
  const { session, client, id } = await windowWithMember();
  const { form } = await client.members.dossier({ id });
  const shown = JSON.stringify([
    form,
    await client.members.list({ counted_only: false }),
    await client.members.rows({ ids: [id] }),
    await client.members.get({ id }),
  ]);
  expect(shown).not.toContain(number);
  expect(form.personal_id).toBe('0450*****456');
  await client.members.save({ id, form: { ...form, phone: '0912345678' } });
  const kept = await session.office.db.selectFrom('member').select(['personal_id', 'phone']).executeTakeFirstOrThrow();
  expect(kept).toEqual({ personal_id: number, phone: '0912345678' });
  await expect(client.reports.nationalList({ period: '2024-07', leavers: false })).rejects.toThrow('số định danh');
  await client.people.showNumbers({ shown: true });
  expect((await client.members.rows({ ids: [id] }))[0]?.personal_id).toBe(number);
  expect(await client.people.handedOver({ limit: 10 })).toMatchObject([{ unmasked: true, actor: 'kiểm thử' }]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect((await client.members.rows({ ids: [id] }))[0]?.personal_id).toBe('0450*****456');
  expect(await client.people.coverNumbers({ covered: false })).toMatchObject({ numbers_masked: false });
  expect((await client.members.rows({ ids: [id] }))[0]?.personal_id).toBe(number);
  expect((await client.office.history({ limit: 1 }))[0]?.detail).toContain('tắt');
});

it('every file that is made is logged with its hash before it can be fetched; the log is no change to take back', async () => {
  const { session, client } = await windowWithMember();
  const before = await client.office.history({ limit: 1 });
  const { file } = await client.lists.export({ ...list, rows: [['0450*****456']] });
  const [logged, ...others] = await client.people.handedOver({ limit: 10 });
  const bytes = readFileSync(session.files.pathOf(file.id) ?? '');
  expect(others).toEqual([]);
  expect(logged).toMatchObject({ way: 'file', file_name: file.name, records: 1, unmasked: false, actor: 'kiểm thử' });
  expect(logged?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  await client.people.note({ way: 'print', what: 'Biên bản tháng 7/2024', records: null });
  expect((await client.people.handedOver({ limit: 1 }))[0]).toMatchObject({
    way: 'print',
    what: 'Biên bản tháng 7/2024',
  });
  expect(await client.office.history({ limit: 1 })).toEqual(before);
  const last = await session.office.db
    .selectFrom('audit_transaction')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  await expect(client.office.undo({ transaction: last?.id ?? 0 })).rejects.toThrow('nhật ký xuất');
});

/** The procedures of a part of the contract that answer with a file somebody can fetch. */
function filesMadeBy(part: object, path = ''): string[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (!isContractProcedure(value)) return filesMadeBy(value, here);
    const { outputSchema } = value['~orpc'];
    const told = getEventIteratorSchemaDetails(outputSchema)?.yields ?? outputSchema;
    if (!(told instanceof z.ZodType)) return [];
    const { properties } = z.toJSONSchema(madeFile);
    const schema = JSON.stringify(z.toJSONSchema(told, { unrepresentable: 'any' }));
    return schema.includes(`"properties":${JSON.stringify(properties)}`) ? [here] : [];
  });
}

it('every procedure that makes a file is known here, and none hands one over that is not logged', async () => {
  const { session, client } = await windowWithMember();
  const tried: Record<string, () => Promise<unknown>> = {
    'lists.export': () => client.lists.export({ ...list, rows: [['x']] }),
    'lists.members': async () => {
      const { title, period_label, as_of } = list;
      const columns = ['name' as const];
      const events = await client.lists.members({ title, period_label, as_of, query: {}, columns });
      for await (const event of events) expect(event.type).toMatch(/progress|done/u);
    },
    'reports.file': () => client.reports.file({ code: 'BC-05', period: '2024-07', format: 'xlsx' }),
    'templates.starter': async () => client.templates.starter({ code: (await client.templates.list())[0]?.code ?? '' }),
  };
  // Of these a record has to be there first; they go the same way: `MadeFiles.register`, and nothing else gives an id.
  // `jobs.list` tells once more of what a job made.
  const others = [
    ...['templates.file', 'backups.copy', 'collecting.make', 'collecting.makeAll', 'attachments.file', 'packages.make'],
    ...['documents.file', 'frozen.freeze', 'frozen.file', 'reports.nationalList', 'meetings.ratingWorkbook'],
    ...['meetings.minutesFile', 'imports.reconciliationFile', 'schedule.file', 'folders.make', 'jobs.list'],
  ];
  expect(filesMadeBy(contract).sort()).toEqual([...Object.keys(tried), ...others].sort());
  for (const [path, make] of Object.entries(tried)) {
    const before = (await client.people.handedOver({ limit: 2000 })).length;
    await make();
    expect((await client.people.handedOver({ limit: 2000 })).length, path).toBeGreaterThan(before);
  }
  // Whichever procedure answers first logs what was made before it.
  const path = session.files.reserve('Tệp lạ.txt');
  writeFileSync(path, 'x');
  session.files.register(path);
  await client.help.pages();
  expect((await client.people.handedOver({ limit: 1 }))[0]?.file_name).toBe('Tệp lạ.txt');
});
