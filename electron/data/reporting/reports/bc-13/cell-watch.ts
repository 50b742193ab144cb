import type { ExpiringRecord } from '../../../../contract/member-events.ts';
import { type AbsenceStreak, absenceStreaks, unexcusedMonths } from '../../../meetings/absence-rules.ts';
import { isCountedKind } from '../../../meetings/meeting-kinds.ts';
import type { RegisterMeeting } from '../../../meetings/register.ts';
import { isCounted } from '../../../members/counted.ts';
import type { StatusKind } from '../../../schema/column-types.ts';
import type { Bc13Data, WatchedStatus } from './read.ts';

/** Somebody with the meetings he or she missed; `memberId` null: only the name is known. */
export type Absentee = AbsenceStreak;

/** What is to be watched in one cell. */
export interface CellWatch {
  cellId: string;
  /** Meetings of the period whose attendance counts, with somebody absent without a reason. */
  unexcused: readonly RegisterMeeting[];
  /** Who they were, where the lists say so. */
  absentees: readonly Absentee[];
  /** By meeting, how many of the absent no list names. */
  nameless: ReadonlyMap<string, number>;
  /** R14, reaching into the period. */
  streaks: readonly Absentee[];
  /** The lists of the year name all who were absent with a reason. */
  excusedAllNamed: boolean;
  stoppedComing: readonly Absentee[];
  unexcusedAllNamed: boolean;
  /** Nothing is recorded of the cell's members. */
  withoutMembers: boolean;
  exempt: readonly WatchedStatus[];
  temporarilyExempt: readonly WatchedStatus[];
  transfersEnding: readonly ExpiringRecord[];
  probationEnding: readonly ExpiringRecord[];
}

/** Sorts out by the rules what each cell has to be asked about (BC-13). */
export function cellWatch(data: Bc13Data, cellIds: readonly string[]): CellWatch[] {
  const end = data.scope.period.dateTo;
  const kinds = data.rules.on('meeting_kinds', end).value;
  const streak = data.rules.on('excused_streak', end).value;
  const months = data.rules.on('unexcused_months', end).value;
  const { months: monthsOfPeriod } = data.scope.period;
  const ofPeriod = data.meetings.filter(({ period }) => monthsOfPeriod.includes(period));
  const meetingsOf = Map.groupBy(ofPeriod, ({ cellId }) => cellId);
  const calledOf = Map.groupBy(data.called, ({ cellId }) => cellId);
  const statusesOf = Map.groupBy(data.statuses, ({ cellId }) => cellId);
  const expiringOf = Map.groupBy(data.expiring, ({ cell_id }) => cell_id);
  const namedIn = Map.groupBy(data.named, ({ meetingId }) => meetingId);
  const unexcusedOf = new Map(data.meetings.map(({ id, absentUnexcused }) => [id, absentUnexcused]));
  return cellIds.map((cellId): CellWatch => {
    const unexcused = (meetingsOf.get(cellId) ?? []).filter(
      ({ state, kind, absentUnexcused }) =>
        state === 'held' && isCountedKind(kind, kinds) && (absentUnexcused ?? 0) > 0,
    );
    const called = calledOf.get(cellId) ?? [];
    const statuses = statusesOf.get(cellId) ?? [];
    const expiring = expiringOf.get(cellId) ?? [];
    const ofKind = (kind: StatusKind) => statuses.filter((status) => status.kind === kind);
    return {
      cellId,
      unexcused,
      absentees: absenteesOf(unexcused, namedIn),
      nameless: new Map(
        unexcused.flatMap(({ id, absentUnexcused }) => {
          const missing = (absentUnexcused ?? 0) - (namedIn.get(id) ?? []).length;
          return missing > 0 ? [[id, missing] as const] : [];
        }),
      ),
      streaks: absenceStreaks(called, streak).filter(({ meetings }) =>
        meetings.some(({ month }) => monthsOfPeriod.includes(month)),
      ),
      excusedAllNamed: called.every(
        ({ absentExcused, lines }) =>
          (absentExcused ?? 0) <= lines.filter(({ result }) => result === 'absent_excused').length,
      ),
      stoppedComing: unexcusedMonths(called, months),
      unexcusedAllNamed: called.every(
        ({ id, lines }) =>
          (unexcusedOf.get(id) ?? 0) <= lines.filter(({ result }) => result === 'absent_unexcused').length,
      ),
      withoutMembers: !statuses.some(({ kind }) => isCounted(kind)),
      exempt: ofKind('exempt'),
      temporarilyExempt: ofKind('temporarily_exempt'),
      transfersEnding: expiring.filter(({ what }) => what === 'temporarily_away' || what === 'temporarily_received'),
      probationEnding: expiring.filter(({ what }) => what === 'probation'),
    };
  });
}

function absenteesOf(
  meetings: readonly RegisterMeeting[],
  namedIn: ReadonlyMap<string, readonly { memberId: string | null; name: string }[]>,
): Absentee[] {
  const lines = meetings.flatMap(({ id, period }) =>
    (namedIn.get(id) ?? []).map((line) => ({ ...line, meeting: { id, month: period } })),
  );
  return [...Map.groupBy(lines, ({ memberId, name }) => memberId ?? name).values()].flatMap((absences) => {
    const [first] = absences;
    return first
      ? [{ memberId: first.memberId, name: first.name, meetings: absences.map(({ meeting }) => meeting) }]
      : [];
  });
}
