import type { FormWorkbook } from '../../electron/data/documents/form-workbook.ts';
import type { Workbook } from '../../electron/data/documents/workbook.ts';
import { type DataWorkbook, writeDataWorkbook } from '../../electron/data/documents/xlsx-data-sheet.ts';
import { writeForm } from '../../electron/data/documents/xlsx-form.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { ListRows } from '../../electron/data/lists/list-rows.ts';
import { listWorkbook } from '../../electron/data/lists/list-workbook.ts';
import { day, hd36 } from './sample-documents.ts';
import { cellMeetingsWorkbook } from './sample-workbook.ts';

/** Texts a writer may stumble over: markup, blanks at the ends, line breaks, runnable, long, outside the BMP, lone. */
const texts = [
  'Nguyễn Thị Ánh',
  'a & b <c> "d" \'e\'',
  '  hai đầu  ',
  'dòng một\r\ndòng hai\n\tdòng ba',
  '=HYPERLINK("http://x","y")',
  '+84 912 345 678',
  '_x000D_ và _xABCD_',
  '\u0000\u0001\u000b\ud800lẻ\udc00\uffff\ufffe 😀 𠀋',
  'x'.repeat(300),
  '0,5',
  '00735707',
  '',
];

const list: Workbook = listWorkbook(
  {
    title: 'Đảng viên',
    period_label: 'Tháng 7/2024',
    as_of: '2024-07-31',
    columns: [
      { heading: 'Họ và tên', type: 'text' },
      { heading: 'Ngày sinh', type: 'date' },
      { heading: 'Số buổi', type: 'int' },
      { heading: 'Tỷ lệ %', type: 'percent1' },
      { heading: 'Điểm', type: 'number' },
    ],
  },
  { name: 'Huyện ủy Khe Sơn', superior: 'Đảng bộ tỉnh Quảng Trị' },
  day('2024-07-31'),
  ListRows.of(
    texts.map((text, index) => [
      text,
      index % 3 === 0 ? `19${10 + index}-0${1 + (index % 9)}-15` : index % 3 === 1 ? '1990-05' : null,
      index % 2 === 0 ? index * 1000.5 : null,
      index === 4 ? '-' : index + 0.1,
      index === 5 ? 1e21 : index / 7,
    ]),
  ),
);

const data: DataWorkbook = {
  title: 'Danh sách & "bảng"',
  author: 'Huyện ủy <Khe Sơn>',
  date: day('2024-07-31'),
  sheets: [
    {
      name: 'DS_DANGVIEN',
      columns: Array.from({ length: 29 }, (_, index) => ({ heading: `Cột <${index}>`, width: 10 + index })),
      rows: texts.map((text, index) =>
        Array.from({ length: 29 }, (_, at) => (at % 3 === 0 ? text : at % 3 === 1 ? index / 3 : null)),
      ),
    },
    { name: 'Không có gì', columns: [{ heading: 'Một', width: 12 }], rows: [] },
  ],
};

const long = Array.from({ length: 80 }, (_, index) => `Mục "${index}", thứ ${index}`);
const base = { input: true, width: 12 } as const;
const form: FormWorkbook = {
  title: 'Biểu thu thập',
  author: 'Huyện ủy Khe Sơn',
  date: day('2024-07-31'),
  sheet: 'Biểu: tháng 7/2024',
  lines: ['BIỂU THU THẬP <1>', 'Đảng ủy xã An Bình', 'Gửi trước ngày 05/8/2024'],
  columns: [
    { key: 'name', heading: 'Tên chi bộ', width: 30, type: 'text', input: false },
    {
      ...base,
      key: 'day',
      heading: 'Ngày họp',
      group: 'Buổi',
      type: 'date',
      range: { from: day('2024-07-01'), to: day('2024-07-31') },
      prompt: 'Gõ ngày',
    },
    { ...base, key: 'hour', heading: 'Giờ', group: 'Buổi', type: 'time' },
    { ...base, key: 'due', heading: 'Phải dự', upright: true, type: 'int', range: { from: 0, to: 300 } },
    { ...base, key: 'score', heading: 'Điểm', type: 'decimal1' },
    { ...base, key: 'grade', heading: 'Loại', type: 'text', choices: { labels: ['Tốt', 'Khá & vừa'], open: false } },
    { ...base, key: 'who', heading: 'Ai', type: 'text', choices: { labels: long, open: true }, prompt: 'Chọn hoặc gõ' },
    { ...base, key: 'note', heading: 'Ghi chú', width: 20, type: 'text' },
  ],
  rows: [
    { id: 'a', leads: true, values: { name: 'Đảng bộ xã An Bình' }, closed: ['day', 'hour'] },
    {
      id: 'b',
      values: {
        name: 'Chi bộ thôn 1',
        day: '2024-07-05',
        hour: '19:30',
        due: 21,
        score: 8.5,
        grade: 'Tốt',
        who: 'Ông <A>',
        note: 'Một ghi chú dài hơn một dòng của cột này',
      },
    },
    { id: 'c', values: { name: 'Chi bộ thôn 2', day: '2024-07', note: '=1+1' } },
  ],
  identity: {
    sheet: 'sochibo',
    rows: [
      ['khuon', 'thu-thap'],
      ['ky', '2024-07', 3, null, '=x()'],
    ],
  },
  marks: { row: '#', list: '*' },
};

/** One workbook of each kind the product writes, by the name of its file. */
export const everyWorkbook: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'return-form': (path) => writeXlsx({ ...cellMeetingsWorkbook, mark: 'Dấu & số 12' }, hd36, path),
  list: (path) => writeXlsx(list, hd36, path),
  data: (path) => writeDataWorkbook(data, hd36, path),
  form: (path) => writeForm(form, hd36, path),
};
