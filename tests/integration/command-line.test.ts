import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importResult } from '../../electron/contract/imports.ts';
import { type ReportResult, reportResult } from '../../electron/contract/reports.ts';
import { expectFigures } from '../support/bc-05-truth.ts';
import { readImportTruth } from '../support/import-truth.ts';
import { sampleFiles } from '../support/imported-office.ts';
import { readTruth } from '../support/truth.ts';

const cli = resolve(import.meta.dirname, '../../electron/hosts/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'sochibo-cli-'));
const office = join(folder, 'khe-son.sochibo');
const truth = readTruth('district-a');
const [organisations, members, assignments, meetings, plan] = sampleFiles('district-a', [
  'danh-sach-to-chuc.xlsx',
  'danh-sach-dang-vien.xlsx',
  'phan-cong-can-bo.xlsx',
  'theo-doi-sinh-hoat-2024.xlsx',
  'ke-hoach-du-2024.xlsx',
]).map(({ path }) => path);
const four = [organisations, members, assignments, meetings].map(String);

/** Runs the command line as a user does; standard output, standard error and exit code. */
function sochibo(...parameters: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { out: stdout, err: stderr, code: status };
}

function report(code: string, period: string): ReportResult {
  return reportResult.parse(JSON.parse(sochibo('report', office, code, '--period', period, '--json').out));
}

beforeAll(() => {
  const made = sochibo(
    'new',
    office,
    '--preset',
    'district',
    '--name',
    'Huyện ủy Khe Sơn',
    '--superior',
    'Đảng bộ tỉnh Quảng Trị',
    '--place',
    'Khe Sơn',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a district from its workbooks to its reports, on the command line', () => {
  test('the errors of the four workbooks are those expected; without --accept nothing is written', () => {
    const { out, code } = sochibo('import', office, ...four, '--json');
    expect(code).toBe(3);
    const result = importResult.parse(JSON.parse(out));
    expect(result.committed).toBe(false);
    const found = result.workbooks.flatMap(({ file, sheets }) =>
      sheets.flatMap(({ name, issues }) =>
        issues
          .filter(({ severity }) => severity === 'error')
          .map((issue) => `${file} ${name} ${issue.row} ${issue.code}`),
      ),
    );
    const names = four.map((path) => path.split(/[\\/]/u).at(-1));
    const expected = readImportTruth('district-a')
      .expected_issues.filter(({ severity, workbook }) => severity === 'error' && names.includes(workbook))
      .flatMap(({ workbook, kind, places }) => places.map(({ sheet, row }) => `${workbook} ${sheet} ${row} ${kind}`));
    expect(found.sort()).toEqual(expected.sort());
    expect(JSON.parse(sochibo('list', office, 'members', '--json').out)).toEqual([]);
  });

  test('with --accept the good rows are written, and BC-05 equals the truth for every period and organisation', () => {
    const { out, code } = sochibo('import', office, ...four, '--accept', '--json');
    expect(code).toBe(3);
    expect(importResult.parse(JSON.parse(out)).committed).toBe(true);
    const nameOf = new Map(truth.organisations.map((organisation) => [organisation.code, organisation.name]));
    for (const [period, figures] of Object.entries(truth.figures.periods)) {
      const { total, rows } = report('BC-05', period);
      expectFigures(`${period} total`, total, figures.total);
      for (const [code, expected] of Object.entries(figures.by_org)) {
        const row = rows.find(({ kind, name }) => kind === 'organisation' && name === nameOf.get(code));
        expectFigures(`${period} ${code}`, row?.figures ?? {}, expected);
      }
    }
  }, 120_000);

  test('BC-02 equals the truth but for the substitutes whom only the plan names, and wholly once the plan is in', () => {
    const officials = Object.values(truth.figures.officials.by_official);
    const byName = (rows: ReportResult['rows']) =>
      Map.groupBy(
        rows.filter(({ kind }) => kind === 'official'),
        ({ name }) => name,
      );
    const figuresOf = (name: string, rows: ReportResult['rows']) =>
      (byName(rows).get(name) ?? [])
        .map(({ figures }) => [figures.quota_year, figures.visits, figures.shortfall].join())
        .sort();
    const expected = (name: string) =>
      officials
        .filter((each) => each.name === name)
        .map((each) => [each.quota, each.counted, each.shortfall].join())
        .sort();

    const before = report('BC-02', '2024');
    expect(before.total.quota_year).toBe(truth.figures.officials.total.quota);
    for (const { name, attended_as_substitute } of officials) {
      if (attended_as_substitute === 0) expect(figuresOf(name, before.rows), name).toEqual(expected(name));
    }

    expect(sochibo('import', office, String(plan), '--json').code).toBe(0);
    const after = report('BC-02', '2024');
    for (const { name } of officials) expect(figuresOf(name, after.rows), name).toEqual(expected(name));
    const { quota, counted, shortfall } = truth.figures.officials.total;
    expect(after.total).toMatchObject({ quota_year: quota, visits: counted, shortfall });
  }, 60_000);

  test('explain lists the rows whose sum is the figure', () => {
    const { total } = report('BC-05', '2024-07');
    const { out } = sochibo(
      'explain',
      office,
      'BC-05',
      '--period',
      '2024-07',
      '--row',
      'total',
      '--column',
      'present',
      '--json',
    );
    const explained: { value: number; rows: { amount: number }[] } = JSON.parse(out);
    expect(explained.value).toBe(total.present);
    expect(explained.rows.reduce((sum, row) => sum + row.amount, 0)).toBe(total.present);
  });

  test('undo takes back the last import, and the one before it', () => {
    expect(sochibo('undo', office).code).toBe(0);
    expect(sochibo('undo', office).code).toBe(0);
    expect(JSON.parse(sochibo('list', office, 'members', '--json').out)).toEqual([]);
    expect(sochibo('undo', office)).toMatchObject({ code: 2, out: '' });
    expect(sochibo('check', office).code).toBe(0);
  }, 60_000);
});

describe('what the command line refuses', () => {
  const broken = join(folder, 'khong-phai-excel.xlsx');
  const noFile = join(folder, 'khong-co.sochibo');
  test.each<[string, () => string[], number, RegExp]>([
    ['a workbook that is not one', () => ['import', office, broken], 3, /khong-phai-excel\.xlsx/u],
    ['an office that is not there', () => ['check', noFile], 4, /khong-co\.sochibo/u],
    ['a period that is none', () => ['report', office, 'BC-05', '--period', '2024-13'], 2, /2024-13|kỳ/iu],
    ['a report that is none', () => ['report', office, 'BC-99', '--period', '2024'], 2, /BC-99/u],
    [
      'an office over another',
      () => ['new', office, '--preset', 'commune', '--name', 'a', '--superior', 'b', '--place', 'c'],
      2,
      /khe-son/u,
    ],
    ['a missing argument', () => ['report', office], 2, /./u],
  ])('%s', (_, parameters, code, message) => {
    writeFileSync(broken, 'đây không phải sổ tính');
    const { code: ended, err, out } = sochibo(...parameters());
    expect({ ended, out }).toEqual({ ended: code, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/at .*\.ts:\d/u);
  });

  test('the demo writes its reports and minutes', () => {
    const out = join(folder, 'demo');
    expect(sochibo('demo', '--out', out).code).toBe(0);
    const names = readdirSync(out);
    expect(names.filter((name) => /^BC-0[25].*\.xlsx$/u.test(name))).toHaveLength(6);
    expect(names.filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(5);
    for (const name of names.filter((each) => /\.(docx|xlsx)$/u.test(each))) {
      expect(readFileSync(join(out, name)).subarray(0, 2).toString(), name).toBe('PK');
    }
  }, 60_000);
});
