import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/data/documents/docx-writer.ts';
import { profileForDate } from '../../electron/data/documents/profile.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { adoptSheet, loadPresetSheets } from '../../electron/data/ratings/record-sheets.ts';
import { loadPresets } from '../../electron/data/ratings/sheet-file.ts';
import type { DocumentSource } from '../../electron/data/reporting/document.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { ratingWorkbook } from '../../electron/data/reporting/reports/bc-06/rating-workbook.ts';
import { readRatingSheet } from '../../electron/data/reporting/reports/bc-06/read-rating-sheet.ts';
import { documentOf, finishDocument } from '../../electron/data/reporting/run-document.ts';
import type { Expectation } from '../support/docx-format-checker/findings.ts';
import { checkDocx } from '../support/docx-format-checker.ts';
import { refusal, resourcesDir, temporaryFolder } from '../support/office.ts';
import { requireTool } from '../support/requirements.ts';
import { readWithPython } from '../support/run-tool.ts';
import { day, profiles } from '../support/sample-documents.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.each(['district-a', 'commune-b'] as const)('papers of the cells of %s', (sample) => {
  let made: TruthOffice;
  const source = (): DocumentSource => ({
    db: made.office.db,
    forms: loadReportForms(resourcesDir),
    presets: loadOfficePresets(resourcesDir),
    madeOn: day('2025-01-15'),
  });
  const july = parsePeriod('2024-07');
  const held = () => made.truth.meetings.filter((meeting) => meeting.held && meeting.period === '2024-07');
  const first = () => {
    const meeting = held().find(({ type }) => type === 'REGULAR');
    if (!meeting) throw new Error('no regular meeting in the sample');
    return meeting;
  };

  beforeAll(async () => {
    made = await truthOffice(sample);
  });
  afterAll(() => made.remove());

  test('every meeting held has its minutes, with the counts of the register', async () => {
    const listed = await documentOf('BC-11').list(source(), july, null);
    expect(new Set(listed.map(({ about }) => about.id))).toEqual(new Set(held().map(({ id }) => id)));
    const of = source();
    for (const meeting of held().slice(0, 40)) {
      const { official } = await finishDocument(of, { code: 'BC-11', about: { id: meeting.id } });
      const printed = JSON.stringify(official.body);
      if (meeting.total !== null) expect(printed).toContain(`Tổng số đảng viên: ${meeting.total} đồng chí`);
      if (meeting.due !== null && meeting.present !== null)
        expect(printed).toContain(`Có mặt: ${meeting.present}/${meeting.due} đồng chí phải dự`);
      expect(printed).not.toMatch(/undefined|NaN/u);
    }
  });

  test('minutes, resolution and rating form pass the format of party documents', async () => {
    const [about, blank] = [{ id: first().id }, { unit: first().cell, period: '2024-07' }];
    const refused = await refusal(finishDocument(source(), { code: 'BC-06', about }));
    expect(refused).toMatchObject({ code: 'wrong_arguments', message: expect.stringContaining('mẫu chấm điểm') });
    await made.office.write('Thử', '', async (db) => {
      const preset = loadPresets(resourcesDir).filter(({ code }) => code === 'phu-tho-khoi-hd12');
      const [id = ''] = await loadPresetSheets(db, preset);
      await adoptSheet(db, id, day('2024-01-01'));
    });
    for (const [code, number] of [
      ['BC-11', false],
      ['BC-12', true],
      ['BC-06', false],
    ] as const) {
      for (const one of [about, blank]) {
        const { official, day: on } = await finishDocument(source(), { code, about: one });
        const file = await writeDocx(official, profileForDate(profiles, on));
        const expected: Expectation = {
          ...{ rules: 'HD36', form: 'titled', number, date: code !== 'BC-11', annexes: 0, duplex: false },
          signature: code === 'BC-11' ? 'pair' : 'authority',
        };
        expect(await checkDocx(file, expected), `${code} ${JSON.stringify(one)}`).toEqual([]);
        expect(official.header.issuer).toEqual([
          made.truth.organisations.find((each) => each.code === first().cell)?.name,
        ]);
      }
    }
  });

  test.skipIf(!requireTool('python3-openpyxl'))(
    'the rating form in Excel: heads, lines, nothing scored is empty',
    async () => {
      const data = await readRatingSheet(source(), { id: first().id });
      const path = join(temporaryFolder(), 'phieu.xlsx');
      await writeXlsx(ratingWorkbook(data, 'Khe Sơn'), profileForDate(profiles, data.day), path);
      const script = `
import sys, json, openpyxl
s = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps([[c.value for c in r] for r in s.iter_rows() if any(c.value is not None for c in r)], default=str))`;
      const rows = JSON.stringify(readWithPython(script, path));
      for (const text of [
        'TT',
        'Tiêu chí đánh giá',
        'Thang điểm',
        'Chi ủy, Bí thư chi bộ chấm',
        'Cấp ủy viên cấp trên chấm',
      ])
        expect(rows).toContain(JSON.stringify(text).replaceAll(/[^\x20-\x7e]/gu, (c) => c));
      expect(rows).toContain('["1","Công tác chuẩn bị",15,null,null');
    },
  );
});
