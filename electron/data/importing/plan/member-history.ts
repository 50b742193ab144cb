import type { Standing, StatusKind } from '../../schema/column-types.ts';
import { addDays, earliestDay, type IsoDate, type PartialDate } from '../../vietnamese/dates.ts';
import type { MemberFact } from '../values/member-notes.ts';

/** A stay of a member in a cell with one standing and status; days are inclusive, null is open. */
export interface StatusPeriod {
  cellId: string;
  kind: StatusKind;
  standing: Standing;
  from: IsoDate | null;
  to: IsoDate | null;
  basis: string | null;
}

/** What happened, with the codes of the handbook's list of membership events. */
export interface HistoryEvent {
  code: string;
  date: IsoDate | null;
  fromCellId: string | null;
  toCellId: string | null;
  fromText: string | null;
  toText: string | null;
}

/** A formal move between two cells of the office. */
export interface Move {
  fromCellId: string;
  toCellId: string;
  date: IsoDate | null;
  /** Inside one grassroots committee it does not count as coming and going. */
  internal: boolean;
}

export interface MemberSituation {
  /** The cell of the row that is current. */
  cellId: string;
  standing: Standing;
  admissionDate: PartialDate | null;
  fullMemberDate: PartialDate | null;
  facts: readonly MemberFact[];
  move: Move | null;
  /** Admissions from this day on are events. */
  eventsFrom: IsoDate;
  note: string | null;
}

/** The periods and events that follow from what a roster says of one person (handbook 1.6: events drive every count). */
export function memberHistory(situation: MemberSituation): { periods: StatusPeriod[]; events: HistoryEvent[] } {
  const stays = staysOf(situation);
  for (const { kind, since } of changesOf(situation)) {
    const last = stays.at(-1);
    if (last) cut(stays, last, since, { kind, basis: situation.note });
  }
  return { periods: withProbation(stays, situation), events: eventsOf(situation) };
}

/** The statuses that a member took on, in order. Leaving for a place outside the office is one of them. */
function changesOf({ facts, move }: MemberSituation): { kind: StatusKind; since: IsoDate | null }[] {
  return facts
    .flatMap((fact): { kind: StatusKind; since: IsoDate | null }[] => {
      if (fact.type === 'status') return fact.kind === 'temporarily_received' ? [] : [fact];
      return fact.type === 'moved_to' && !move ? [{ kind: 'transferred_out', since: fact.since }] : [];
    })
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
}

/** One stay, or two with a move; it begins with the admission or the arrival. */
function staysOf(situation: MemberSituation): StatusPeriod[] {
  const { cellId, standing, admissionDate, facts, move, note } = situation;
  const begun = admissionDate === null ? null : earliestDay(admissionDate);
  const stay = (cell: string, from: IsoDate | null): StatusPeriod => ({
    cellId: cell,
    kind: 'active',
    standing,
    from,
    to: null,
    basis: null,
  });
  if (move) {
    const stays = [stay(move.fromCellId, begun)];
    if (stays[0]) cut(stays, stays[0], move.date, { cellId: move.toCellId });
    return stays;
  }
  const received = facts.find((fact) => fact.type === 'status' && fact.kind === 'temporarily_received');
  if (received) return [{ ...stay(cellId, received.since), kind: 'temporarily_received', basis: note }];
  const arrival = facts.find((fact) => fact.type === 'came_from');
  return [stay(cellId, arrival?.since ?? begun)];
}

/**
 * Ends a period on the eve of `day` and goes on with `change`. Without a day it is all changed; with one before it began
 * too, and then begins on that day: what the note says is kept, although it contradicts the admission.
 */
function cut(periods: StatusPeriod[], period: StatusPeriod, day: IsoDate | null, change: Partial<StatusPeriod>): void {
  if (day === null || (period.from !== null && day <= period.from)) {
    Object.assign(period, change, day === null ? {} : { from: day });
    return;
  }
  const at = periods.indexOf(period);
  periods.splice(at + 1, 0, { ...period, ...change, from: day });
  period.to = addDays(day, -1);
}

/** A full member was probationary until the day before the date of full membership. */
function withProbation(
  periods: StatusPeriod[],
  { standing, admissionDate, fullMemberDate }: MemberSituation,
): StatusPeriod[] {
  if (standing !== 'full' || admissionDate === null || fullMemberDate === null) return periods;
  const fullFrom = earliestDay(fullMemberDate);
  const result: StatusPeriod[] = [];
  for (const period of periods) {
    result.push(period);
    const { from, to } = period;
    if (from === null || from >= fullFrom) continue;
    if (to !== null && to < fullFrom) period.standing = 'probationary';
    else {
      cut(result, period, fullFrom, {});
      period.standing = 'probationary';
    }
  }
  return result;
}

function eventsOf({ cellId, admissionDate, facts, move, eventsFrom }: MemberSituation): HistoryEvent[] {
  const event = (code: string, date: IsoDate | null, rest: Partial<HistoryEvent>): HistoryEvent => ({
    code,
    date,
    fromCellId: null,
    toCellId: null,
    fromText: null,
    toText: null,
    ...rest,
  });
  const events: HistoryEvent[] = [];
  if (admissionDate?.length === 10 && admissionDate >= eventsFrom) {
    events.push(event('KET_NAP', earliestDay(admissionDate), { toCellId: move?.fromCellId ?? cellId }));
  }
  for (const fact of facts) {
    if (fact.type === 'status' && fact.kind === 'temporarily_received') {
      events.push(event(fact.event, fact.since, { toCellId: cellId, fromText: fact.place }));
    } else if (fact.type === 'status') {
      events.push(event(fact.event, fact.since, { fromCellId: cellId, toText: fact.place }));
    } else if (fact.type === 'came_from' && !move) {
      events.push(event('CHUYEN_DEN', fact.since, { toCellId: cellId, fromText: fact.place }));
    } else if (fact.type === 'moved_to' && !move) {
      events.push(event('CHUYEN_DI', fact.since, { fromCellId: cellId, toText: fact.place }));
    }
  }
  if (move) {
    const code = move.internal ? 'NOI_BO' : 'CHUYEN_DEN';
    events.push(event(code, move.date, { fromCellId: move.fromCellId, toCellId: move.toCellId }));
  }
  return events;
}
