import { addDays, type IsoDate } from '../../vietnamese/dates.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { HistoryEvent, StatusPeriod } from './member-history.ts';

/**
 * Brings the status rows of a member in line. A new member gets the whole history; for one who is known only what is
 * different now is added, from the day the roster tells or the date of the list, so that periods never overlap. A list
 * without any column for it (`saysStatus` false) does not make somebody active again who is exempt or away.
 */
export function recordHistory(
  memberId: string,
  { periods, events }: { periods: readonly StatusPeriod[]; events: readonly HistoryEvent[] },
  asOf: IsoDate,
  book: MemberBook,
  { saysStatus = true }: { saysStatus?: boolean } = {},
): void {
  const known = [...book.statuses.of(memberId)].sort((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''));
  const now = periods.at(-1);
  // A stay as a guest in another cell of the office runs beside the status at home (R15): each is told by its own list.
  const isGuest = (kind: string | undefined) => kind === 'temporarily_received';
  const latest = known.findLast(({ kind }) => isGuest(kind) === isGuest(now?.kind)) ?? known.at(-1);
  // Nobody becomes a probationary member again: a box that is blank says nothing (pitfall 10b).
  const standing = latest?.standing === 'full' ? 'full' : (now?.standing ?? 'probationary');
  if (!latest) for (const period of periods) addPeriod(memberId, period, book);
  else if (now && !isSame(latest, { ...now, ...(!saysStatus && { kind: latest.kind }), standing })) {
    const begins = latest.valid_from ?? '';
    const from = now.from !== null && now.from > begins ? now.from : asOf > begins ? asOf : null;
    if (from === null) Object.assign(latest, { cell_id: now.cellId, kind: now.kind, standing });
    else {
      latest.valid_to = addDays(from, -1);
      addPeriod(memberId, { ...now, standing, from }, book);
    }
  }
  for (const event of events) addEvent(memberId, event, book);
}

function isSame(row: { cell_id: string; kind: string; standing: string }, period: StatusPeriod): boolean {
  return row.cell_id === period.cellId && row.kind === period.kind && row.standing === period.standing;
}

function addPeriod(memberId: string, period: StatusPeriod, book: MemberBook): void {
  book.statuses.add((id) => ({
    id,
    member_id: memberId,
    cell_id: period.cellId,
    standing: period.standing,
    kind: period.kind,
    basis: period.basis,
    valid_from: period.from,
    valid_to: period.to,
  }));
}

function addEvent(memberId: string, event: HistoryEvent, book: MemberBook): void {
  if (book.events.of(memberId).some((known) => known.code === event.code && known.date === event.date)) return;
  book.events.add((id) => ({
    id,
    member_id: memberId,
    code: event.code,
    date: event.date,
    from_cell_id: event.fromCellId,
    to_cell_id: event.toCellId,
    from_text: event.fromText,
    to_text: event.toText,
    document: null,
    note: null,
  }));
}
