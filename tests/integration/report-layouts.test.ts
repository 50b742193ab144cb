import { beforeEach, describe, expect, test } from 'vitest';
import type { OfficeReportLayout } from '../../electron/contract/report-layouts.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { standardLayout, withLayout } from '../../electron/data/reporting/layouts/apply-layout.ts';
import { checkLayout } from '../../electron/data/reporting/layouts/check-layout.ts';
import {
  endLayouts,
  layoutOn,
  readSavedLayouts,
  saveLayout,
} from '../../electron/data/reporting/layouts/saved-layouts.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reportWorkbook } from '../../electron/data/reporting/report-workbook.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { addTwoCommunes } from '../support/two-communes.ts';

const forms = loadReportForms(resourcesDir);
const form = forms.get('BC-05') ?? expect.fail();
const own: OfficeReportLayout = {
  ...standardLayout(form, 'Biểu sinh hoạt chi bộ'),
  annex_line: 'Mẫu số 08',
  unit_line: 'Đơn vị tính: chi bộ, đảng viên',
  name_heading: 'Đơn vị',
  sheets: [
    {
      name: 'Mẫu 08',
      groups: [
        { label: 'Số dự', columns: [{ key: 'present', label: 'Dự họp' }] },
        {
          label: 'Chi bộ',
          columns: [
            { key: 'cells', label: 'Số CB' },
            { key: 'due', label: 'Triệu tập' },
          ],
        },
        { label: 'Tỷ lệ', columns: [{ key: 'attendance_rate', label: '%' }] },
      ],
    },
  ],
  notes: ['Theo mẫu của Ban Tổ chức Tỉnh ủy.'],
  maker: 'Cán bộ tổng hợp',
  signer: { authority: 'T/M ĐẢNG ỦY', position: 'PHÓ BÍ THƯ', name: 'Trần Văn An' },
};

test('the program’s layout laid over itself is the program’s form', () => {
  for (const { code, title } of reports) {
    const standard = forms.get(code) ?? expect.fail();
    const laid = withLayout(standard, standardLayout(standard, title));
    expect(laid.layout, code).toEqual(standard.layout);
    expect(laid.columns.map(({ key }) => key).sort(), code).toEqual(standard.columns.map(({ key }) => key).sort());
    expect(() => checkLayout(standardLayout(standard, title), standard), code).not.toThrow();
  }
});

test('a column the program gave up is passed over, a new one waits, and a share without its parts is no formula', () => {
  const [sheet] = own.sheets;
  const old = {
    ...own,
    sheets: [
      {
        name: 'Mẫu 08',
        groups: [{ label: 'Cũ', columns: [{ key: 'given_up', label: 'Bỏ' }] }, ...(sheet?.groups ?? [])],
      },
      { name: 'Hết', groups: [{ label: 'Cũ', columns: [{ key: 'also_given_up', label: 'Bỏ' }] }] },
    ],
  };
  const laid = withLayout(form, old);
  expect(laid.layout.sheets.map(({ name }) => name)).toEqual(['Mẫu 08']);
  expect(laid.columns.map(({ key, label }) => [key, label])).toEqual([
    ['present', 'Dự họp'],
    ['cells', 'Số CB'],
    ['due', 'Triệu tập'],
    ['attendance_rate', '%'],
  ]);
  expect(laid.layout.percentages).toEqual({ attendance_rate: { of: 'present', base: 'due' } });
  const without = {
    ...own,
    sheets: [{ name: 'A', groups: [{ label: 'A', columns: [{ key: 'attendance_rate', label: '%' }] }] }],
  };
  expect(withLayout(form, without).layout.percentages).toEqual({});
});

test('what is wrong with a layout is said at once, in words', async () => {
  const wrong = {
    ...own,
    sheets: [
      ...own.sheets,
      {
        name: 'mẫu 08',
        groups: [
          {
            label: 'Lặp',
            columns: [
              { key: 'due', label: 'Phải dự' },
              { key: 'xyz', label: 'X' },
            ],
          },
        ],
      },
      { name: 'Trống', groups: [] },
    ],
  };
  const { code, message } = await refusal((async () => checkLayout(wrong, form))());
  expect(code).toBe('wrong_arguments');
  for (const part of [
    'hai trang cùng tên',
    'cột "xyz"',
    '"Triệu tập" (due) đặt hai lần',
    'Trang "Trống" không có cột',
  ]) {
    expect(message).toContain(part);
  }
});

describe('in an office', () => {
  let office: Office;
  beforeEach(async () => {
    office = await newOffice();
    await office.write('Thử', '', addTwoCommunes);
  });
  const save = (layout: OfficeReportLayout, from: string) =>
    office.write('Lưu', '', (db) => saveLayout(db, 'BC-05', { layout, validFrom: day(from) }));
  const source = () => ({ db: office.db, forms });

  test('a layout holds from its day on; an earlier period prints as it did', async () => {
    await save(own, '2024-07-01');
    const [june, july] = await Promise.all(
      ['2024-06', '2024-07'].map((period) => runReport(source(), { code: 'BC-05', period })),
    );
    expect(june?.columns).toHaveLength(form.columns.length);
    expect(july?.columns.map(({ label, group }) => [label, group])).toEqual([
      ['Dự họp', 'Số dự'],
      ['Số CB', 'Chi bộ'],
      ['Triệu tập', 'Chi bộ'],
      ['%', 'Tỷ lệ'],
    ]);
    expect([july?.title, july?.name_heading]).toEqual(['Biểu sinh hoạt chi bộ', 'Đơn vị']);
    const finished = await finishReport(source(), { code: 'BC-05', period: '2024-07' });
    const { sheets } = reportWorkbook(finished, { name: 'Huyện ủy', superior: 'Tỉnh ủy', place: 'Khe Sơn' });
    expect(sheets).toMatchObject([
      {
        name: 'Mẫu 08',
        annexLine: 'Mẫu số 08',
        unitLine: 'Đơn vị tính: chi bộ, đảng viên',
        titleLines: ['Biểu sinh hoạt chi bộ'],
        signature: { left: { role: 'Cán bộ tổng hợp' }, right: { authority: 'T/M ĐẢNG ỦY', name: 'Trần Văn An' } },
      },
    ]);
    expect(sheets[0]?.notes).toContain('Theo mẫu của Ban Tổ chức Tỉnh ủy.');
  });

  test('a later layout ends the earlier one; reset gives the program’s from a day on', async () => {
    await save(own, '2024-01-01');
    await save({ ...own, title: 'Mẫu mới' }, '2024-07-01');
    const titleOn = async (on: string) => (await layoutOn(office.db, 'BC-05', day(on)))?.layout.title ?? null;
    expect(await Promise.all(['2023-12-31', '2024-06-30', '2024-07-01'].map(titleOn))).toEqual([
      null,
      'Biểu sinh hoạt chi bộ',
      'Mẫu mới',
    ]);
    await office.write('Mặc định', '', (db) => endLayouts(db, 'BC-05', day('2024-04-01')));
    expect(await Promise.all(['2024-03-31', '2024-04-01', '2024-07-01'].map(titleOn))).toEqual([
      'Biểu sinh hoạt chi bộ',
      null,
      null,
    ]);
    expect(await readSavedLayouts(office.db, 'BC-05')).toMatchObject([
      { valid_from: '2024-01-01', valid_to: '2024-03-31' },
    ]);
  });
});
