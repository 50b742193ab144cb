import type { Kysely } from 'kysely';
import type { AbsenceStreak as AbsenceRecord } from '../../contract/meetings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { addDays, firstDayOfMonth, type IsoDate, parseMonth } from '../vietnamese/dates.ts';
import { type AbsenceStreak, absenceStreaks, type CalledMeeting } from './absence-rules.ts';
import { isRegular } from './meeting-kinds.ts';
import { registerMonth } from './register.ts';

/** A held regular meeting of a cell. */
export interface CellMeeting extends CalledMeeting {
  cellId: string;
}

/** Runs of excused absences longer than the rule of the year allows (handbook R14), by cell, then by name. */
export async function listAbsences(
  db: Kysely<Tables>,
  { year, organisationId }: { year: number; organisationId?: string | undefined },
): Promise<AbsenceRecord[]> {
  const [rules, organisations] = await Promise.all([readRules(db), readOrganisationHistory(db)]);
  const end = lastDayOfYear(year);
  const meetings = await calledMeetings(db, rules, { year, cellId: null });
  const rule = rules.on('excused_streak', end).value;
  return [...Map.groupBy(meetings, ({ cellId }) => cellId)]
    .filter(([cellId]) => organisationId === undefined || organisations.chainOn(cellId, end).includes(organisationId))
    .flatMap(([cellId, called]) => {
      const place = organisations.placeOn(cellId, end);
      if (place === null) return [];
      return absenceStreaks(called, rule).map((streak) => ({ cellId, place, streak }));
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ cellId, place, streak }) => ({
      member_id: streak.memberId,
      name: streak.name,
      cell_id: cellId,
      cell: place.name,
      grassroots: place.grassroots,
      months: streak.meetings.map(({ month }) => month),
      meeting_ids: streak.meetings.map(({ id }) => id),
    }));
}

/** The runs of one cell that reach up to a meeting, which is taken as it is typed. */
export async function streaksUpTo(
  db: Kysely<Tables>,
  rules: Rules,
  cellId: string,
  typed: CalledMeeting,
): Promise<AbsenceStreak[]> {
  const year = Number(typed.month.slice(0, 4));
  const called = await calledMeetings(db, rules, { year, cellId });
  const before = called.filter(({ id, month }) => id !== typed.id && month < typed.month);
  const rule = rules.on('excused_streak', firstDayOfMonth(typed.month)).value;
  return absenceStreaks([...before, typed], rule).filter(({ meetings }) => meetings.at(-1)?.id === typed.id);
}

/** Held regular meetings of a year with the names on their lists, of every cell or of one, in their order. */
export async function calledMeetings(
  db: Kysely<Tables>,
  rules: Rules,
  { year, cellId }: { year: number; cellId: string | null },
): Promise<CellMeeting[]> {
  const held = db
    .selectFrom('meeting')
    .where('state', '=', 'held')
    .where('period', '>=', `${year}-01`)
    .where('period', '<=', `${year}-12`)
    .$if(cellId !== null, (query) => query.where('cell_id', '=', cellId ?? ''));
  const [meetings, lines] = await Promise.all([
    held
      .select(['id', 'cell_id', 'period', 'kind', 'absent_excused'])
      .orderBy('period')
      .orderBy('date')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('attendance')
      .select(['meeting_id', 'member_id', 'name', 'result'])
      .where('meeting_id', 'in', held.select('meeting.id'))
      .orderBy('position')
      .execute(),
  ]);
  const kinds = rules.on('meeting_kinds', lastDayOfYear(year)).value;
  const linesOf = Map.groupBy(lines, ({ meeting_id }) => meeting_id);
  return meetings
    .filter(({ kind }) => isRegular(kind, kinds))
    .map((row) => ({
      id: row.id,
      cellId: row.cell_id,
      month: registerMonth(row.period),
      absentExcused: row.absent_excused,
      lines: (linesOf.get(row.id) ?? []).map(({ member_id, name, result }) => ({ memberId: member_id, name, result })),
    }));
}

function lastDayOfYear(year: number): IsoDate {
  const next = parseMonth(`${year + 1}-01`);
  if (next === null) throw new RangeError(`not a year: ${year}`);
  return addDays(firstDayOfMonth(next), -1);
}
