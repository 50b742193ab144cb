import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { explainWrittenFigure } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { type FinishedDocument, finishDocument } from '../../electron/data/reporting/run-document.ts';
import { resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

const [forms, presets] = [loadReportForms(resourcesDir), loadOfficePresets(resourcesDir)];
/** The numbers of the truth as a Vietnamese text writes them. */
const integer = (value: unknown) => Number(value).toLocaleString('de-DE');
const percent = (value: unknown) => `${Number(value).toLocaleString('de-DE', { minimumFractionDigits: 1 })}%`;

function textOf({ official }: FinishedDocument): string {
  return official.body
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      return block.kind === 'paragraph' || block.kind === 'item' ? [block.runs.map(({ text }) => text).join('')] : [];
    })
    .join('\n');
}

function printed({ figures }: FinishedDocument, key: string): string | undefined {
  return figures.find((figure) => figure.key === key)?.text;
}

describe.each<[Sample, readonly string[], string]>([
  ['district-a', ['2024-01', '2024-07', '2024-Q3', '2024'], 'G01'],
  ['commune-b', ['2024-07', '2024-Q4', '2024'], 'G01-02'],
])('BC-09 of %s', (sample, periods, unit) => {
  let made: TruthOffice;
  const documents = new Map<string, FinishedDocument>();
  const make = (period: string, of?: string, madeOn = '2025-01-15') =>
    finishDocument(
      { db: made.office.db, forms, presets, madeOn: day(madeOn) },
      { code: 'BC-09', about: { period, ...(of === undefined ? {} : { unit: of }) } },
    );
  const of = (period: string) => documents.get(period) ?? expect.fail(period);

  beforeAll(async () => {
    made = await truthOffice(sample);
    await addTruthPetitions(made);
    for (const period of [...periods, '2023-05']) documents.set(period, await make(period));
    documents.set('unit', await make('2024-09', unit));
  }, 120_000);
  afterAll(() => made.remove());

  test('the figures of the text are those of the truth', () => {
    for (const period of periods) {
      const truth = made.truth.figures.periods[period]?.total ?? expect.fail(period);
      const expected = {
        cells: integer(truth.cells),
        cells_met: integer(truth.cells_met),
        met_on_set_day: integer(truth.on_set_day),
        attendance_rate: percent(truth.rate),
        present: integer(truth.present),
        due: integer(truth.due),
        cells_visited: integer(truth.cells_visited),
        visits: integer(truth.visits),
        thematic_meetings: integer(truth.thematic_meetings),
        meetings_below_minimum: integer(truth.short_under_90),
      };
      for (const [column, text] of Object.entries(expected)) {
        expect(printed(of(period), `BC-05/${period}/total/${column}`), `${period} ${column}`).toBe(text);
      }
      const asked = { cells_not_met: truth.not_held, cells_not_reported: truth.not_reported };
      for (const [column, value] of Object.entries(asked)) {
        const text = value === 0 ? undefined : integer(value);
        expect(printed(of(period), `BC-05/${period}/total/${column}`), `${period} ${column}`).toBe(text);
      }
      expect(textOf(of(period))).toContain(
        `${percent(truth.rate)} (${integer(truth.present)}/${integer(truth.due)} lượt)`,
      );
    }
  });

  test('names who did not meet, with the reason the register gives', () => {
    const month = periods.find((period) => /-\d\d$/u.test(period)) ?? '';
    const cells = new Map(made.truth.organisations.map(({ code, name }) => [code, name]));
    const paragraph = of(month).paragraphs.find(({ key }) => key === 'II.1.not-held');
    const missing = made.truth.meetings.filter(({ held, period }) => !held && period === month);
    expect(paragraph === undefined).toBe(missing.length === 0);
    for (const { cell, reason } of missing) {
      expect(paragraph?.generated).toContain(cells.get(cell) ?? 'no name');
      const cause = reason?.replace(/^Không.*?(?: do |[:,] )/u, '').slice(1) ?? 'no reason';
      expect(paragraph?.generated).toContain(cause);
    }
  });

  test('says who is short of the year’s quota and what is overdue, as the truth has it', () => {
    const { officials, petitions } = made.truth.figures;
    const year = of('2024');
    const short = Object.entries(officials.by_official).filter(([, { shortfall }]) => shortfall > 0);
    expect(printed(year, 'II.5.short')).toBe(integer(officials.total.officials_below_quota));
    const named = short.filter(([code]) => printed(year, `BC-02/2024/${code}/shortfall`) !== undefined);
    expect(named.length).toBe(Math.min(short.length, 8));
    for (const [code, { shortfall, name }] of named) {
      expect(printed(year, `BC-02/2024/${code}/shortfall`)).toBe(integer(shortfall));
      expect(textOf(year)).toContain(name);
    }
    expect(printed(year, 'BC-02/2024/total/visits')).toBe(integer(officials.total.counted));
    expect(printed(year, 'BC-04/2024/total/petitions')).toBe(integer(petitions.mentions));
    expect(printed(year, 'BC-04/2024/total/matters')).toBe(integer(petitions.matters));
    expect(printed(year, 'BC-04/2024/total/overdue')).toBe(integer(petitions.overdue));
    expect(printed(year, 'BC-04/2024/total/matters_resolution_rate')).toBe(percent(petitions.matters_resolved_rate));
  });

  test('compares with the month before, and not with what nobody recorded (R42)', () => {
    const [before, now] = ['2024-06', '2024-07'].map((month) => made.truth.figures.periods[month]?.total.rate);
    const points = Math.abs(Math.round((Number(now) - Number(before)) * 10) / 10);
    const words = `${Number(now) > Number(before) ? 'tăng' : 'giảm'} ${percent(points).slice(0, -1)} điểm phần trăm`;
    expect(textOf(of('2024-07'))).toContain(`${words} so với tháng 6/2024 (${percent(before)})`);
    expect(textOf(of('2024-07'))).not.toContain('cùng kỳ');
    expect(textOf(of('2024'))).not.toContain('so với năm 2023');
  });

  test('every figure opens to records whose number or sum is what is printed', async () => {
    for (const [name, { figures }] of documents) {
      for (const { key, figure, text, label } of figures) {
        const { value, rows, parts, how } = await explainWrittenFigure(made.office.db, { label, figure });
        const sum = rows.reduce((added, { amount }) => added + amount, 0);
        const where = `${name} ${key}`;
        expect(value, where).not.toBeNull();
        if (how === 'ratio') {
          const rate = Math.round((1000 * sum) / (parts?.denominator ?? 0)) / 10;
          expect(text, where).toBe(rate === 100 ? '100%' : percent(rate));
        } else if (how === 'average')
          expect(Math.abs(Number(text.replace(',', '.')) - sum / rows.length), where).toBeLessThanOrEqual(0.5);
        else expect(text, where).toBe(integer(sum));
        const same = figures.filter((other) => other.key === key);
        expect(new Set(same.map((other) => other.text)).size, where).toBe(1);
      }
    }
  }, 120_000);

  test('whom it names is the office’s rule: another mark, fewer names', async () => {
    const change = (value: object) =>
      made.office.write('Thử', '', (db) =>
        db
          .updateTable('rule')
          .set({ value: JSON.stringify(value) })
          .where('code', '=', 'report_exceptions')
          .execute(),
      );
    const [month = ''] = periods;
    await change({ low_attendance_percent: 100, names: 1 });
    const strict = await make(month);
    await change({ low_attendance_percent: 90, names: 8 });
    const below = Number(printed(strict, 'II.2.low'));
    expect(below).toBeGreaterThan(Number(printed(of(month), 'II.2.low') ?? 0));
    expect(printed(strict, 'II.2.low/others')).toBe(String(below - 1));
    expect(textOf(strict)).toMatch(/sinh hoạt dưới 100%, thấp nhất là [^;]*\([^)]*\) và \d+ chi bộ khác/u);
  });

  test('no text says what is not known as a number, or breaks where nothing is known', () => {
    for (const [name, document] of documents) {
      const text = textOf(document);
      expect(text, name).not.toMatch(
        /null|NaN|undefined|chưa có số liệu \(|\(\)|\(;| {2}|\.\.|,,|; ?[.;]|: ?\.|[^\d,]0%/u,
      );
      expect(text.normalize('NFC'), name).toBe(text);
      const keys = document.paragraphs.map(({ key }) => key);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });

  test('a period of which nothing is recorded says so, without figures and tables', () => {
    const silent = of('2023-05');
    expect(textOf(silent)).toContain('chưa có chi bộ nào trong');
    expect(silent.official.annexes).toEqual([]);
    for (const part of [1, 2, 3, 4, 5, 6]) {
      const paragraph = silent.paragraphs.find(({ key }) => key === `II.${part}.none`);
      expect(paragraph?.generated).toBe('Chưa có số liệu tháng 5/2023.');
    }
  });

  test('while the period runs nothing is compared with whole ones', async () => {
    expect(textOf(await make('2024-07', undefined, '2024-07-20'))).not.toContain('so với tháng');
  });

  test('the annexes have no row without figures, and leave no cell empty', () => {
    for (const period of periods) {
      const { annexes } = of(period).official;
      expect(annexes.length, period).toBe(4);
      for (const { body, landscape } of annexes) {
        const [table] = body;
        expect(landscape).toBe(true);
        if (table?.kind !== 'table') return expect.fail('no table');
        expect(table.rows.length).toBeGreaterThan(1);
        for (const row of table.rows.slice(0, -1)) expect(row.every(({ text }) => text !== '')).toBe(true);
      }
    }
  });
});
