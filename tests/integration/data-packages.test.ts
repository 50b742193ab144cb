import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportResult } from '../../electron/contract/reports.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { readPackage } from '../../electron/data/packages/package-file.ts';
import { partTables } from '../../electron/data/packages/part-tables.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';
import { communeOffice, communes, type OfficeAtWork, superiorOffice } from '../support/sending-communes.ts';

const everything = ['members', 'meetings', 'visits', 'petitions'] as const;

describe('packages of three communes in the office above them', () => {
  let superior: OfficeAtWork;
  let senders: OfficeAtWork[];

  beforeAll(async () => {
    superior = await superiorOffice();
    senders = [];
    for (const commune of communes) senders.push(await communeOffice(commune));
    const files = [];
    for (const sender of senders) files.push(await sender.send('2024', [...everything]));
    await superior.receive(files);
  }, 60_000);
  afterAll(() => {
    for (const office of [superior, ...senders]) office.remove();
  });

  test.each([
    ['BC-05', '2024-07'],
    ['BC-05', '2024-Q3'],
    ['BC-05', '2024'],
    ['BC-02', '2024'],
    ['BC-02', '2024-H1'],
    ['BC-04', '2024'],
    ['BC-07', '2024-08'],
  ])('%s of %s adds up the reports of the senders', async (code, period) => {
    const ours = await superior.client.reports.run({ code, period });
    const theirs: ReportResult[] = [];
    for (const { client } of senders) theirs.push(await client.reports.run({ code, period }));
    for (const { key, type } of ours.columns) {
      if (type !== 'int' || key === 'average_minutes') continue;
      const sum = theirs.reduce((total, { total: figures }) => total + (figures[key] ?? 0), 0);
      expect(ours.total[key] ?? 0, `${code} ${period} ${key}`).toBe(sum);
    }
    if (code === 'BC-04') return;
    for (const { rows } of theirs) {
      for (const row of rows)
        expect(known(ours.rows.find(({ key }) => key === row.key)?.figures), row.name).toEqual(known(row.figures));
    }
  });
});

/** An office without a single petition says "unknown" (R42) where one that has some says 0. */
function known(figures: Record<string, number | null> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, value ?? 0]));
}

describe('a later package, and what is known here already', () => {
  let superior: OfficeAtWork;
  let sender: OfficeAtWork;

  beforeAll(async () => {
    superior = await superiorOffice();
    sender = await communeOffice(communes[1]);
  }, 60_000);
  afterAll(() => {
    superior.remove();
    sender.remove();
  });

  const bc05 = async (office: OfficeAtWork) =>
    (await office.client.reports.run({ code: 'BC-05', period: '2024-07' })).total;

  test('replaces the earlier one of the same period; the same one again changes nothing; undo brings the earlier back', async () => {
    const first = await sender.send('2024-07');
    const [received] = await superior.receive([first]);
    expect(received?.created).toBeGreaterThan(50);
    const before = await bc05(superior);
    expect(known(before)).toEqual(known(await bc05(sender)));

    const again = await superior.preview([first]);
    expect(again.packages[0]).toMatchObject({ already_received: true, refused: null });
    expect(await superior.receive([first])).toMatchObject([{ import_id: null, created: 0, updated: 0, taken_back: 0 }]);

    const [gone, changed] = await sender.db
      .selectFrom('meeting')
      .select(['id', 'present'])
      .where('period', '=', '2024-07')
      .where('state', '=', 'held')
      .orderBy('id')
      .execute();
    await sender.session.office.write('Sửa', '', async (db) => {
      for (const table of ['visit', 'rating', 'attendance', 'task'] as const) {
        if (table === 'visit') await db.updateTable('petition').set({ visit_id: null, meeting_id: null }).execute();
        if (table === 'visit') await db.updateTable('planned_visit').set({ visit_id: null }).execute();
        await db
          .deleteFrom(table)
          .where('meeting_id', '=', gone?.id ?? '')
          .execute();
      }
      await db
        .deleteFrom('meeting')
        .where('id', '=', gone?.id ?? '')
        .execute();
      await db
        .updateTable('meeting')
        .set({ present: (changed?.present ?? 0) - 1 })
        .where('id', '=', changed?.id ?? '')
        .execute();
    });
    const second = await sender.send('2024-07');
    const { packages } = await superior.preview([second]);
    const meetings = packages[0]?.effects.find(({ table }) => table === 'meeting');
    expect(meetings).toMatchObject({ created: 0, updated: 1, taken_back: 1, ended: 0 });
    expect(packages[0]).toMatchObject({ unit: { how: 'remembered' }, replaces: { file: first.name } });
    await superior.receive([second]);
    const after = await bc05(superior);
    expect(known(after)).toEqual(known(await bc05(sender)));
    expect(known(after)).not.toEqual(known(before));

    const older = await superior.preview([first]);
    expect(older.packages[0]?.refused).toMatch(/cũ hơn/u);
    const units = await superior.client.packages.units({ period: '2024-07' });
    expect(units).toMatchObject([{ name: 'Đảng bộ xã Bình An', replaced: 1 }]);

    await superior.client.imports.undoLast();
    expect(await bc05(superior)).toEqual(before);
    expect((await superior.preview([first])).packages[0]?.already_received).toBe(true);
    await superior.receive([second]);
    expect(await bc05(superior)).toEqual(after);
    expect((await superior.client.office.check()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('every record behind a figure says who sent it', async () => {
    const { rows } = await superior.client.reports.explain({
      ...{ code: 'BC-05', period: '2024-07', row: 'total', column: 'due' },
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const { context } of rows) expect(context).toContain('theo gói của Đảng ủy xã Bình An');
  });
});

describe('an office that knows the commune already', () => {
  let superior: OfficeAtWork;
  let sender: OfficeAtWork;

  beforeAll(async () => {
    superior = await superiorOffice('province');
    sender = await communeOffice(communes[1]);
  }, 60_000);
  afterAll(() => {
    superior.remove();
    sender.remove();
  });

  test('asks which organisation the sender is, matches what it has by name and number, and remembers', async () => {
    const cells = await sender.client.organisations.list({ as_of: '2024-07-01' });
    const cell = cells.find(({ kind }) => kind === 'cell');
    if (!cell) throw new Error('no cell');
    await sender.session.office.write('Ghi', '', async (db) => {
      await db
        .insertInto('member')
        .values(memberRow('their-an', 'Nguyễn Văn An', { personal_id: '001090012345', phone: '0901' }))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow('their-status', 'their-an', cell.id, { valid_from: '2020-01-01' }))
        .execute();
    });
    const root = await rootOrganisationId(superior.db);
    await superior.session.office.write('Ghi', '', async (db) => {
      const open = { code: null, valid_from: null, valid_to: null };
      await db
        .insertInto('organisation')
        .values([
          { id: 'our-xa', kind: 'grassroots_committee', ...open },
          { id: 'our-cell', kind: 'cell', ...open },
        ])
        .execute();
      await db
        .insertInto('organisation_version')
        .values([
          versionRow('our-xa-v', 'our-xa', 'Đảng bộ xã Bình An mới', { parent_id: root }),
          versionRow('our-cell-v', 'our-cell', cell.name, { parent_id: 'our-xa' }),
        ])
        .execute();
      await db
        .insertInto('member')
        .values(memberRow('our-an', 'Nguyễn Văn Ân', { personal_id: '001090012345' }))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow('our-status', 'our-an', 'our-cell', { valid_from: '2020-01-01' }))
        .execute();
    });
    const file = await sender.send('2024-07', ['members', 'visits', 'petitions'], {
      personal: true,
      passphrase: 'mật khẩu dài',
    });
    expect((await superior.preview([file])).packages[0]?.refused).toMatch(/có mật khẩu/u);
    expect((await superior.preview([file], { passphrase: 'mật khẩu sai' })).packages[0]?.refused).toMatch(
      /Mật khẩu không đúng/u,
    );
    const passphrase = 'mật khẩu dài';
    const unclear = (await superior.preview([file], { passphrase })).packages[0];
    expect(unclear).toMatchObject({ unit: null, refused: null });
    expect(unclear?.choices.map(({ id }) => id)).toEqual(['our-xa']);
    const units = [{ file: 0, unit: 'our-xa' }];
    const clear = (await superior.preview([file], { passphrase, units })).packages[0];
    const effect = (table: string) => clear?.effects.find((one) => one.table === table);
    expect(effect('organisation')).toMatchObject({ matched: 2, created: 2 });
    expect(effect('member')).toMatchObject({ matched: 1, created: 0, updated: 1 });
    expect(effect('member_status')).toMatchObject({ matched: 1, created: 0 });
    expect(clear?.differences).toContainEqual({
      record: 'Đảng viên Nguyễn Văn Ân',
      column: 'Họ và tên',
      ours: 'Nguyễn Văn Ân',
      theirs: 'Nguyễn Văn An',
      taken: false,
    });
    await superior.receive([file], { passphrase, units });
    const member = await superior.db.selectFrom('member').selectAll().executeTakeFirstOrThrow();
    expect(member).toMatchObject({ id: 'our-an', full_name: 'Nguyễn Văn Ân', phone: '0901' });
    const mine = (await superior.client.reports.run({ code: 'BC-05', period: '2024-07' })).rows.find(
      ({ key }) => key === 'our-xa',
    );
    expect(known(mine?.figures)).toEqual(
      known((await sender.client.reports.run({ code: 'BC-05', period: '2024-07' })).total),
    );
    const next = await sender.send('2024-08', ['meetings']);
    expect((await superior.preview([next])).packages[0]).toMatchObject({ unit: { id: 'our-xa', how: 'remembered' } });
    await superior.client.imports.undoLast();
    expect(await superior.db.selectFrom('organisation').select('id').execute()).toHaveLength(3);
  });

  test('without the choice of personal fields none of them is in the file', async () => {
    const { path, name } = await sender.send('2024-07', ['members']);
    const opened = await readPackage(path, name);
    const text = partTables.map(({ table }) => opened.partText(table) ?? '').join('');
    expect(text).toContain('Nguyễn Văn An');
    expect(text).not.toContain('001090012345');
    expect(text).not.toMatch(/personal_id|party_card_no|home_text|phone.*0901/u);
  });
});
