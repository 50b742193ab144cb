import type { RuleValue } from '../rules/rule-values.ts';
import type { AttendanceResult } from '../schema/column-types.ts';
import type { Month } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { excusedStreaks, isRollCall } from './attendance-rules.ts';

/** A held regular meeting with the names on its list; `absentExcused` as counted, null = not recorded. */
export interface CalledMeeting {
  id: string;
  month: Month;
  absentExcused: number | null;
  lines: readonly { memberId: string | null; name: string; result: AttendanceResult }[];
}

export interface AbsenceStreak {
  memberId: string | null;
  name: string;
  meetings: { id: string; month: Month }[];
}

/**
 * Members of one cell whose excused absences in a row exceed the rule (handbook R14); `meetings` in their order. A person
 * is a member, else a name: registers name the absent without saying who they are. Whoever a list does not name was there,
 * unless the list names fewer than were counted absent: then it is not known, and no run goes on over it (R42).
 */
export function absenceStreaks(meetings: readonly CalledMeeting[], rule: RuleValue<'excused_streak'>): AbsenceStreak[] {
  const keyOf = personKey(meetings.flatMap(({ lines }) => lines));
  const people = new Map<string, { memberId: string | null; name: string }>();
  const resultsOf = meetings.map((meeting) => {
    const results = new Map<string, AttendanceResult>();
    for (const line of meeting.lines) {
      const key = keyOf(line);
      results.set(key, line.result);
      const known = people.get(key);
      if (!known || known.memberId === null) people.set(key, { memberId: line.memberId, name: line.name });
    }
    return results;
  });
  return [...people].flatMap(([key, person]) => {
    const results = meetings.map((meeting, index) => ({
      month: meeting.month,
      result: resultsOf[index]?.get(key) ?? (namesAllAbsent(meeting) ? 'present' : 'not_due'),
      id: meeting.id,
    }));
    return excusedStreaks(results, rule).map(({ months }) => ({
      ...person,
      meetings: results.filter(({ month, result }) => result === 'absent_excused' && months.includes(month)),
    }));
  });
}

/** A name without a member is the one member of that name, where the lists know one. */
function personKey(lines: readonly { memberId: string | null; name: string }[]) {
  const membersOf = new Map<string, Set<string>>();
  for (const { memberId, name } of lines) {
    if (memberId !== null) membersOf.set(searchKey(name), (membersOf.get(searchKey(name)) ?? new Set()).add(memberId));
  }
  return ({ memberId, name }: { memberId: string | null; name: string }): string => {
    const [only, ...others] = [...(membersOf.get(searchKey(name)) ?? [])];
    return memberId ?? (only !== undefined && others.length === 0 ? only : `name:${searchKey(name)}`);
  };
}

function namesAllAbsent({ lines, absentExcused }: CalledMeeting): boolean {
  const named = lines.filter(({ result }) => result === 'absent_excused').length;
  return isRollCall(lines) || (absentExcused !== null && named >= absentExcused);
}
