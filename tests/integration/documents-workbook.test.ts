import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../electron/data/documents/workbook.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { unzipParts } from '../support/docx-reader.ts';
import { temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { convertToPdf, pdfPages, readWithPython, runTool } from '../support/run-tool.ts';
import { hd36 } from '../support/sample-documents.ts';
import { cellMeetings, cellMeetingsWorkbook } from '../support/sample-workbook.ts';

async function written(folder: string, workbook = cellMeetingsWorkbook): Promise<string> {
  const path = join(folder, 'BC-05.xlsx');
  await writeXlsx(workbook, hd36, path);
  return path;
}

/** Takes the stored results out, so that a reader has to compute every formula itself. */
const forgetResults = `
import sys, re, json, zipfile
source, target = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], 'w')
taken = 0
for name in source.namelist():
    data = source.read(name)
    if name.startswith('xl/worksheets/sheet'):
        text, count = re.subn(r'(</f>)<v>[^<]*</v>', r'\\1', data.decode())
        data, taken = text.encode(), taken + count
    target.writestr(name, data)
target.close()
print(json.dumps(taken))
`;

const readSheet = `
import sys, json, openpyxl
from openpyxl.cell.cell import MergedCell
formulas = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
f, v = formulas.worksheets[0], values.worksheets[0]
row = lambda sheet, n: [str(c.value) if hasattr(c.value, 'year') else c.value for c in sheet[n]]
table = [c for r in f.iter_rows(min_row=9, max_row=73) for c in r]
outside = [c for r in list(f.iter_rows(min_row=1, max_row=8)) + list(f.iter_rows(min_row=74)) for c in r]
print(json.dumps({
  'names': formulas.sheetnames,
  'size': [f.max_row, f.max_column],
  'head': [row(f, n) for n in (9, 10, 11, 12)],
  'group': row(f, 13), 'group_values': row(v, 13),
  'data': row(f, 14), 'missing': row(f, 18), 'total': row(f, 73), 'total_values': row(v, 73),
  'formats': [c.number_format for c in f[14]],
  'dates': f.cell(14, 5).is_date,
  'types': sorted({c.data_type for c in f[16]}),
  'injected': [f.cell(16, 10).value, f.cell(16, 10).data_type],
  'merged': sorted(str(m) for m in f.merged_cells.ranges if 9 <= m.min_row <= 12),
  'freeze': f.freeze_panes,
  'titles': f.print_title_rows, 'area': str(f.print_area),
  'orientation': f.page_setup.orientation, 'paper': f.page_setup.paperSize,
  'fit': [f.sheet_properties.pageSetUpPr.fitToPage, f.page_setup.fitToWidth, f.page_setup.fitToHeight],
  'margins_mm': [round(m * 25.4) for m in (f.page_margins.top, f.page_margins.bottom, f.page_margins.left, f.page_margins.right, f.page_margins.header)],
  'header': [f.HeaderFooter.differentFirst, f.oddHeader.center.text, f.oddHeader.center.size, f.oddHeader.center.font, f.firstHeader.center.text],
  'fonts': sorted({c.font.name for r in f.iter_rows() for c in r if c.value is not None}),
  'table_borders': sorted({str(c.border.left.style) for c in table if not isinstance(c, MergedCell)}),
  'other_borders': sorted({str(c.border.left.style) for c in outside}),
  'bold': [f.cell(13, 2).font.b, f.cell(14, 2).font.b, f.cell(73, 2).font.b],
  'creator': formulas.properties.creator, 'created': str(formulas.properties.created),
}))
`;

test.skipIf(!requireTool('python3-openpyxl'))(
  'openpyxl reads the form as it is meant (document format, section 7)',
  async () => {
    expect(readWithPython(readSheet, await written(temporaryFolder()))).toEqual({
      names: ['BC-05 tháng 7 2024', 'Phụ lục'],
      size: [83, 11],
      head: [
        [
          'TT',
          'Tên đảng bộ, chi bộ',
          'Chi bộ',
          null,
          null,
          'Tổng số đảng viên',
          'Dự sinh hoạt',
          null,
          null,
          'Chủ trì',
          'Ghi chú',
        ],
        [null, null, 'Tổng số chi bộ', 'Trong đó', null, null, 'Phải dự', 'Có mặt', 'Tỷ lệ (%)', null, null],
        [null, null, null, 'Số chi bộ có sinh hoạt', 'Ngày sinh hoạt', null, null, null, null, null, null],
        Array.from({ length: 11 }, (_column, index) => `(${index + 1})`),
      ],
      group: [
        'I',
        'Đảng bộ xã Hòa Lẫm 1',
        '=SUM(C14:C22)',
        '=SUM(D14:D22)',
        null,
        '=SUM(F14:F22)',
        '=SUM(G14:G22)',
        '=SUM(H14:H22)',
        '=IF(G13=0,"-",ROUND(100*H13/G13,1))',
        null,
        null,
      ],
      group_values: ['I', 'Đảng bộ xã Hòa Lẫm 1', 9, 8, null, 10836, 216, 189, 87.5, null, null],
      data: ['1', 'Chi bộ thôn 1', 1, 1, '2024-07-05 00:00:00', 1200, 20, 17, 85, 'Hồ Văn Khiêm', null],
      missing: ['5', 'Chi bộ thôn 5', 1, null, null, 1204, 24, 21, 87.5, 'Hồ Văn Khiêm', null],
      total: [
        null,
        'TỔNG CỘNG',
        ...['C', 'D'].map((column) => `=SUM(${[13, 23, 33, 43, 53, 63].map((row) => column + row).join(',')})`),
        null,
        ...['F', 'G', 'H'].map((column) => `=SUM(${[13, 23, 33, 43, 53, 63].map((row) => column + row).join(',')})`),
        '=IF(G73=0,"-",ROUND(100*H73/G73,1))',
        null,
        null,
      ],
      total_values: [null, 'TỔNG CỘNG', 54, 48, null, 65016, 1296, 1134, 87.5, null, null],
      formats: [
        '@',
        '@',
        '[$-42A]#,##0',
        '[$-42A]#,##0',
        'dd/mm/yyyy',
        '[$-42A]#,##0',
        '[$-42A]#,##0',
        '[$-42A]#,##0',
        '[$-42A]0.0',
        '@',
        'General',
      ],
      dates: true,
      types: ['d', 'n', 's'],
      injected: ['\'=HYPERLINK("http://x","y")', 's'],
      merged: [
        'A9:A11',
        'B9:B11',
        'C10:C11',
        'C9:E9',
        'D10:E10',
        'F9:F11',
        'G10:G11',
        'G9:I9',
        'H10:H11',
        'I10:I11',
        'J9:J11',
        'K9:K11',
      ],
      freeze: 'C13',
      titles: '$9:$12',
      area: expect.stringContaining('$A$1:$K$83'),
      orientation: 'landscape',
      paper: 9,
      fit: [true, 1, 0],
      margins_mm: [20, 20, 30, 15, 10],
      header: [true, '&P', 14, 'Times New Roman,Regular', null],
      fonts: ['Times New Roman'],
      table_borders: ['thin'],
      other_borders: ['None'],
      bold: [true, false, true],
      creator: 'Huyện ủy Khe Sơn',
      created: '2024-08-02 00:00:00',
    });
  },
);

describe.skipIf(!requireTool('soffice') || !requireTool('pdftotext'))('in LibreOffice', () => {
  test('60 rows: landscape A4, one page wide, the head on every page, numbers from page 2', async () => {
    const folder = temporaryFolder();
    const single: Workbook = { ...cellMeetingsWorkbook, sheets: [cellMeetings] };
    const pdf = convertToPdf(await written(folder, single), folder);
    expect(runTool('pdfinfo', [pdf])).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/u);
    const pages = pdfPages(pdf);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    pages.forEach((page, index) => {
      expect(page).toContain('Tên đảng bộ, chi bộ');
      expect(page).toMatch(/\(1\)\s+\(2\)\s+\(3\).*\(11\)/u);
      expect(page).toContain('Ghi chú');
      const first = page.trim().split('\n')[0]?.trim();
      expect(first).toBe(index === 0 ? 'Biểu số 05' : String(index + 1));
    });
    expect(pages.at(-1)).toMatch(/TỔNG CỘNG[\s\S]*NGƯỜI LẬP BIỂU\s+T\/M BAN THƯỜNG VỤ/u);
  });

  test('recalculated, every figure stays what it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'khong-ket-qua.xlsx');
    expect(readWithPython(forgetResults, await written(folder), path)).toBe(84);
    runTool('soffice', [
      '--headless',
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...[
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1',
        '--outdir',
        folder,
        path,
      ],
    ]);
    const name = readdirSync(folder).find((file) => file.endsWith('.csv')) ?? '';
    const rows = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(rows.find((row) => row.includes('TỔNG CỘNG'))?.replaceAll('"', '')).toMatch(
      /^;TỔNG CỘNG;54;48;;65\.?016;1\.?296;1\.?134;87,5;;$/u,
    );
  });
});

describe('a disk that refuses (R5)', () => {
  /** Takes so many bytes and then says that the disk is full. */
  function fullAfter(bytes: number): Writable {
    let taken = 0;
    return new Writable({
      write(chunk: Buffer, _encoding, done) {
        taken += chunk.length;
        done(taken > bytes ? Object.assign(new Error('full'), { code: 'ENOSPC' }) : null);
      },
    });
  }

  test.each([0, 1, 2000, 6000])(
    'after %d bytes the writer fails, and does not hang or end the process',
    async (bytes) => {
      await expect(writeXlsx(cellMeetingsWorkbook, hd36, fullAfter(bytes))).rejects.toMatchObject({ code: 'ENOSPC' });
    },
  );

  test('a folder that is gone: said in words, nothing written elsewhere', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'không có', 'BC-05.xlsx');
    await expect(writeXlsx(cellMeetingsWorkbook, hd36, path)).rejects.toMatchObject({ code: 'folder_missing' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a total that does not agree with its rows: no file at all', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'BC-05.xlsx');
    const rows = cellMeetings.rows.map((row) =>
      row.kind === 'total' ? { ...row, cells: { ...row.cells, due: 1 } } : row,
    );
    await expect(
      writeXlsx({ ...cellMeetingsWorkbook, sheets: [{ ...cellMeetings, rows }] }, hd36, path),
    ).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('the same workbook gives the same parts, to a path or to a stream', async () => {
  const folder = temporaryFolder();
  await written(folder);
  const stream = createWriteStream(join(folder, 'b.xlsx'));
  await writeXlsx(cellMeetingsWorkbook, hd36, stream);
  const [a, b] = await Promise.all(
    ['BC-05.xlsx', 'b.xlsx'].map((name) => unzipParts(readFileSync(join(folder, name)))),
  );
  expect(Object.fromEntries(a ?? [])).toEqual(Object.fromEntries(b ?? []));
});
