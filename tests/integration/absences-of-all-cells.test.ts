import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absenceStreaks, unexcusedMonths } from '../../electron/data/meetings/absence-rules.ts';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import { type CellMeeting, calledMeetings } from '../../electron/data/meetings/list-absences.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { readRules } from '../../electron/data/rules/read-rules.ts';
import { newOffice } from '../support/office.ts';
import { addCommune, addMember } from '../support/small-office.ts';

const results = ['present', 'absent_excused', 'absent_unexcused', 'not_due'] as const;
/** Who is away at all is away often: only then is somebody on a list of this report. */
const result = fc.oneof({ arbitrary: fc.constant('absent_excused' as const), weight: 4 }, fc.constantFrom(...results));
const line = fc.record({ who: fc.constantFrom(0, 1, 2), byNameOnly: fc.boolean(), result });
const list = fc.record({
  lines: fc.uniqueArray(line, { selector: ({ who }) => who, maxLength: 3 }),
  absentExcused: fc.constantFrom(null, 0, 1, 2, 3),
});
/** In some cells everybody is known. */
type Lists = typeof lists extends fc.Arbitrary<infer L> ? L : never;
const lists = fc.record({ isLinked: fc.boolean(), meetings: fc.array(list, { minLength: 4, maxLength: 8 }) });

const marked = (who: 0 | 1 | 2, result: (typeof results)[number], byNameOnly = false) => ({ who, byNameOnly, result });
const meetingsOf = (...months: Lists['meetings'][number]['lines'][]) =>
  months.map((lines) => ({ lines, absentExcused: null }));
/** Two are away too often, and who stood first on the lists was there when the other was first away. */
const twoStreaks: Lists = {
  isLinked: true,
  meetings: meetingsOf(
    [marked(0, 'present'), marked(1, 'absent_excused')],
    ...[2, 3, 4].map(() => [marked(0, 'absent_excused'), marked(1, 'absent_excused')]),
    [marked(0, 'absent_excused'), marked(1, 'present')],
  ),
};
/** Whom the name of the absent means, only a list says on which he was present. */
const knownWhenPresent: Lists = {
  isLinked: false,
  meetings: meetingsOf([marked(0, 'present')], ...[2, 3, 4, 5].map(() => [marked(0, 'absent_excused', true)])),
};

test('R14, BC-13: of all cells at once, without the lines of those present, the same people are found as cell by cell', async () => {
  const office = await newOffice();
  const people = await office.write('Thử', '', async (db) => {
    const { a, b } = await addCommune(db);
    const threeOf = async (cell: string) => [
      await addMember(db, cell),
      await addMember(db, cell),
      await addMember(db, cell),
    ];
    return new Map([
      [a, await threeOf(a)],
      [b, await threeOf(b)],
    ]);
  });
  const [a = '', b = ''] = people.keys();
  const rules = await readRules(office.db);
  await fc.assert(
    fc.asyncProperty(lists, lists, async (ofA, ofB) => {
      await fill(
        office,
        [
          [a, ofA],
          [b, ofB],
        ],
        people,
      );
      const all = await calledMeetings(office.db, rules, { year: 2024, cellId: null });
      for (const cellId of [a, b]) {
        const alone = await calledMeetings(office.db, rules, { year: 2024, cellId });
        expect(found(all.filter((meeting) => meeting.cellId === cellId))).toEqual(found(alone));
      }
    }),
    { numRuns: 30, examples: [[twoStreaks, knownWhenPresent]] },
  );
});

const noLine = { standing_then: null, status_then: null, reason: null, late_or_left_early: null };

function found(meetings: readonly CellMeeting[]) {
  return [absenceStreaks(meetings, { allowed: 3 }), unexcusedMonths(meetings, { months: 2 })];
}

async function fill(
  office: Office,
  cells: readonly (readonly [string, Lists])[],
  people: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await office.write('Thử', '', async (db) => {
    for (const table of ['attendance', 'meeting'] as const) await db.deleteFrom(table).execute();
    for (const [cell, { isLinked, meetings }] of cells) {
      for (const [at, { lines, absentExcused }] of meetings.entries()) {
        const id = `${cell} ${at}`;
        const period = `2024-${String(at + 1).padStart(2, '0')}`;
        await db
          .insertInto('meeting')
          .values({
            ...emptyMeeting(id, cell, period),
            ...{ kind: 'regular', state: 'held', date: `${period}-03`, absent_excused: absentExcused },
          })
          .execute();
        for (const [position, { who, byNameOnly, result }] of lines.entries()) {
          const member_id = byNameOnly && !isLinked ? null : (people.get(cell)?.[who] ?? null);
          const row = { ...noLine, id: `${id} ${position}`, meeting_id: id, member_id, result, position };
          await db
            .insertInto('attendance')
            .values({ ...row, name: `Người ${who}` })
            .execute();
        }
      }
    }
  });
}
