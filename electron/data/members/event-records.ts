import type { Kysely } from 'kysely';
import { type EventInput, type EventRecord, eventCode } from '../../contract/member-events.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import type { MembershipEventAdditions, MembershipEventRow } from '../schema/member-tables.ts';
import { formatDate, parseIsoDate, parsePartialIso } from '../vietnamese/dates.ts';
import { eventKinds } from './event-kinds.ts';
import { latestTrace, type StatusRow, type StatusTrace, traceOf } from './status-trace.ts';

type EventRow = MembershipEventRow & MembershipEventAdditions;

/** The events of a member, newest first, each in words; the latest that the program recorded can be taken back. */
export async function eventRecords(
  db: Kysely<Tables>,
  memberId: string,
  statuses: readonly StatusRow[],
): Promise<EventRecord[]> {
  const [events, labels, history] = await Promise.all([
    db
      .selectFrom('membership_event')
      .selectAll()
      .where('member_id', '=', memberId)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'membership_events').execute(),
    readOrganisationHistory(db),
  ]);
  const labelOf = new Map(labels.map(({ code, label }) => [code, label]));
  const trace = latestTrace(statuses);
  return events.map((event) => {
    const known = eventCode.safeParse(event.code);
    const day = parseIsoDate(event.date ?? '');
    const cell = (id: string | null) => (id === null || day === null ? null : history.nameOn(id, day));
    const removable = trace?.event === event.id && bringsNobody(trace);
    return {
      id: event.id,
      code: event.code,
      label: (known.success ? eventKinds[known.data].label : labelOf.get(event.code)) ?? event.code,
      date: event.date,
      words: wordsOf(event, cell),
      in_transit: isInTransit(event),
      removable,
      input: removable && known.success ? inputOf(event, known.data, begunBy(statuses, event.id)) : null,
    };
  });
}

/** A transfer out with a paper of which no receipt has come back (R25); one read from a roster has no paper to wait for. */
function isInTransit({ code, paper_date, received_on }: EventRow): boolean {
  return code === 'CHUYEN_DI' && paper_date !== null && received_on === null;
}

function bringsNobody({ reopen, removed }: StatusTrace): boolean {
  return reopen.length + removed.length > 0;
}

function begunBy(statuses: readonly StatusRow[], eventId: string): StatusRow | undefined {
  return statuses.find((row) => traceOf(row)?.event === eventId);
}

/** What was typed, as far as it is kept. */
function inputOf(event: EventRow, code: EventInput['code'], begun: StatusRow | undefined): EventInput {
  const { decision_number, decision_date, paper_number, paper_date, dues_paid_to, ends_on, reason, document } = event;
  return {
    ...{ code, date: event.date, to_cell_id: event.to_cell_id, place: event.to_text ?? event.from_text },
    ...{ standing: begun?.standing ?? null, review_on: begun?.review_on ?? null, sponsor_1: null, sponsor_2: null },
    ...{ decision_number, decision_date, paper_number, paper_date, dues_paid_to, ends_on, reason, document },
    note: event.note,
  };
}

function wordsOf(event: EventRow, cell: (id: string | null) => string | null): string {
  const said = (word: string, text: string | null) => (text ? [`${word} ${text}`] : []);
  const dated = (word: string, date: string | null) => {
    const day = parsePartialIso(date ?? '');
    return day === null ? [] : [`${word} ${formatDate(day)}`];
  };
  const moves = event.to_cell_id !== null || event.to_text !== null || event.from_text !== null;
  return [
    ...said(moves ? 'từ' : 'tại', cell(event.from_cell_id) ?? event.from_text),
    ...said('đến', cell(event.to_cell_id) ?? event.to_text),
    ...dated('hạn đến', event.ends_on),
    ...said('QĐ', event.decision_number),
    ...dated('ngày', event.decision_date),
    ...said('GTSHĐ', event.paper_number),
    ...dated('giấy ngày', event.paper_date),
    ...dated('có phiếu báo', event.received_on),
    ...said('lý do:', event.reason),
    ...said('văn bản:', event.document),
    ...(event.note ? [event.note] : []),
  ].join('; ');
}
