import { toRoman } from '../../electron/data/documents/roman.ts';
import type { Sheet, SheetColumn, SheetRow, Workbook } from '../../electron/data/documents/workbook.ts';
import { ratioPercent } from '../../electron/data/vietnamese/numbers.ts';
import { day } from './sample-documents.ts';

const counted = ['cells', 'met', 'members', 'due', 'present'] as const;

const columns: SheetColumn[] = [
  { key: 'tt', label: 'TT', type: 'text', width: 5, align: 'center' },
  { key: 'name', label: 'Tên đảng bộ, chi bộ', type: 'text', width: 34 },
  { key: 'cells', label: 'Tổng số chi bộ', under: ['Chi bộ'], type: 'int', width: 9 },
  { key: 'met', label: 'Số chi bộ có sinh hoạt', under: ['Chi bộ', 'Trong đó'], type: 'int', width: 10 },
  { key: 'day', label: 'Ngày sinh hoạt', under: ['Chi bộ', 'Trong đó'], type: 'date', width: 12 },
  { key: 'members', label: 'Tổng số đảng viên', type: 'int', width: 10 },
  { key: 'due', label: 'Phải dự', under: ['Dự sinh hoạt'], type: 'int', width: 9 },
  { key: 'present', label: 'Có mặt', under: ['Dự sinh hoạt'], type: 'int', width: 9 },
  { key: 'rate', label: 'Tỷ lệ (%)', under: ['Dự sinh hoạt'], type: 'percent1', width: 8 },
  { key: 'chair', label: 'Chủ trì', type: 'text', width: 20 },
  { key: 'note', label: 'Ghi chú', type: 'text', width: 26 },
];

function withRate(cells: Record<string, string | number | null>): SheetRow['cells'] {
  return { ...cells, rate: ratioPercent(Number(cells.present), Number(cells.due)) };
}

/** Six groups of nine cells: 60 rows and a total, all totals as formulas; one value missing, one that could be run. */
function buildRows(): SheetRow[] {
  const rows: SheetRow[] = [];
  const groups: number[] = [];
  for (let group = 0; group < 6; group += 1) {
    const first = rows.length + 1;
    const parts: SheetRow[] = Array.from({ length: 9 }, (_cell, index) => ({
      kind: 'data',
      cells: withRate({
        tt: String(index + 1),
        name: index === 3 ? 'Chi bộ Trường Tiểu học và Trung học cơ sở Thủy Khoan' : `Chi bộ thôn ${index + 1}`,
        cells: 1,
        met: index === 4 ? null : 1,
        day: index === 4 ? null : '2024-07-05',
        members: 1200 + index,
        due: 20 + index,
        present: 17 + index,
        chair: index === 2 ? '=HYPERLINK("http://x","y")' : 'Hồ Văn Khiêm',
        note: index === 5 ? 'Họp ngày 05/7/2024,\nđã xin ý kiến Đảng ủy' : null,
      }),
    }));
    groups.push(rows.length);
    rows.push(
      summed(
        'group',
        { tt: toRoman(group + 1), name: `Đảng bộ xã Hòa Lẫm ${group + 1}` },
        parts,
        (index) => first + index,
      ),
      ...parts,
    );
  }
  const heads = groups.flatMap((index) => rows[index] ?? []);
  return [...rows, summed('total', { name: 'TỔNG CỘNG' }, heads, (index) => groups[index] ?? 0)];
}

function summed(
  kind: SheetRow['kind'],
  texts: Record<string, string>,
  parts: readonly SheetRow[],
  indexOf: (part: number) => number,
): SheetRow {
  const sum = (key: string): number => parts.reduce((total, row) => total + Number(row.cells[key] ?? 0), 0);
  const rows = parts.map((_row, index) => indexOf(index));
  return {
    kind,
    cells: withRate({ ...texts, ...Object.fromEntries(counted.map((key) => [key, sum(key)])) }),
    formulas: {
      ...Object.fromEntries(counted.map((key) => [key, { kind: 'sum', rows } as const])),
      rate: { kind: 'percent', of: 'present', base: 'due' },
    },
  };
}

/** A stand-alone return form with everything on it. */
export const cellMeetings: Sheet = {
  name: 'BC-05 tháng 7/2024',
  header: {
    superior: 'Đảng bộ tỉnh Quảng Trị',
    issuer: ['Huyện ủy Khe Sơn'],
    placeAndDate: { place: 'Khe Sơn', date: day('2024-08-02') },
  },
  annexLine: 'Biểu số 05',
  titleLines: ['Biểu tổng hợp tình hình sinh hoạt chi bộ'],
  subtitleLines: ['Tháng 7 năm 2024'],
  unitLine: 'Đơn vị tính: người, %',
  columns,
  columnNumbers: true,
  frozenColumns: 2,
  rows: buildRows(),
  notes: ['Ghi chú: ô trống là chưa báo cáo.'],
  signature: {
    left: { role: 'Người lập biểu', hint: '(Ký, ghi rõ họ tên)', name: 'Nguyễn Thị Hoa' },
    right: {
      placeAndDate: null,
      authority: 'T/M Ban Thường vụ',
      position: 'Phó Bí thư',
      hint: '(Ký, đóng dấu)',
      name: null,
    },
  },
  orientation: 'auto',
  missingText: '',
};

export const cellMeetingsWorkbook: Workbook = {
  title: 'BC-05 tháng 7 năm 2024',
  author: 'Huyện ủy Khe Sơn',
  date: day('2024-08-02'),
  sheets: [cellMeetings, { ...cellMeetings, name: 'Phụ lục', header: null }],
};
