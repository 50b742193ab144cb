import type { ExpressionBuilder, Kysely } from 'kysely';
import type { AbsenceStreak as AbsenceRecord } from '../../contract/meetings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inBatches } from '../schema/in-batches.ts';
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

/**
 * Held regular meetings of a year with the names on their lists, in their order. Of every cell without those who were
 * present, but where they say something (`tellingLines`).
 */
export async function calledMeetings(
  db: Kysely<Tables>,
  rules: Rules,
  { year, cellId }: { year: number; cellId: string | null },
): Promise<CellMeeting[]> {
  const meetings = await heldIn(db, year)
    .$if(cellId !== null, (query) => query.where('cell_id', '=', cellId ?? ''))
    .select(['id', 'cell_id', 'period', 'kind', 'absent_excused'])
    .select((eb) => eb.exists(presentLine(eb)).as('is_roll_call'))
    .orderBy('period')
    .orderBy('date')
    .orderBy('id')
    .execute();
  const kinds = rules.on('meeting_kinds', lastDayOfYear(year)).value;
  const regular = meetings.filter(({ kind }) => isRegular(kind, kinds));
  const lines = cellId === null ? await tellingLines(db, rules, year, regular) : await linesOfCells(db, year, [cellId]);
  const linesOf = Map.groupBy(lines, ({ meeting_id }) => meeting_id);
  return regular.map((row) => ({
    id: row.id,
    cellId: row.cell_id,
    month: registerMonth(row.period),
    absentExcused: row.absent_excused,
    isRollCall: Boolean(row.is_roll_call),
    lines: (linesOf.get(row.id) ?? []).map(({ member_id, name, result }) => ({ memberId: member_id, name, result })),
  }));
}

/**
 * The lines that decide who was absent too often: of those who were absent, an eighth of a province's million. Whole lists
 * are read where they say more: whom a line means that has a name only, and who stands first among several.
 */
async function tellingLines(
  db: Kysely<Tables>,
  rules: Rules,
  year: number,
  meetings: readonly { id: string; cell_id: string }[],
): Promise<Line[]> {
  const telling = await linesIn(db, heldIn(db, year))
    .where((eb) => eb.or([eb('result', '<>', 'present'), eb('member_id', 'is', null)]))
    .execute();
  const allowed = Math.min(...rules.versions('excused_streak').map(({ value }) => value.allowed));
  const cellOf = new Map(meetings.map(({ id, cell_id }) => [id, cell_id]));
  const ofCells = Map.groupBy(telling, ({ meeting_id }) => cellOf.get(meeting_id) ?? '');
  const whole = [...ofCells].filter(([, lines]) => needsWholeLists(lines, allowed)).map(([cellId]) => cellId);
  const isWhole = new Set(whole);
  return [
    ...telling.filter(({ meeting_id }) => !isWhole.has(cellOf.get(meeting_id) ?? '')),
    ...(await linesOfCells(db, year, whole)),
  ];
}

/** Of one cell: somebody is a name only, or several were excused more often than `allowed`. */
function needsWholeLists(lines: readonly Line[], allowed: number): boolean {
  const excused = new Map<string, number>();
  for (const { member_id, result } of lines) {
    if (member_id === null) return true;
    if (result === 'absent_excused') excused.set(member_id, (excused.get(member_id) ?? 0) + 1);
  }
  return [...excused.values()].filter((times) => times > allowed).length > 1;
}

type Line = Awaited<ReturnType<typeof linesOfCells>>[number];

/** Whole lists. */
function linesOfCells(db: Kysely<Tables>, year: number, cellIds: readonly string[]) {
  return inBatches(cellIds, (some) => linesIn(db, heldIn(db, year).where('cell_id', 'in', some)).execute());
}

function heldIn(db: Kysely<Tables>, year: number) {
  return db
    .selectFrom('meeting')
    .where('state', '=', 'held')
    .where('period', '>=', `${year}-01`)
    .where('period', '<=', `${year}-12`);
}

function linesIn(db: Kysely<Tables>, held: ReturnType<typeof heldIn>) {
  return db
    .selectFrom('attendance')
    .select(['meeting_id', 'member_id', 'name', 'result'])
    .where('meeting_id', 'in', held.select('meeting.id'))
    .orderBy('position');
}

function presentLine(eb: ExpressionBuilder<Tables, 'meeting'>) {
  return eb
    .selectFrom('attendance')
    .select('attendance.id')
    .whereRef('attendance.meeting_id', '=', 'meeting.id')
    .where('attendance.result', '=', 'present');
}

function lastDayOfYear(year: number): IsoDate {
  const next = parseMonth(`${year + 1}-01`);
  if (next === null) throw new RangeError(`not a year: ${year}`);
  return addDays(firstDayOfMonth(next), -1);
}
