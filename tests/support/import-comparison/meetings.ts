import { listMeetings } from '../../../electron/data/meetings/list-meetings.ts';
import { differences } from '../differences.ts';
import * as words from '../truth-words.ts';
import { type Comparison, listedMembers } from './comparison.ts';

/** Every field of every meeting and of every month without one. */
export async function meetingDifferences({ truth, imported, organisation, meeting }: Comparison): Promise<string[]> {
  const records = await listMeetings(imported.office.db, {});
  const actual = new Map(
    records.map((record) => [record.id, { ...record, other_day_approved: record.other_day_approved ?? false }]),
  );
  const expected = new Map(
    truth.meetings.map((one) => [
      meeting(one.id),
      {
        cell_id: organisation(one.cell),
        period: one.period,
        held: one.held,
        date: one.date,
        kind: words.meetingKind(one.type),
        started_at: one.start,
        ended_at: one.end,
        members_total: one.total,
        exempt: one.exempt,
        working_away: one.away,
        due: one.due,
        present: one.present,
        absent_excused: one.absent_excused,
        absent_unexcused: one.absent_unexcused,
        theme: one.theme,
        score: one.score,
        grade: words.grade(one.grade),
        not_held_reason: one.held ? null : one.reason,
        // A row without a meeting says nothing of those received or suspended.
        ...(one.held && {
          temporarily_received: one.temporarily_received,
          suspended: one.suspended,
          present_exempt: one.present_exempt,
        }),
        ...(one.day !== null && one.day !== 'ON_SET_DAY' && { other_day_approved: one.day === 'OFF_APPROVED' }),
      },
    ]),
  );
  return differences(actual, expected);
}

/**
 * The absent whom the register names. Where a cell has two members of the name nobody but the truth knows which of them
 * was absent: then the name alone is right, and so is the one who alone had to come.
 */
export async function absenteeDifferences(comparison: Comparison): Promise<string[]> {
  const { truth, imported, member, meeting } = comparison;
  const rows = await imported.office.db.selectFrom('attendance').selectAll().execute();
  const members = new Map(listedMembers(comparison).map((one) => [one.id, one]));
  const namesakes = Map.groupBy(members.values(), (one) => `${one.cell} ${one.name}`);
  const actual = new Map<string, object>(
    rows.flatMap(({ meeting_id, member_id, reason }) =>
      member_id === null ? [] : [[`${meeting_id} ${member_id}`, { reason }] as const],
    ),
  );
  const expected = truth.meetings.flatMap(({ id, absentees }) =>
    (absentees ?? []).flatMap(({ member: absent, reason }) => {
      const person = members.get(absent);
      const key = `${meeting(id)} ${member(absent)}`;
      const isAmbiguous = person && (namesakes.get(`${person.cell} ${person.name}`)?.length ?? 0) > 1;
      return !person || (isAmbiguous && !actual.has(key)) ? [] : [[key, { reason }] as const];
    }),
  );
  const total = truth.meetings.reduce((sum, { absentees }) => sum + (absentees?.length ?? 0), 0);
  return [
    ...differences(actual, new Map(expected)),
    ...(rows.length === total ? [] : [`${rows.length} absentees, expected ${total}`]),
  ];
}
