import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ImportTalk, issuesIn, roster } from '../support/import-talk.ts';
import { excelDay } from '../support/typed-workbook.ts';

let talk: ImportTalk;

beforeAll(async () => {
  talk = await new ImportTalk().startPeopled();
}, 60_000);

afterAll(() => talk.stop());

describe('what the clerk decides of an import', () => {
  test('two files of the same name in two folders are two files', async () => {
    const row = [1, 'Vi Văn Một', '01/01/1980', 'Kinh', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'];
    const one = await talk.file(roster([row]), 'ds.xlsx', 'a-');
    const other = await talk.file(roster([row]), 'ds.xlsx', 'b-');
    const { result, plan } = await talk.preview(one, other);
    expect(result.workbooks.map(({ file }) => file)).toEqual(['ds.xlsx', 'ds (2).xlsx']);
    const window = await talk.client.imports.sheet({ plan, file: 'ds (2).xlsx', sheet: 'Sheet1', from: 3, count: 1 });
    expect(window.rows.map(({ boxes }) => boxes[1]?.text)).toEqual(['Vi Văn Một']);
  });

  test('a sheet nobody knows becomes a roster by kind, heading row and columns; the file is not read again', async () => {
    const file = await talk.file({
      Sheet1: [
        ['Anh chị em thôn 2'],
        ['Số', 'Ai', 'Sinh hôm nào', 'Kết vào', 'Đủ', 'Ở đâu'],
        [1, 'Hà Văn Bảy', '07/07/1977', '03/02/2007', '03/02/2008', 'Chi bộ Thôn 2'],
        [2, 'Hà Văn Tám', '08/08/1988', '03/02/2008', '03/02/2009', 'Chi bộ Thôn 2'],
      ],
    });
    const { plan, result } = await talk.preview(file);
    expect(issuesIn(result)).toEqual(['unrecognised_sheet']);
    const place = { file: file.name, sheet: 'Sheet1' };
    const kindOnly = await talk.decide(plan, {
      sheets: [{ ...place, kind: 'members', heading: { top: 2, bottom: 2 } }],
    });
    expect(issuesIn(kindOnly)).toEqual(['missing_columns']);
    const columns = { B: 'full_name', C: 'birth_date', D: 'admission_date', E: 'full_member_date', F: 'cell' };
    const sheet = { ...place, kind: 'members' as const, heading: { top: 2, bottom: 2 }, columns };
    const decided = await talk.decide(plan, { sheets: [sheet] });
    expect(decided.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'members', header_row: 2, created: 2 });
    const window = await talk.client.imports.sheet({ plan, ...place, from: 1, count: 100 });
    expect(window.rows.map(({ role, outcome }) => [role, outcome])).toEqual([
      ['title', null],
      ['heading', null],
      ['data', 'created'],
      ['data', 'created'],
    ]);
    expect(window.columns.map(({ field }) => field)).toEqual([null, ...Object.values(columns)]);
    const left = await talk.decide(plan, { sheets: [{ ...place, kind: null }] });
    expect(issuesIn(left)).toEqual(['sheet_left_out']);
  });

  test('boxes edited in place count, and the choice of each row', async () => {
    const file = await talk.file(
      roster([
        [1, 'Quàng Văn Ba', '31/02/1980', 'Kinh', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
        [2, 'Không Lấy', '01/03/1981', 'Kinh', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
        [3, 'Nguyễn Văn An', '19/05/1970', 'Kinh', '03/02/2000', '03/02/2001', '034070000001', 'Chi bộ Thôn 1'],
      ]),
    );
    const { plan, result } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Sheet1' };
    expect(issuesIn(result, 'error')).toEqual(['impossible_date 3']);
    const decided = await talk.decide(plan, {
      boxes: [{ ...place, row: 3, column: 'C', text: '28/02/1980' }],
      rows: [
        { ...place, row: 4, choice: { type: 'skip' } },
        { ...place, row: 5, choice: { type: 'new' } },
      ],
    });
    expect(issuesIn(decided, 'error')).toEqual([]);
    // Pitfall 10d: two more in Thôn 1, the row that is skipped is nobody.
    expect(decided.members_by_cell).toMatchObject([{ name: 'Chi bộ thôn 1', before: 2, after: 4 }]);
    const { rows } = await talk.client.imports.sheet({ plan, ...place, from: 3, count: 10 });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'skipped', 'created']);
    expect(rows[0]?.boxes[2]).toEqual({ letter: 'C', text: '28/02/1980', edited: true });
  });

  test('pitfall 10a: another spelling of somebody the office has is shown side by side, with the reason', async () => {
    const file = await talk.file(
      roster([[1, 'Lò Thị Hoà', '02/09/1975', 'Thái', '03/02/2001', '03/02/2002', null, 'Chi bộ Thôn 1']]),
    );
    const { plan } = await talk.preview(file);
    const row = await talk.client.imports.row({ plan, file: file.name, sheet: 'Sheet1', row: 3 });
    expect(row.record).toMatchObject({ name: 'Lò Thị Hòa' });
    expect(row.because).toBe('trùng họ tên, năm sinh, ngày vào Đảng, chi bộ');
    expect(row.fields.find(({ label }) => label === 'Ngày sinh')).toEqual({
      label: 'Ngày sinh',
      ours: '1975',
      theirs: '02/09/1975',
      becomes: '02/09/1975',
    });
    expect(row.candidates.map(({ name, score }) => [name, score])).toEqual([['Lò Thị Hòa', 87]]);
  });

  test('pitfall 10c: the same name and birth year in a cell is to be looked at, and the clerk says who it is', async () => {
    const file = await talk.file(roster([[1, 'Lò Thị Hòa', '1975', null, null, '03/02/2002', null, 'Chi bộ Thôn 1']]));
    const { plan, result } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Sheet1' };
    const outcome = async () =>
      (await talk.client.imports.sheet({ plan, ...place, from: 3, count: 1 })).rows[0]?.outcome;
    expect(issuesIn(result)).toContain('possible_duplicate 3');
    expect(await outcome()).toBe('review');
    expect(result.workbooks[0]?.sheets[0]?.review).toBe(1);
    const { candidates } = await talk.client.imports.row({ plan, ...place, row: 3 });
    const record = candidates[0]?.id ?? '';
    expect(candidates.map(({ name }) => name)).toEqual(['Lò Thị Hòa']);
    await talk.decide(plan, { rows: [{ ...place, row: 3, choice: { type: 'record', record } }] });
    expect(await outcome()).toBe('unchanged');
    await talk.decide(plan, { rows: [{ ...place, row: 3, choice: { type: 'new' } }] });
    expect(await outcome()).toBe('created');
  });

  test('10b a row with nothing but a name changes nothing of whom it is said to be; born is shown under Nam or Nữ', async () => {
    const columns = ['TT', 'Họ và tên', 'Năm sinh: Nam', 'Năm sinh: Nữ', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'];
    const file = await talk.file({
      Sheet1: [
        ['DANH SÁCH'],
        columns,
        [1, 'Lò Thị Hòa', null, null, null, null, 'Chi bộ Thôn 1'],
        [2, 'Lò Thị Hòa', null, 1975, '03/02/2001', '03/02/2002', 'Chi bộ Thôn 2'],
      ],
    });
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Sheet1' };
    const record = (await talk.client.imports.row({ plan, ...place, row: 3 })).candidates[0]?.id ?? '';
    const rows = [3, 4].map((row) => ({ ...place, row, choice: { type: 'record', record } as const }));
    await talk.decide(plan, { rows: rows.slice(0, 1) });
    const shown = await talk.client.imports.sheet({ plan, ...place, from: 3, count: 1 });
    expect(shown.rows[0]?.outcome).toBe('unchanged');
    await talk.decide(plan, { rows: rows.slice(1) });
    const row = await talk.client.imports.row({ plan, ...place, row: 4 });
    expect(row.fields.filter(({ label }) => label.startsWith('Năm sinh'))).toEqual([
      { label: 'Năm sinh: Nam', ours: null, theirs: null, becomes: null },
      { label: 'Năm sinh: Nữ', ours: '1975', theirs: '1975', becomes: '1975' },
    ]);
    // The cell she is in, not the one the row would bring her to.
    expect(row.candidates[0]?.detail).toContain('Chi bộ thôn 1');
  });

  test('pitfall 12: a word no list knows is asked once, and the answer counts', async () => {
    const file = await talk.file(
      roster([
        [1, 'Cà Văn Tư', '01/04/1980', 'Tháy', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
        [2, 'Cà Văn Năm', '01/05/1980', 'Tháy', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
      ]),
    );
    const { plan } = await talk.preview(file);
    const [asked] = await talk.client.imports.unknownValues({ plan });
    expect(asked).toMatchObject({ list: 'ethnic_groups', list_title: 'Dân tộc', text: 'Tháy', rows: 2, code: null });
    const thai = asked?.choices.find(({ label }) => label === 'Thái')?.code ?? '';
    const decided = await talk.decide(plan, { values: [{ list: 'ethnic_groups', text: 'Tháy', code: thai }] });
    expect(issuesIn(decided)).not.toContain('unknown_code 3');
    expect(await talk.client.imports.unknownValues({ plan })).toMatchObject([{ text: 'Tháy', rows: 2, code: thai }]);
  });

  test('pitfall 4i: days and months are exchanged back where the clerk says so', async () => {
    const file = await talk.file(
      roster([
        [1, 'Vì Văn Sáu', excelDay(1980, 3, 2), 'Kinh', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
        [2, 'Vì Văn Bảy', '19/05/1990', 'Kinh', '03/02/2010', '03/02/2011', null, 'Chi bộ Thôn 1'],
      ]),
    );
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Sheet1' };
    await talk.decide(plan, { sheets: [{ ...place, swapped_dates: ['C'] }] });
    const window = await talk.client.imports.sheet({ plan, ...place, from: 3, count: 2 });
    expect(window.rows.map(({ boxes }) => boxes[2]?.text)).toEqual(['03/02/1980', '19/05/1990']);
    expect(window.columns.find(({ letter }) => letter === 'C')?.dates_swapped).toBe(true);
  });

  test('what a column may be taken for is called by its usual heading', async () => {
    const fields = await talk.client.imports.fields({ kind: 'members' });
    expect(fields.find(({ field }) => field === 'full_name')).toEqual({
      field: 'full_name',
      label: 'Họ và tên',
      required: true,
    });
    const planned = await talk.client.imports.fields({ kind: 'planned_visits' });
    expect(planned.filter(({ field }) => field.startsWith('plan:'))).toHaveLength(12);
  });
});

describe('what the office remembers', () => {
  const rows = (name: string) => [
    ['ĐẢNG BỘ XÃ THỦY KHOAN'],
    ['CHI BỘ TRƯỜNG HỌC'],
    ['Số', 'Ai', 'Sinh hôm nào', 'Kết vào', 'Đủ', 'Ở đâu', 'Người'],
    [1, name, '07/07/1977', '03/02/2007', '03/02/2008', 'Chi bộ Thôn 2', 'Mơ'],
  ];
  const columns = {
    B: 'full_name',
    C: 'birth_date',
    D: 'admission_date',
    E: 'full_member_date',
    F: 'cell',
    G: 'ethnicity',
  };

  test('the layout of a sender and the meaning of a word are learnt when an import is written, and can be forgotten', async () => {
    const file = await talk.file({ 'Trang 1': rows('Bế Văn Đàn') }, 'thang 1.xlsx');
    const { plan } = await talk.preview(file);
    const place = { file: file.name, sheet: 'Trang 1' };
    const sheets = [{ ...place, kind: 'members' as const, heading: { top: 3, bottom: 3 }, columns }];
    await talk.decide(plan, { sheets });
    const [asked] = await talk.client.imports.unknownValues({ plan });
    const thai = asked?.choices.find(({ label }) => label === 'Thái')?.code ?? '';
    await talk.decide(plan, { sheets, values: [{ list: 'ethnic_groups', text: 'Mơ', code: thai }] });
    await talk.commit(plan);

    const next = await talk.preview(await talk.file({ 'Trang 9': [[], ...rows('Bế Văn Hai')] }, 'thang 2.xlsx'));
    expect(next.result.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'members', header_row: 4, created: 1 });
    expect(issuesIn(next.result)).toEqual(['read_as_before']);

    const other = rows('Bế Văn Ba').with(1, ['CHI BỘ TRẠM Y TẾ']).with(0, ['ĐẢNG BỘ XÃ KHÁC']);
    const strange = await talk.preview(await talk.file({ Sheet1: other }, 'khac.xlsx'));
    expect(strange.result.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'members', created: 1 });
    expect(issuesIn(strange.result)).not.toContain('read_as_before');

    const learnt = await talk.client.imports.learnt();
    expect(learnt.map(({ about, what }) => `${about} = ${what}`)).toEqual([
      'ĐẢNG BỘ XÃ THỦY KHOAN = danh sách đảng viên, 6 cột đã chọn',
      'Dân tộc: “mơ” = Thái',
    ]);
    for (const { id } of learnt) await talk.client.imports.forget({ id });
    const again = await talk.preview(await talk.file({ 'Trang 9': rows('Bế Văn Hai') }, 'thang 3.xlsx'));
    expect(issuesIn(again.result)).toEqual(['unrecognised_sheet']);
  });
});
