import type { RuleValue } from '../rules/rule-values.ts';
import type { AttendanceResult } from '../schema/column-types.ts';
import type { Month } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { remembered } from '../vietnamese/remembered.ts';
import { excusedStreaks, isRollCall } from './attendance-rules.ts';

/** A held regular meeting with the names on its list; `absentExcused` as counted, null = not recorded. */
export interface CalledMeeting {
  id: string;
  month: Month;
  absentExcused: number | null;
  /** Whether somebody was marked present, where `lines` need not have those who were. */
  isRollCall?: boolean;
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

/**
 * Members of one cell who missed the regular meetings of so many months of a year without a reason (BC-13; Điều lệ, Điều
 * 8), in a row or not; `meetings` are those of one calendar year. A person is told as in `absenceStreaks`.
 */
export function unexcusedMonths(
  meetings: readonly CalledMeeting[],
  rule: RuleValue<'unexcused_months'>,
): AbsenceStreak[] {
  const keyOf = personKey(meetings.flatMap(({ lines }) => lines));
  const missed = meetings.flatMap(({ id, month, lines }) =>
    lines
      .filter(({ result }) => result === 'absent_unexcused')
      .map((line) => ({ ...line, key: keyOf(line), meeting: { id, month } })),
  );
  return [...Map.groupBy(missed, ({ key }) => key).values()].flatMap((absences) => {
    const [first] = absences;
    if (!first || new Set(absences.map(({ meeting }) => meeting.month)).size < rule.months) return [];
    const memberId = absences.find((absence) => absence.memberId !== null)?.memberId ?? null;
    return [{ memberId, name: first.name, meetings: absences.map(({ meeting }) => meeting) }];
  });
}

/** More than the lists of a cell have. */
const mostNames = 10_000;

/** A name without a member is the one member of that name, where the lists know one. */
function personKey(lines: readonly { memberId: string | null; name: string }[]) {
  if (lines.every(({ memberId }) => memberId !== null))
    return ({ memberId }: { memberId: string | null }) => memberId ?? '';
  // A cell's lists have the same names month after month.
  const keyOf = remembered(searchKey, mostNames);
  const membersOf = new Map<string, Set<string>>();
  for (const { memberId, name } of lines) {
    if (memberId === null) continue;
    const key = keyOf(name);
    const members = membersOf.get(key) ?? new Set();
    membersOf.set(key, members.add(memberId));
  }
  return ({ memberId, name }: { memberId: string | null; name: string }): string => {
    if (memberId !== null) return memberId;
    const [only, ...others] = [...(membersOf.get(keyOf(name)) ?? [])];
    return only !== undefined && others.length === 0 ? only : `name:${keyOf(name)}`;
  };
}

function namesAllAbsent({ lines, absentExcused, isRollCall: isCalled = isRollCall(lines) }: CalledMeeting): boolean {
  const named = lines.filter(({ result }) => result === 'absent_excused').length;
  return isCalled || (absentExcused !== null && named >= absentExcused);
}
