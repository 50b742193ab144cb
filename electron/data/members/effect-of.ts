import type { EventCode } from '../../contract/member-events.ts';
import type { Standing, StatusKind } from '../schema/column-types.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { eventFields } from './event-fields.ts';
import { eventKinds } from './event-kinds.ts';
import { latestOf, type Situation, type StatusLines, type StatusPeriod, situationOf } from './status-period.ts';

/** What of a membership event decides over statuses. */
export interface EventFacts {
  code: EventCode;
  date: IsoDate;
  /** The cell joined: on admission, arrival, an internal move, or as a guest in a cell of the office. */
  toCellId: string | null;
  /** Where outside the office. */
  place: string | null;
  /** Of somebody who comes from outside. */
  standing: Standing | null;
  endsOn: IsoDate | null;
  reviewOn: IsoDate | null;
  document: string | null;
}

export type FactField = 'code' | 'date' | 'to_cell_id' | 'ends_on' | 'review_on';

/** The statuses after the event, or the field that makes it impossible and why. */
export type Effect = { ok: true; statuses: StatusPeriod[] } | { ok: false; field: FactField; message: string };

/**
 * What a membership event does to the dated statuses of one member (members handbook 1.6): the only way a status
 * changes. Periods of the home line and of the guest line (R15) are cut on the eve of the event and go on changed; a
 * period that began on that very day is replaced.
 */
export function effectOf(event: EventFacts, statuses: readonly StatusPeriod[]): Effect {
  const lines = latestOf(statuses);
  const situation = situationOf(lines);
  const problem = problemOf(event, lines, situation);
  if (problem) return { ok: false, ...problem };
  const { kind, guest } = eventKinds[event.code];
  const after = [...statuses];
  const goOn = (from: StatusPeriod | null, change: Partial<StatusPeriod>) => {
    if (from) cut(after, from, event.date);
    after.push({ ...begun(event, from, lines), ...change });
  };
  if (situation === 'guest_only' && kind === 'same') {
    goOn(lines.guest, { kind: 'temporarily_received', ...staying(event, lines.guest) });
    return { ok: true, statuses: after };
  }
  if (guest === 'end' && lines.guest) cut(after, lines.guest, event.date);
  if (guest === 'follow' && lines.guest) {
    goOn(lines.guest, { kind: 'temporarily_received', ...staying(event, lines.guest) });
  }
  if (event.code !== 'TAM_THOI_DEN') {
    const kindNow = homeKind(event, situation, lines);
    const kept = kind === 'same' ? staying(event, lines.home) : {};
    goOn(lines.home, { kind: kindNow, cell_id: homeCell(event, lines), ...kept });
  }
  if (guest === 'begin' && event.toCellId !== null) {
    after.push({ ...begun(event, null, lines), kind: 'temporarily_received', cell_id: event.toCellId });
  }
  return { ok: true, statuses: after };
}

/** The period that begins with the event, of the kind still to be said. */
function begun(event: EventFacts, from: StatusPeriod | null, lines: StatusLines): StatusPeriod {
  const asked = eventKinds[event.code].standing;
  const known = from?.standing ?? lines.home?.standing ?? lines.guest?.standing;
  const standing = asked === 'same' || asked === 'asked' ? (known ?? event.standing ?? 'full') : asked;
  return {
    id: null,
    cell_id: from?.cell_id ?? lines.home?.cell_id ?? lines.guest?.cell_id ?? event.toCellId ?? '',
    standing: asked === 'asked' ? (event.standing ?? standing) : standing,
    kind: 'active',
    valid_from: event.date,
    valid_to: null,
    expected_end: event.endsOn,
    review_on: event.reviewOn,
    place: event.place,
    document: event.document,
  };
}

/** What stays of a period that goes on: where somebody is, until when; an extension says anew until when. */
function staying(event: EventFacts, from: StatusPeriod | null): Partial<StatusPeriod> {
  const { expected_end = null, review_on = null, place = null } = from ?? {};
  if (event.code === 'GIA_HAN') {
    return { place, expected_end: event.endsOn ?? expected_end, review_on: event.reviewOn ?? review_on };
  }
  return { place, expected_end, review_on };
}

function homeKind(event: EventFacts, situation: Situation, { home }: StatusLines): StatusKind {
  const { kind } = eventKinds[event.code];
  if (event.code === 'TRO_LAI' && situation === 'guest_only') return 'transferred_out';
  if (event.code === 'RA_NUOC_NGOAI') return event.endsOn === null ? 'transferred_out' : 'temporarily_away';
  return kind === 'same' ? (home?.kind ?? 'active') : kind;
}

function homeCell(event: EventFacts, { home, guest }: StatusLines): string {
  const joins = eventKinds[event.code].joins;
  return (joins ? event.toCellId : null) ?? home?.cell_id ?? guest?.cell_id ?? '';
}

/** Ends a period on the eve of `day`; one that began on that day or later goes. */
function cut(statuses: StatusPeriod[], period: StatusPeriod, day: IsoDate): void {
  const begins = period.valid_from;
  const shortened = begins === null || begins < day ? [{ ...period, valid_to: addDays(day, -1) }] : [];
  statuses.splice(statuses.indexOf(period), 1, ...shortened);
}

function problemOf(
  event: EventFacts,
  lines: StatusLines,
  situation: Situation,
): { field: FactField; message: string } | null {
  const spec = eventKinds[event.code];
  if (!spec.from.includes(situation)) return { field: 'code', message: spec.refusal };
  if (event.code === 'CHINH_THUC' && (lines.home ?? lines.guest)?.standing === 'full') {
    return { field: 'code', message: 'Người này đã là đảng viên chính thức.' };
  }
  for (const period of [lines.home, lines.guest]) {
    const begins = parseIsoDate(period?.valid_from ?? '');
    if (begins !== null && event.date < begins) {
      const message = `Trạng thái hiện nay có từ ${formatDate(begins)}; ngày biến động phải từ ngày đó trở đi.`;
      return { field: 'date', message };
    }
  }
  if (event.endsOn !== null && event.endsOn <= event.date) {
    return { field: 'ends_on', message: 'Ngày hết hạn phải sau ngày biến động.' };
  }
  if (event.reviewOn !== null && event.reviewOn <= event.date) {
    return { field: 'review_on', message: 'Ngày xem lại phải sau ngày biến động.' };
  }
  if (event.code === 'GIA_HAN' && event.endsOn === null && event.reviewOn === null) {
    return { field: 'ends_on', message: 'Gia hạn cần ngày hết hạn mới hoặc ngày xem lại mới.' };
  }
  const needsCell = spec.joins && lines.home === null && lines.guest === null;
  if (
    event.toCellId === null &&
    (needsCell || eventFields[event.code].some(({ name, required }) => name === 'to_cell_id' && required))
  ) {
    return { field: 'to_cell_id', message: 'Chọn chi bộ.' };
  }
  const staysHere = event.toCellId !== null && event.toCellId === lines.home?.cell_id;
  if (staysHere && (event.code === 'NOI_BO' || event.code === 'TAM_THOI_DI')) {
    return { field: 'to_cell_id', message: 'Đồng chí này đang sinh hoạt tại chính chi bộ đó. Chọn chi bộ khác.' };
  }
  return null;
}
