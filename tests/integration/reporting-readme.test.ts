import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { resourcesDir, temporaryFolder } from '../support/office.ts';
import { readWithOpenpyxl } from '../support/read-with-openpyxl.ts';

const repository = resolve(resourcesDir, '..');
const readme = readFileSync(join(repository, 'electron/data/reporting/README.md'), 'utf8');

/** The worked example: its blocks in the order of the README, those of code with the file they name in the first line. */
const blocks = [...readme.slice(readme.indexOf('## Add a report')).matchAll(/```(\w+)\n([\s\S]*?)```/gu)].map(
  ([, language = '', text = '']) => ({ language, text }),
);
const code = blocks
  .filter(({ language }) => language === 'ts')
  .map(({ text }) => ({ path: /^\/\/ (\S+)\n/u.exec(text)?.[1] ?? '', text }));
const textOf = (language: string) => blocks.find((block) => block.language === language)?.text ?? '';

/** Asks the copy for everything a report is wanted for; prints JSON. */
const asking = `
import { loadFormatProfiles, profileForDate } from './electron/data/documents/profile.ts';
import { writeXlsx } from './electron/data/documents/xlsx-writer.ts';
import { explain } from './electron/data/reporting/explain.ts';
import { loadReportForms } from './electron/data/reporting/report-forms.ts';
import { reportWorkbook } from './electron/data/reporting/report-workbook.ts';
import { finishReport, runReport } from './electron/data/reporting/run-report.ts';
import { truthOffice } from './tests/support/truth-office.ts';

const made = await truthOffice('commune-b');
const source = { db: made.office.db, forms: loadReportForms('resources') };
const question = { code: 'BC-16', period: '2024' };
const book = reportWorkbook(await finishReport(source, question), { name: 'Đảng ủy', superior: 'Huyện ủy', place: 'X' });
await writeXlsx(book, profileForDate(loadFormatProfiles('resources'), book.date), 'bc-16.xlsx');
const result = await runReport(source, question);
const explained = await explain(source, { ...question, row: 'total', column: 'months' });
console.log(JSON.stringify({ result, explained }));
made.remove();
`;

const answer = z.object({
  result: z.object({
    columns: z.array(z.object({ key: z.string(), label: z.string(), group: z.string() })),
    rows: z.array(z.object({ key: z.string(), figures: z.object({ months: z.number() }) })),
    total: z.object({ months: z.number() }),
  }),
  explained: z.object({ value: z.number(), rows: z.array(z.object({ entity: z.string(), label: z.string() })) }),
});

test('the README’s report is one file and one test under 120 lines, and gives screen, Excel, JSON and explanation', () => {
  expect(code.map(({ path }) => path)).toEqual([
    'electron/data/reporting/reports/bc-16-months-without-meeting.ts',
    'tests/unit/reporting/bc-16.test.ts',
  ]);
  expect(code.reduce((sum, { text }) => sum + text.split('\n').length, 0)).toBeLessThan(120);

  const copy = temporaryFolder();
  for (const folder of ['electron', 'resources', 'tests/support', 'tests/fixtures/commune-b']) {
    cpSync(join(repository, folder), join(copy, folder), { recursive: true });
  }
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(repository, file), join(copy, file));
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, text } of code) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  appendFileSync(join(copy, 'resources/reports/report_columns.csv'), textOf('csv'));
  appendFileSync(join(copy, 'resources/reports/forms.yaml'), textOf('yaml'));
  const index = join(copy, 'electron/data/reporting/reports/index.ts');
  const list = readFileSync(index, 'utf8');
  const listed = list.replace(/(reports: readonly Report\[\] = \[)/u, '$1bc16, ');
  expect(listed).not.toBe(list);
  writeFileSync(index, `import { bc16 } from './bc-16-months-without-meeting.ts';\n${listed}`);
  writeFileSync(join(copy, 'ask.ts'), asking);
  const run = (...given: string[]) => execFileSync(process.execPath, given, { cwd: copy, encoding: 'utf8' });

  run('node_modules/vitest/vitest.mjs', 'run', 'tests/unit/reporting/bc-16.test.ts', '--root', copy);
  const { result, explained } = answer.parse(JSON.parse(run('ask.ts')));
  expect(result.columns).toEqual([{ key: 'months', label: 'Số tháng không sinh hoạt', group: 'Trong kỳ' }]);
  expect(result.total.months).toBe(result.rows.reduce((sum, { figures }) => sum + figures.months, 0));
  expect(result.total.months).toBeGreaterThan(0);
  expect(explained.rows).toHaveLength(explained.value);
  expect(new Set(explained.rows.map(({ entity }) => entity))).toEqual(new Set(['meeting']));
  const sheet = readWithOpenpyxl(join(copy, 'bc-16.xlsx'))['BC-16'] ?? [];
  expect(sheet.flat().map((cell) => cell?.value)).toContain('Số tháng không sinh hoạt');
}, 120_000);
