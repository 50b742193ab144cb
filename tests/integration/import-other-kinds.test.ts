import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowDecision } from '../../electron/contract/import-decisions.ts';
import { ImportTalk, issuesIn, rosterHeading } from '../support/import-talk.ts';

let talk: ImportTalk;

beforeAll(async () => {
  talk = await new ImportTalk().startPeopled();
}, 60_000);

afterAll(() => talk.stop());

describe('rows of other kinds than members', () => {
  const orgs = (name: string, phone: string | null = null) => ({
    'Tổ chức': [
      ['DANH SÁCH CHI BỘ'],
      ['TT', 'Tên chi bộ', 'Loại hình', 'Ngày sinh hoạt', 'Tổng số đảng viên', 'Điện thoại'],
      [1, name, 'Thôn, bản', 'Ngày 05 hằng tháng', 3, phone],
    ],
  });
  const outcomeOf = async (plan: string, file: string, sheet: string, row: number) =>
    (await talk.client.imports.sheet({ plan, file, sheet, from: row, count: 1 })).rows[0]?.outcome;

  test('a cell under another name is the one that the clerk says it is, or a new one', async () => {
    const file = await talk.file(orgs('Chi bộ Thôn Số 1', '0912000001'), 'to-chuc-2.xlsx');
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Tổ chức', row: 3 };
    expect(await outcomeOf(plan, file.name, 'Tổ chức', 3)).toBe('created');
    const { candidates } = await talk.client.imports.row({ plan, ...place });
    expect(candidates[0]).toMatchObject({ name: 'Chi bộ thôn 1', detail: 'Đảng bộ xã Thủy Khoan' });
    const record = candidates[0]?.id ?? '';
    await talk.decide(plan, { rows: [{ ...place, choice: { type: 'record', record } }] });
    expect(await outcomeOf(plan, file.name, 'Tổ chức', 3)).toBe('updated');
    const row = await talk.client.imports.row({ plan, ...place });
    expect(row).toMatchObject({ record: { name: 'Chi bộ thôn 1' }, because: 'theo lựa chọn của đồng chí' });
    expect(row.fields.find(({ label }) => label === 'Điện thoại')).toMatchObject({
      ours: null,
      theirs: '0912000001',
      becomes: '0912000001',
    });
    const same = await talk.file(orgs('Chi bộ Thôn 1'), 'to-chuc-3.xlsx');
    const again = await talk.preview(same);
    const here = { file: same.name, sheet: 'Tổ chức', row: 3 };
    expect(await outcomeOf(again.plan, same.name, 'Tổ chức', 3)).not.toBe('created');
    await talk.decide(again.plan, { rows: [{ ...here, choice: { type: 'new' } }] });
    expect(await outcomeOf(again.plan, same.name, 'Tổ chức', 3)).toBe('created');
  });

  test('pitfall 10a: an official of the same name is the one in the office or somebody else, as the clerk says', async () => {
    const annex = (name: string, phone: string) => ({
      'Phân công': [
        ['PHÂN CÔNG CẤP ỦY VIÊN DỰ SINH HOẠT CHI BỘ'],
        ['TT', 'Họ và tên', 'Chức vụ', 'Điện thoại', 'Chi bộ', 'Số lần dự/năm'],
        [1, name, 'Ủy viên Ban Thường vụ', phone, 'Chi bộ Thôn 1', 4],
      ],
    });
    await talk.take(annex('Hoàng Văn Thụ', '0912345678'), 'phan-cong.xlsx');
    const file = await talk.file(annex('Hoàng Văn Thụ', '0987654321'), 'phan-cong-2.xlsx');
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Phân công', row: 3 };
    // Another telephone number is somebody else, until the clerk says otherwise.
    expect(await outcomeOf(plan, file.name, 'Phân công', 3)).toBe('created');
    const { candidates } = await talk.client.imports.row({ plan, ...place });
    expect(candidates).toMatchObject([{ name: 'Hoàng Văn Thụ', score: 60 }]);
    const record = candidates[0]?.id ?? '';
    await talk.decide(plan, { rows: [{ ...place, choice: { type: 'record', record } }] });
    expect(await outcomeOf(plan, file.name, 'Phân công', 3)).not.toBe('created');
    const besideIt = await talk.client.imports.row({ plan, ...place });
    expect(besideIt.fields.find(({ label }) => label === 'Chức vụ')?.ours).toBe('Ủy viên Ban Thường vụ');

    const same = await talk.file(annex('Hoàng Văn Thụ', '0912345678'), 'phan-cong-3.xlsx');
    const again = await talk.preview(same);
    await talk.decide(again.plan, {
      rows: [{ file: same.name, sheet: 'Phân công', row: 3, choice: { type: 'new' } }],
    });
    expect(await outcomeOf(again.plan, same.name, 'Phân công', 3)).toBe('created');
  });

  test('10a: a row of the national database is whom the clerk says, somebody new, or left out', async () => {
    const headings = [
      'STT',
      'ID',
      'Họ và tên *',
      'Giới tính *',
      'Sinh ngày * (dd/mm/yyyy)',
      'Dân tộc *',
      'Tôn giáo *',
      'Số định danh cá nhân *',
      'Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)',
      'Tổ chức Đảng đang sinh hoạt * (không sửa)',
      'Ngày vào Đảng* (dd/mm/yyyy)',
      'Ngày vào Đảng chính thức* (dd/mm/yyyy)',
      'Trạng thái hoạt động',
    ];
    const here = ['Nam', '19/05/1970', 'Kinh', 'Không', '034070000009', null, 'Chi bộ Thôn 1, Đảng bộ xã Thủy Khoan'];
    const row = [...here, '03/02/2000', '03/02/2001', 'Đang sinh hoạt Đảng'];
    const name = 'NGUYỄN VĂN ANH';
    const file = await talk.file({ 'Danh sách': [headings, [1, '70001', name, ...row]] }, 'csdl.xlsx');
    const { plan, result } = await talk.preview(file);
    expect(result.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'national_db', created: 1 });
    const place = { file: file.name, sheet: 'Danh sách', row: 2 };
    const people = await talk.session.office.db.selectFrom('member').select(['id', 'full_name']).execute();
    const record = people.find(({ full_name }) => full_name === 'Nguyễn Văn An')?.id ?? '';
    const chosen = async (choice: RowDecision['choice']) => {
      const decided = await talk.decide(plan, { rows: [{ ...place, choice }] });
      return [await outcomeOf(plan, file.name, 'Danh sách', 2), issuesIn(decided).includes('only_in_csdl 2')];
    };
    expect(await chosen({ type: 'record', record })).toEqual(['updated', false]);
    expect((await talk.client.imports.row({ plan, ...place })).record).toMatchObject({ id: record });
    expect(await chosen({ type: 'skip' })).toEqual(['skipped', false]);
    expect(await chosen({ type: 'new' })).toEqual(['created', true]);
  });

  test('14f: the name of a sheet proposes its cell, and the clerk may say another, also of a register', async () => {
    const file = await talk.file(
      {
        'Chi bộ Thôn 2': [
          ['DANH SÁCH ĐẢNG VIÊN'],
          rosterHeading.slice(0, 7),
          [1, 'Lường Văn Hậu', '01/01/1990', 'Thái', '03/02/2015', '03/02/2016', null],
        ],
        'Sổ T6': [
          ['THEO DÕI SINH HOẠT THÁNG 6 NĂM 2024'],
          ['TT', 'Ngày sinh hoạt', 'Loại hình sinh hoạt', 'Phải dự', 'Có mặt'],
          [1, '05/06/2024', 'Thường kỳ', 3, 2],
        ],
      },
      'hai-trang.xlsx',
    );
    const { plan } = await talk.preview(file);
    const unitOf = async (sheet: string) =>
      (await talk.client.imports.sheet({ plan, file: file.name, sheet, from: 1, count: 1 })).unit;
    const cells = await talk.session.office.db
      .selectFrom('organisation_version')
      .select(['organisation_id', 'name'])
      .execute();
    const idOf = (name: string) => cells.find((cell) => cell.name === name)?.organisation_id ?? '';
    expect(await unitOf('Chi bộ Thôn 2')).toBe(idOf('Chi bộ thôn 2'));
    expect(await unitOf('Sổ T6')).toBeNull();
    const unit = idOf('Chi bộ thôn 1');
    const decided = await talk.decide(plan, {
      sheets: [
        { file: file.name, sheet: 'Chi bộ Thôn 2', unit },
        { file: file.name, sheet: 'Sổ T6', kind: 'meetings', heading: { top: 2, bottom: 2 }, unit },
      ],
    });
    expect(issuesIn(decided, 'error')).toEqual([]);
    expect(decided.members_by_cell).toMatchObject([{ name: 'Chi bộ thôn 1', before: 2, after: 3 }]);
    expect(await outcomeOf(plan, file.name, 'Sổ T6', 3)).toBe('created');
    expect(await unitOf('Sổ T6')).toBe(unit);
    await talk.commit(plan);
    const meetings = await talk.session.office.db
      .selectFrom('meeting')
      .select(['cell_id', 'date', 'due', 'present'])
      .execute();
    expect(meetings).toEqual([{ cell_id: unit, date: '2024-06-05', due: 3, present: 2 }]);
  });

  test('a sheet that may be of two kinds says which', async () => {
    const file = await talk.file({
      Sheet1: [
        ['TT', 'Chi bộ', 'Nội dung', 'Từ ngày', 'Hạn'],
        [1, 'Chi bộ Thôn 1', 'Sửa đường', '1/1/2025', '2/2/2025'],
      ],
    });
    const { plan, result } = await talk.preview(file);
    const { kind, could_be } = await talk.client.imports.sheet({
      plan,
      file: file.name,
      sheet: 'Sheet1',
      from: 1,
      count: 1,
    });
    expect([kind, could_be, issuesIn(result)]).toEqual([
      null,
      expect.arrayContaining(['organisation_events', 'petitions']),
      ['ambiguous_sheet'],
    ]);
    const decided = await talk.decide(plan, { sheets: [{ file: file.name, sheet: 'Sheet1', kind: 'petitions' }] });
    expect(decided.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'petitions', created: 1 });
  });
});
