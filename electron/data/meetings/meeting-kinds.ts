import type { RuleValue } from '../rules/rule-values.ts';
import type { MeetingKind } from '../schema/column-types.ts';

export type MeetingKindRule = RuleValue<'meeting_kinds'>;

/** The monthly meeting. Extraordinary meetings and congresses are meetings, but not this one (handbook R7). */
export function isRegular(kind: MeetingKind | null, rule: MeetingKindRule): boolean {
  return kind !== null && rule.regular.includes(kind);
}

/** A combined meeting is thematic as well as regular (handbook R5). */
export function isThematic(kind: MeetingKind | null, rule: MeetingKindRule): boolean {
  return kind !== null && rule.thematic.includes(kind);
}

/** Whether attendance, grade and duration of the meeting go into the figures of BC-05. */
export function isCountedKind(kind: MeetingKind | null, rule: MeetingKindRule): boolean {
  return kind !== null && rule.counted.includes(kind);
}
