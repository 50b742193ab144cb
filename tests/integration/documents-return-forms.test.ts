import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadFormatProfiles, profileForDate } from '../../electron/data/documents/profile.ts';
import { writeXlsx } from '../../electron/data/documents/xlsx-writer.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reportWorkbook } from '../../electron/data/reporting/report-workbook.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { finishReport } from '../../electron/data/reporting/run-report.ts';
import { readSendingOffice } from '../../electron/data/reporting/sending-office.ts';
import { resourcesDir, temporaryFolder } from '../support/office.ts';
import { convertAll, runTool } from '../support/run-tool.ts';
import type { Sample } from '../support/truth.ts';
import { truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

const forms = loadReportForms(resourcesDir);
const profiles = loadFormatProfiles(resourcesDir);
const checker = join(import.meta.dirname, '../support/xlsx-format-checker.py');

function findings(...files: string[]): string[] {
  return z.array(z.string()).parse(JSON.parse(runTool('/usr/bin/python3', [checker, ...files])));
}

async function writeForms(sample: Sample, folder: string): Promise<string[]> {
  const made = await truthOffice(sample);
  await addTruthPetitions(made);
  const { db } = made.office;
  const files: string[] = [];
  for (const { code } of reports) {
    for (const period of ['2024-07', '2024']) {
      const finished = await finishReport({ db, forms }, { code, period });
      const office = await readSendingOffice(db, loadOfficePresets(resourcesDir), finished.scope.asOf);
      const file = join(folder, `${code} ${period}.xlsx`);
      await writeXlsx(reportWorkbook(finished, office), profileForDate(profiles, finished.scope.asOf), file);
      files.push(file);
    }
  }
  made.remove();
  return files;
}

describe.each<Sample>(['district-a', 'commune-b'])('every return form of %s', (sample) => {
  test('is as section 7 says, and LibreOffice reckons the figures that are stored', async () => {
    const folder = temporaryFolder();
    const files = await writeForms(sample, folder);
    const recalculated = join(folder, 'recalculated');
    mkdirSync(recalculated);
    convertAll(files, 'xlsx', recalculated);
    const found = files.map((file) => [basename(file), findings(file, join(recalculated, basename(file)))]);
    expect(found.filter(([, list]) => list?.length)).toEqual([]);
  }, 300_000);
});

test('the checker finds what is wrong', async () => {
  const folder = temporaryFolder();
  const [file = ''] = await writeForms('commune-b', folder);
  const broken = join(folder, 'broken.xlsx');
  const spoil = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
sheet.page_setup.paperSize = 8
sheet.HeaderFooter.differentFirst = False
sheet.freeze_panes = None
sheet['A1'] = 'V/v báo cáo'
sheet.cell(sheet.max_row - 12, 3).value = '=cmd()'
book.save(sys.argv[2])
`;
  runTool('/usr/bin/python3', ['-c', spoil, file, broken]);
  expect(findings(broken).join('\n')).toMatch(
    /not A4[\s\S]*first page[\s\S]*not frozen[\s\S]*contains V\/v[\s\S]*formula =cmd/u,
  );
});
