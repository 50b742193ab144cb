import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { type Comparison, importForComparison } from '../support/import-comparison/comparison.ts';
import { expectedIssues, foundIssues } from '../support/import-comparison/issues.ts';
import { absenteeDifferences, meetingDifferences } from '../support/import-comparison/meetings.ts';
import {
  memberDifferences,
  membershipEventDifferences,
  postDifferences,
} from '../support/import-comparison/members.ts';
import { assignmentDifferences, officialDifferences, teamDifferences } from '../support/import-comparison/officials.ts';
import { organisationDifferences, organisationEventDifferences } from '../support/import-comparison/organisations.ts';
import { petitionDifferences } from '../support/import-comparison/petitions.ts';
import { plannedVisitDifferences, visitDifferences } from '../support/import-comparison/visits.ts';
import { planFiles, sampleFiles, sampleWorkbooks } from '../support/imported-office.ts';
import { temporaryFolder } from '../support/office.ts';

/** The first differences only: a mistake in a rule shows in hundreds of records. */
const shown = 30;

const recordComparisons = [
  ['organisations with dated names and set days', organisationDifferences],
  ['what happened to organisations', organisationEventDifferences],
  ['members: names, dates, codes, cards, cells, statuses', memberDifferences],
  ['membership events of the year', membershipEventDifferences],
  ['posts in the cell committee and elsewhere', postDifferences],
  ['officials with titles, groups, own cell and member', officialDifferences],
  ['assignments, and the entries their quotas count over', assignmentDifferences],
  ['guidance teams', teamDifferences],
  ['meetings, every field', meetingDifferences],
  ['the absent whom the register names', absenteeDifferences],
  ['visits: by whom, on what basis, at which level', visitDifferences],
  ['planned visits: what was reported, what the register has', plannedVisitDifferences],
  ['petitions, every field, with their meeting and what they repeat', petitionDifferences],
] as const;

describe.each(['district-a', 'commune-b'] as const)('%s: the workbooks agree with the truth', (sample) => {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-import-'));
  let comparison: Comparison;

  beforeAll(async () => {
    comparison = await importForComparison(sample, folder);
  });
  afterAll(() => {
    comparison?.imported.office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(recordComparisons)('%s', async (_, differencesOf) => {
    expect((await differencesOf(comparison)).slice(0, shown)).toEqual([]);
  });

  test('namesakes are never merged', () => {
    for (const [one, other] of comparison.truth.namesakes) {
      const [first, second] = [comparison.member(one), comparison.member(other)];
      if (first !== undefined && second !== undefined) expect(first).not.toBe(second);
    }
  });

  test('every expected issue is found at its place, and no other error or warning', () => {
    expect(foundIssues(comparison)).toEqual(expectedIssues(comparison));
  });

  test('importing the same files once more changes nothing, in any order', async () => {
    const { office } = comparison.imported;
    const again = await planFiles(office, sampleFiles(sample).toReversed());
    const sheets = again.workbooks.flatMap((workbook) => workbook.sheets);
    expect(sheets.filter(({ created, updated }) => created + updated > 0)).toEqual([]);
    const changed = Object.entries(again.changes).filter(([, rows]) => rows.inserts.length + rows.updates.length > 0);
    expect(changed).toEqual([]);
    expect(await commitImport(office, again, { accept: true })).toEqual({ importId: null, committed: true });
    expect(await office.db.selectFrom('import_run').select('id').execute()).toHaveLength(1);
  });
});

test('a workbook at a time, the plan before the register: the same records', async () => {
  const folder = temporaryFolder();
  const [organisations, members, assignments, meetings, plans, petitions, oldMembers, national] = sampleWorkbooks;
  const runs = [[organisations], [members], [oldMembers], [national], [assignments], [petitions], [plans], [meetings]];
  const comparison = await importForComparison('commune-b', folder, runs);
  onTestFinished(() => comparison.imported.office.close());
  for (const [what, differencesOf] of recordComparisons) {
    expect([what, await differencesOf(comparison)]).toEqual([what, []]);
  }
});
