import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFormatProfiles, profileForDate } from '../../electron/data/documents/profile.ts';
import type { Workbook } from '../../electron/data/documents/workbook.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reportWorkbook } from '../../electron/data/reporting/report-workbook.ts';
import { finishReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir, temporaryFolder } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);
const sender = { name: 'Huyện ủy Khe Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' };
let made: TruthOffice;
beforeAll(async () => {
  made = await truthOffice('district-a');
}, 60_000);
afterAll(() => made.remove());

async function workbook(code: string, period: string, unit?: string): Promise<Workbook> {
  return reportWorkbook(await finishReport({ db: made.office.db, forms }, { code, period, unit }), sender);
}

function sheetOf({ sheets }: Workbook, index = 0) {
  const sheet = sheets[index];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('the Excel convention of section 4', () => {
  test('every column of the report stands on one of the sheets, under its group', async () => {
    for (const code of ['BC-02', 'BC-05']) {
      const { sheets } = await workbook(code, '2024-07');
      const grouped = sheets.flatMap(({ columns }) => columns.filter(({ under }) => under !== undefined));
      expect(grouped.map(({ key }) => key).sort()).toEqual(
        (forms.get(code)?.columns ?? []).map(({ key }) => key).sort(),
      );
    }
  });

  test('BC-05: Roman numerals for organisations, their cells counted from 1, TỔNG CỘNG last', async () => {
    const { rows, header, titleLines, subtitleLines } = sheetOf(await workbook('BC-05', '2024-07'));
    expect(rows.slice(0, 3).map(({ kind, cells }) => [kind, cells.number, cells.name])).toEqual([
      ['group', 'I', 'Đảng bộ xã Hòa Lẫm'],
      ['data', '1', 'Chi bộ thôn Nà Sảng'],
      ['data', '2', 'Chi bộ thôn Đoàn Kết'],
    ]);
    expect(rows.at(-1)).toMatchObject({ kind: 'total', cells: { name: 'TỔNG CỘNG', cells: 236 } });
    expect(header).toMatchObject({ superior: 'Đảng bộ tỉnh Quảng Trị', issuer: ['Huyện ủy Khe Sơn'] });
    expect(titleLines).toEqual(['Biểu tổng hợp tình hình sinh hoạt chi bộ (phần 1)']);
    expect(subtitleLines).toEqual(['Kỳ báo cáo: Tháng 7/2024']);
  });

  test('R42 what nobody recorded is left out, what does not apply is a dash, zero is 0', async () => {
    const january = await workbook('BC-05', '2024-01');
    const missing = sheetOf(january).rows.find(({ kind, cells }) => kind === 'data' && cells.cells_not_reported === 1);
    expect(missing?.cells).toMatchObject({ full_members: null, cells_not_met: 0, attendance_rate: '-' });
    expect(sheetOf(january).missingText).toBe('…');
    const official = sheetOf(await workbook('BC-02', '2024')).rows.find(({ kind }) => kind === 'group');
    expect(official?.cells).toMatchObject({ petitions: null, visits_other: 0 });
    const part = sheetOf(await workbook('BC-02', '2024')).rows[2];
    expect(part).toMatchObject({ kind: 'data', cells: { number: '', quota_year: '-' } });
  });

  test('an official with one target has one row, with several a row and one for each', async () => {
    const { rows } = sheetOf(await workbook('BC-02', '2024'));
    const targets = made.truth.assignments.filter(({ official }) => official === 'O042').map(({ target }) => target);
    const first = rows.findIndex(
      ({ cells }) => cells.name === made.truth.officials.find(({ code }) => code === 'O042')?.name,
    );
    const following = rows.slice(first + 1).findIndex(({ cells }) => cells.number !== '');
    expect(targets).toHaveLength(4);
    expect(rows[first]?.kind).toBe('group');
    expect(following).toBe(4 + 1);
    const notes = rows.slice(first + 1, first + 5).map(({ cells }) => cells['Ghi chú']);
    expect(notes).toEqual(['đến 30/06/2024', 'đến 30/06/2024', 'từ 01/07/2024', 'từ 01/07/2024']);
    const single = rows.find(({ kind, cells }) => kind === 'data' && cells.number !== '');
    expect(single?.cells.part).toContain('Chi bộ');
  });

  test('totals and percentages are formulas that give their figures', async () => {
    const folder = temporaryFolder();
    const profiles = loadFormatProfiles(resourcesDir);
    for (const code of ['BC-02', 'BC-05']) {
      const book = await workbook(code, '2024');
      const total = sheetOf(book).rows.at(-1);
      const sums = Object.entries(total?.formulas ?? {}).filter(([, formula]) => formula.kind === 'sum');
      expect(sums.length).toBeGreaterThan(8);
      // The writer refuses a formula that would not give its figure.
      await writeXlsx(book, profileForDate(profiles, book.date), createWriteStream(join(folder, `${code}.xlsx`)));
    }
    const rate = sheetOf(await workbook('BC-05', '2024')).rows.at(-1)?.formulas?.attendance_rate;
    expect(rate).toEqual({ kind: 'percent', of: 'present', base: 'due' });
    const minutes = sheetOf(await workbook('BC-05', '2024'), 1).rows.at(-1);
    expect(minutes?.formulas?.average_minutes).toBeUndefined();
    expect(minutes?.cells.average_minutes).toBeTypeOf('number');
  });

  test('a unit’s form names the unit', async () => {
    const { subtitleLines, rows } = sheetOf(await workbook('BC-05', '2024-Q3', 'G05'));
    expect(subtitleLines).toEqual([`Kỳ báo cáo: Quý III/2024. ${rows[0]?.cells.name}`]);
  });
});
