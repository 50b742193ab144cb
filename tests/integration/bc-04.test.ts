import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import { mergeOrganisations } from '../../electron/data/organisations/reorganise.ts';
import { answeredNotTold, listPetitions, overduePetitions } from '../../electron/data/petitions/list-petitions.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { figureValue } from '../../electron/data/reporting/figure.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reportWorkbook } from '../../electron/data/reporting/report-workbook.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { roundHalfUp } from '../../electron/data/vietnamese/numbers.ts';
import { resourcesDir } from '../support/office.ts';
import type { PetitionTruthResult, Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';
import { petitionAuthority, petitionField } from '../support/truth-words.ts';

const forms = loadReportForms(resourcesDir);
const yearEnd = parseIsoDate('2024-12-31') ?? expect.fail();

type Results = Record<PetitionTruthResult, number>;
const sumOf = (results: Results) => Object.values(results).reduce((sum, one) => sum + one, 0);
const rateOf = (results: Results) => {
  const all = sumOf(results);
  return all === 0 ? null : roundHalfUp((100 * (results.ON_SPOT + results.RESOLVED)) / all, 1);
};

/** What a row of BC-04 shows, from the truth's mentions and matters of a field. */
function expected(mentions: Results, matters: Results) {
  return {
    petitions: sumOf(mentions),
    answered_on_spot: mentions.ON_SPOT,
    resolved: mentions.RESOLVED,
    in_progress: mentions.IN_PROGRESS,
    unresolved: mentions.UNRESOLVED,
    resolution_rate: rateOf(mentions),
    matters: sumOf(matters),
    matters_answered_on_spot: matters.ON_SPOT,
    matters_resolved: matters.RESOLVED,
    matters_in_progress: matters.IN_PROGRESS,
    matters_unresolved: matters.UNRESOLVED,
    matters_resolution_rate: rateOf(matters),
    carried_over: 0,
  };
}

describe.each<Sample>(['district-a', 'commune-b'])('BC-04 of %s', (sample) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
    await addTruthPetitions(made);
  }, 60_000);
  afterAll(() => made.remove());

  const run = (period: string, unit?: string) =>
    runReport({ db: made.office.db, forms }, { code: 'BC-04', period, unit });

  test('each field of the year equals the truth, mentions and matters (R37)', async () => {
    const { rows } = await run('2024');
    const truth = made.truth.figures.petitions;
    expect(rows.map(({ key }) => key)).toEqual(Object.keys(truth.by_field_result).map(petitionField));
    for (const [field, mentions] of Object.entries(truth.by_field_result)) {
      const row = rows.find(({ key }) => key === petitionField(field));
      const matters = truth.matters_by_field_result[field] ?? expect.fail(field);
      expect(row?.figures, field).toMatchObject(expected(mentions, matters));
    }
  });

  test('the total of the year equals the truth, the overdue among it', async () => {
    const { total } = await run('2024');
    const truth = made.truth.figures.petitions;
    expect(total).toMatchObject({
      petitions: truth.mentions,
      matters: truth.matters,
      answered_on_spot: truth.by_result.ON_SPOT,
      resolved: truth.by_result.RESOLVED,
      in_progress: truth.by_result.IN_PROGRESS,
      unresolved: truth.by_result.UNRESOLVED,
      matters_resolution_rate: truth.matters_resolved_rate,
      overdue: truth.overdue,
    });
  });

  test('has the shape the contract promises', async () => {
    expect(reportResult.parse(await run('2024'))).toEqual(await run('2024'));
  });

  test('any figure opens to its petitions: the overdue are those of the truth', async () => {
    const source = { db: made.office.db, forms };
    const { value, rows } = await explain(source, { code: 'BC-04', period: '2024', row: 'total', column: 'overdue' });
    expect(rows.map(({ id }) => id).sort()).toEqual(made.truth.figures.petitions.overdue_ids);
    expect(value).toBe(rows.length);
    const [first] = rows;
    expect(first?.label).toContain(made.truth.petitions.find(({ id }) => id === first?.id)?.text);
  });

  test('the lists of the year end equal the truth: overdue, answered and not told, told, late, by authority', async () => {
    const truth = made.truth.figures.petitions;
    const { db } = made.office;
    expect((await overduePetitions(db, yearEnd)).map(({ id }) => id).sort()).toEqual(truth.overdue_ids);
    expect(await answeredNotTold(db, yearEnd)).toHaveLength(truth.answered_not_told_back);
    const all = await listPetitions(db, yearEnd);
    expect(all).toHaveLength(truth.mentions);
    expect(all.filter(({ duplicate_of }) => duplicate_of === null)).toHaveLength(truth.matters);
    expect(all.filter(({ answered_on }) => answered_on !== null)).toHaveLength(truth.answered);
    expect(all.filter(({ cell_told_on }) => cell_told_on !== null)).toHaveLength(truth.told_back);
    const late = all.filter(({ answered_on, due_date }) => due_date !== null && (answered_on ?? '') > due_date);
    expect(late).toHaveLength(truth.answered_late);
    for (const [code, count] of Object.entries(truth.by_authority)) {
      const authority = made.truth.petitions.find((petition) => petition.authority === code)?.authority;
      const wanted = authority === undefined ? expect.fail(code) : petitionAuthority(authority);
      expect(all.filter((petition) => petition.authority === wanted)).toHaveLength(count);
    }
  });

  test('a quarter counts what was raised in it, and carries over what was not done with when it began', async () => {
    const { total } = await run('2024-Q3');
    const { petitions } = made.truth;
    const raised = petitions.filter(({ date }) => date >= '2024-07-01' && date <= '2024-09-30');
    expect(total.petitions).toBe(raised.length);
    // A petition answered on the spot was told at once; any other is done with when the cell was told (R38).
    const open = petitions.filter(
      ({ date, duplicate_of, result, told_back_on, answered_on }) =>
        date < '2024-07-01' &&
        duplicate_of === null &&
        !(
          ['ON_SPOT', 'RESOLVED'].includes(result) &&
          (told_back_on ?? '9') < '2024-07-01' &&
          (answered_on ?? '9') < '2024-07-01'
        ),
    );
    expect(total.carried_over).toBe(open.length);
    const answered = petitions.filter(({ answered_on }) => answered_on !== null && answered_on <= '2024-09-30');
    const overdue = petitions.filter(
      (petition) =>
        petition.date <= '2024-09-30' &&
        petition.due_on !== null &&
        petition.due_on < '2024-09-30' &&
        !answered.includes(petition),
    );
    expect(total.overdue).toBe(overdue.length);
  });

  test('R37 the list that goes with it has each matter numbered once, its repetitions under it', async () => {
    const finished = await finishReport({ db: made.office.db, forms }, { code: 'BC-04', period: '2024' });
    const { sheets } = reportWorkbook(finished, { name: 'Huyện ủy', superior: 'Tỉnh ủy', place: 'Khe Sơn' });
    expect(sheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Danh sách']);
    const rows = sheets[1]?.rows ?? [];
    expect(rows).toHaveLength(made.truth.figures.petitions.mentions);
    expect(rows.filter(({ cells }) => cells.number !== '')).toHaveLength(made.truth.figures.petitions.matters);
    for (const [index, { cells }] of rows.entries()) {
      if (cells.number === '') expect(rows[index - 1]?.cells.content).toBe(cells.content);
    }
    const results = ['on_spot', 'resolved', 'in_progress', 'unresolved'];
    for (const { cells } of rows) expect(results.filter((key) => cells[key] !== '')).toHaveLength(1);
  });

  test('with a unit: only the petitions of its cells', async () => {
    const cell = made.truth.petitions[0]?.cell ?? expect.fail();
    const { total } = await run('2024', cell);
    expect(total.petitions).toBe(made.truth.petitions.filter((petition) => petition.cell === cell).length);
  });

  test('BC-02 counts the petitions of the visits that count, and those answered on the spot', async () => {
    const { rows } = await runReport({ db: made.office.db, forms }, { code: 'BC-02', period: '2024' });
    const { meetings, visits, petitions } = made.truth;
    const meetingOf = new Map(meetings.filter(({ held }) => held).map(({ id, cell, date }) => [`${cell} ${date}`, id]));
    let heard = 0;
    for (const row of rows.filter(({ kind }) => kind === 'official')) {
      const ofVisits = petitions.filter(({ cell, date }) => {
        const at = visits.filter(({ meeting }) => meeting === meetingOf.get(`${cell} ${date}`));
        return at.length === 1 && at[0]?.official === row.key && at[0].counts_for_quota;
      });
      heard += ofVisits.length;
      expect(row.figures.petitions, row.name).toBe(ofVisits.length);
      const spot = ofVisits.filter(({ result }) => result === 'ON_SPOT').length;
      expect(row.figures.petitions_answered_on_spot, row.name).toBe(spot);
    }
    expect(heard).toBeGreaterThan(0);
  });
});

describe('R26 BC-04 folded into today’s organisation', () => {
  test('petitions of a cell that was merged are those of its successor, in the unit and in the list', async () => {
    const made = await truthOffice('commune-b');
    await addTruthPetitions(made);
    const { db } = made.office;
    const [into, source] = [...new Set(made.truth.petitions.map(({ cell }) => cell))];
    if (into === undefined || source === undefined) throw new Error('the sample has petitions of too few cells');
    const date = parseIsoDate('2025-01-01') ?? expect.fail();
    await made.office.write('Sáp nhập', '', (tx) =>
      mergeOrganisations(tx, {
        ...{ sources: [source], into: { existing: into }, date, document: null },
        assignments: 'end',
        end_reason: null,
      }),
    );
    const of = (...cells: string[]) => made.truth.petitions.filter(({ cell }) => cells.includes(cell)).length;
    const asked = { code: 'BC-04', period: '2024', unit: into } as const;
    const folded = await finishReport({ db, forms, madeOn: date }, { ...asked, basis: 'now' });
    expect(figureValue(folded.total.petitions ?? expect.fail())).toBe(of(into, source));
    expect((await runReport({ db, forms, madeOn: date }, asked)).total.petitions).toBe(of(into));
    const cells = new Set((folded.lists?.[0]?.rows ?? []).map((row) => row.cells.cell));
    expect(cells.size).toBe(1);
    made.remove();
  });
});

describe('BC-04 of an office without petitions', () => {
  test('R42 is not known, which is not 0', async () => {
    const made = await truthOffice('commune-b');
    const { total, rows } = await runReport({ db: made.office.db, forms }, { code: 'BC-04', period: '2024' });
    made.remove();
    expect(total.petitions).toBeNull();
    expect(rows.every(({ figures }) => figures.overdue === null)).toBe(true);
  });
});
