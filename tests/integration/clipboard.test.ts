import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toHtmlTable } from '../../renderer/components/data-table/clipboard.ts';
import type { Column } from '../../renderer/components/data-table/column.ts';
import { requireTool } from '../support/requirements.ts';
import { runTool } from '../support/run-tool.ts';

type Row = { card: string; born: string; rate: number | null; shown: string };

const columns: Column<Row>[] = [
  { key: 'card', heading: 'Số thẻ', width: 80, text: ({ card }) => card },
  { key: 'born', heading: 'Ngày sinh', width: 80, text: ({ born }) => born },
  { key: 'rate', heading: 'Tỷ lệ %', width: 80, text: ({ shown }) => shown, number: ({ rate }) => rate },
];
const rows: Row[] = [
  { card: '00735707', born: '03/05/1990', rate: 96.2, shown: '96,2' },
  { card: '12345678', born: '1990', rate: 4505, shown: '4.505' },
  { card: '–', born: '05/1990', rate: null, shown: '–' },
];
const read = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps([[cell.value for cell in row] for row in sheet.iter_rows()]))
`;

describe.skipIf(!requireTool('soffice') || !requireTool('python3-openpyxl'))('rows pasted into LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-clipboard-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keep leading zeros and dates as text, and numbers by value whatever the decimal sign', () => {
    const path = join(folder, 'bang.html');
    writeFileSync(path, `<meta charset="utf-8">${toHtmlTable(rows, columns)}`);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    // The reader behind "paste" of a table, too.
    const reader = '--infilter=HTML (StarCalc)';
    runTool('soffice', ['--headless', profile, reader, '--convert-to', 'xlsx', '--outdir', folder, path]);
    expect(JSON.parse(runTool('/usr/bin/python3', ['-c', read, join(folder, 'bang.xlsx')]))).toEqual([
      ['Số thẻ', 'Ngày sinh', 'Tỷ lệ %'],
      ['00735707', '03/05/1990', 96.2],
      ['12345678', '1990', 4505],
      [null, '05/1990', null],
    ]);
  });
});
