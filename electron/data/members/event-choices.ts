import type { Kysely } from 'kysely';
import { type EventChoice, eventCode } from '../../contract/member-events.ts';
import type { Tables } from '../schema/database.ts';
import { eventFields } from './event-fields.ts';
import { eventKinds } from './event-kinds.ts';
import { readStatusRows } from './plan-event.ts';
import { latestOf, situationOf } from './status-period.ts';
import { latestTrace, rowsBefore } from './status-trace.ts';

/**
 * The events that can happen to a member as things stand at the end of his or her statuses; null: to a new one. With
 * `replaces`, as if that latest event had not been recorded.
 */
export async function eventChoices(
  db: Kysely<Tables>,
  memberId: string | null,
  replaces?: string,
): Promise<EventChoice[]> {
  const rows = memberId === null ? [] : await readStatusRows(db, memberId);
  const trace = replaces === undefined ? null : latestTrace(rows);
  const lines = latestOf(trace?.event === replaces && trace ? rowsBefore(rows, trace) : rows);
  const situation = situationOf(lines);
  const isFull = (lines.home ?? lines.guest)?.standing === 'full';
  return eventCode.options
    .filter((code) => eventKinds[code].from.includes(situation) && !(code === 'CHINH_THUC' && isFull))
    .map((code) => ({ code, label: eventKinds[code].label, fields: [...eventFields[code]] }));
}
