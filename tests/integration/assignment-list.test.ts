import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AssignmentList, readAssignmentList } from '../../electron/data/assignments/assignment-list.ts';
import { refusal } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.each<Sample>(['district-a', 'commune-b'])('BC-03 of %s', (sample) => {
  let made: TruthOffice;
  let decision = '';
  let list: AssignmentList;
  beforeAll(async () => {
    made = await truthOffice(sample);
    decision = made.truth.assignments[0]?.decision ?? '';
    list = await readAssignmentList(made.office.db, { decisionId: decision, day: day('2024-12-31') });
  }, 60_000);
  afterAll(() => made.remove());

  test('one row an assignment of the decision, with the number of its annex row', () => {
    const expected = made.truth.assignments.filter((one) => one.decision === decision);
    expect(list.rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    const quotas = new Map(list.rows.map(({ id, quota }) => [id, quota?.visits ?? null]));
    for (const { id, min_visits_per_year } of expected) expect(quotas.get(id)).toBe(min_visits_per_year);
  });

  test('members of a cell are those its last meeting up to the day counted', () => {
    const row = list.rows.find(({ place }) => place.isCell && place.members !== null);
    const last = made.truth.meetings
      .filter(({ cell, date, total }) => cell === row?.place.id && date !== null && total !== null)
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
      .at(-1);
    expect(row?.place.members).toBe(last?.total);
  });

  test('the inverse list has every cell that is a target, with those who follow it directly first', () => {
    const targets = list.rows.filter(({ place }) => place.isCell).map(({ place }) => place.id);
    const cells = new Map(list.cells.map(({ place, followers }) => [place.id, followers]));
    for (const id of targets) expect(cells.get(id)?.[0]?.through).toBeNull();
  });

  test('by the day: those in force; a decision there is not is refused', async () => {
    const inForce = await readAssignmentList(made.office.db, { day: day('2024-07-31') });
    const expected = made.truth.assignments.filter(
      ({ from, to }) => (from === null || from <= '2024-07-31') && (to === null || to >= '2024-07-31'),
    );
    expect(inForce.rows).toHaveLength(expected.length);
    const refused = await refusal(readAssignmentList(made.office.db, { decisionId: 'x', day: day('2024-07-31') }));
    expect(refused.code).toBe('not_found');
  });
});
