import type { RuleValue } from '../rules/rule-values.ts';
import type { MeetingKind } from '../schema/column-types.ts';
import { minutesBetween, parseClock } from '../vietnamese/times.ts';

/** Minutes from `HH:MM` to `HH:MM`; null when a time is missing or the end is before the start. */
export function meetingMinutes(startedAt: string | null, endedAt: string | null): number | null {
  const start = startedAt === null ? null : parseClock(startedAt);
  const end = endedAt === null ? null : parseClock(endedAt);
  return start === null || end === null ? null : minutesBetween(start, end);
}

/** The same without the minutes of breaks; breaks longer than the meeting leave 0. */
export function heldMinutes(
  startedAt: string | null,
  endedAt: string | null,
  breakMinutes: number | null,
): number | null {
  const minutes = meetingMinutes(startedAt, endedAt);
  return minutes === null ? null : Math.max(0, minutes - (breakMinutes ?? 0));
}

/**
 * Minutes the meeting has to last under the rule in force on its date (handbook R6): the largest that applies, so a
 * combined meeting of a big cell has the larger of the two; a small cell's own value stands before them all (HD 42). null
 * when no minimum is known.
 */
export function requiredMinutes(
  meeting: { kind: MeetingKind; members: number | null; ownMinimum: number | null },
  rule: RuleValue<'minimum_minutes'>,
): number | null {
  const { members, ownMinimum } = meeting;
  if (ownMinimum !== null) return ownMinimum;
  const applying = [
    rule.default,
    meeting.kind === 'regular_with_thematic' ? rule.combined : null,
    ...rule.by_member_count.map(({ from, minutes }) => (members !== null && members >= from ? minutes : null)),
  ].filter((minutes) => minutes !== null);
  return applying.length === 0 ? null : Math.max(...applying);
}

/** Shorter than required. An unknown duration or an unknown minimum is not short (handbook R42). */
export function isShort(minutes: number | null, required: number | null): boolean {
  return minutes !== null && required !== null && minutes < required;
}
