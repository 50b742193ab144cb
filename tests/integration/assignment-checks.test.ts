import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckRecord } from '../../electron/contract/assignments.ts';
import { checkAssignments } from '../../electron/data/assignments/check-assignments.ts';
import { day } from '../support/report-material.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

describe.each<Sample>(['district-a', 'commune-b'])('BC-03 checks of %s at the end of 2024', (sample) => {
  let made: TruthOffice;
  let found: CheckRecord[];
  beforeAll(async () => {
    made = await truthOffice(sample);
    found = await checkAssignments(made.office.db, day('2024-12-31'));
  }, 60_000);
  afterAll(() => made.remove());

  const of = (check: CheckRecord['check']) => found.filter((finding) => finding.check === check);

  test('residential cells with nobody at all, and those followed only through their commune', () => {
    const { no_direct_assignment, no_assignment_at_all } = made.truth.figures.cells_without_official;
    const nobody = of('cell_without_official').map(({ organisation_id }) => organisation_id);
    const indirect = of('cell_without_own_official').map(({ organisation_id }) => organisation_id);
    expect(nobody).toEqual(no_assignment_at_all);
    expect([...nobody, ...indirect].toSorted()).toEqual(no_direct_assignment.toSorted());
  });

  test('R33 officials whose assigned cells meet on the same day', () => {
    const clashes = of('same_day_clash').map(({ official_id, target_ids }) => ({
      official: official_id,
      cells: target_ids.toSorted(),
    }));
    const { same_day_clashes } = made.truth.figures;
    expect(clashes).toHaveLength(same_day_clashes.length);
    expect(clashes).toEqual(
      expect.arrayContaining(same_day_clashes.map(({ official, cells }) => ({ official, cells: cells.toSorted() }))),
    );
  });
});
