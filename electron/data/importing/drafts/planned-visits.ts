import type { IsoDate, Month } from '../../vietnamese/dates.ts';
import { parseMonth } from '../../vietnamese/dates.ts';
import { canonicalName, parsePersonName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { isPlace } from '../values/organisation-names.ts';
import { dayValue, laterDayValue, lineValue } from '../values/plain-values.ts';
import { plannedParts, plannedTimes } from '../values/planned-entries.ts';
import { capitalised, parseVisitResult, type VisitResult } from '../values/visit-results.ts';
import { personName } from '../values/visitors.ts';

/** What was reported of a plan, in the matrix itself or in the sheet of results. */
export interface ResultDraft extends VisitResult {
  context: SheetContext;
  row: SheetRow;
  reportSubmittedOn: IsoDate | null;
}

/** One filled month of an official in a matrix of planned visits. */
export interface PlannedVisitDraft {
  context: SheetContext;
  row: SheetRow;
  name: string;
  title: string | null;
  month: Month;
  /** A day written in the plan. */
  day: IsoDate | null;
  /** `x`, or the cell, also with a day beside it. */
  typed: string;
  /** The field of the box, for messages. */
  field: string;
  result: ResultDraft | null;
}

/** One row of the results. */
export interface PlannedResultDraft {
  row: SheetRow;
  name: string;
  title: string | null;
  month: Month;
  cell: string | null;
  /** A day written in the plan. */
  day: IsoDate | null;
  /** Null in a list of plans. */
  result: ResultDraft | null;
}

export interface PlannedVisitSheetDraft {
  context: SheetContext;
  rows: PlannedVisitDraft[];
}

export interface PlannedResultSheetDraft {
  context: SheetContext;
  rows: PlannedResultDraft[];
}

/**
 * Reads a matrix officials × months, where a box may hold several cells or a day and the column beside it the result;
 * officials × cells, where it holds the days or months, or a tick in a sheet of one month; or cells × months, where it
 * holds the officials, also with a day.
 */
export function draftPlannedVisits(context: SheetContext): PlannedVisitSheetDraft {
  const rows: PlannedVisitDraft[] = [];
  const { year } = context.title;
  const cells = cellColumns(context);
  if (year === null) context.reportAt(null, null, 'missing_period', { name: context.sheet });
  for (const row of year === null ? [] : context.rows) {
    if (row.kind === 'group') continue;
    if (!row.has('full_name')) {
      rows.push(...ofCell(context, row));
      continue;
    }
    const official = officialOf(context, row);
    if (official === null) continue;
    for (let number = 1; number <= 12; number += 1) rows.push(...inMonth(context, row, official, number));
    for (const column of cells) rows.push(...inCell(context, row, official, column));
  }
  return { context, rows };
}

type Named = Pick<PlannedVisitDraft, 'name' | 'title'>;

function inMonth(context: SheetContext, row: SheetRow, official: Named, number: number): PlannedVisitDraft[] {
  const field = `plan:${number}`;
  const month = monthOf(context.title.year, number);
  if (month === null || lineValue(row, field) === null) return [];
  const result = readResult(context, row, `result:${number}`);
  return plannedParts(row.text(field) ?? '').map((typed) => ({
    ...{ context, row, ...official, month, day: null },
    ...{ typed, field, result },
  }));
}

/** `Võ Văn Huy (05/3)`: who, and the day. */
const nameAndDay = /^(?<name>.+?)\s*[-–:,(]?\s*(?:ngày\s+)?(?<day>\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\)?$/iu;

/** The officials planned for a cell, by month. */
function ofCell(context: SheetContext, row: SheetRow): PlannedVisitDraft[] {
  const cell = lineValue(row, 'cell');
  if (cell === null) return [];
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((number) => {
    const field = `plan:${number}`;
    const month = monthOf(context.title.year, number);
    if (month === null || lineValue(row, field) === null) return [];
    return plannedParts((row.text(field) ?? '').replace(/,(?=\s*\p{Lu})/gu, ';')).map((part): PlannedVisitDraft => {
      const { name = part, day } = nameAndDay.exec(part)?.groups ?? {};
      const typed = day === undefined ? cell : `${cell} (${day})`;
      return { context, row, ...namedOfficial(name), month, day: null, typed, field, result: null };
    });
  });
}

/** A column that is headed by a cell. */
interface CellColumn {
  field: string;
  /** `Thôn 1`, with the committee of the heading above: `Thôn 1 (Bản Ngoạn)`. */
  cell: string;
}

function cellColumns({ recognised }: SheetContext): CellColumn[] {
  return recognised.columns.flatMap(({ meaning, index, segments }) => {
    if (meaning?.field !== 'plan_cell') return [];
    const cell = segments.at(-1) ?? '';
    const above = segments.at(-2);
    const place = above !== undefined && isPlace(above) ? ` (${above})` : '';
    return [{ field: `plan_cell:${index}`, cell: cell + place }];
  });
}

function inCell(
  context: SheetContext,
  row: SheetRow,
  official: Named,
  { field, cell }: CellColumn,
): PlannedVisitDraft[] {
  const line = lineValue(row, field);
  if (line === null) return [];
  const times = plannedTimes(row.text(field) ?? line, context.title.year, context.title.period);
  if (times === null) context.report(row, field, 'unclear_planned_time', { value: line, name: cell });
  return (times ?? []).map((time) => ({ context, row, ...official, ...time, typed: cell, field, result: null }));
}

/** Reads a list of plans or of their results: one row a planned visit. */
export function draftPlannedVisitResults(context: SheetContext): PlannedResultSheetDraft {
  const rows: PlannedResultDraft[] = [];
  for (const row of context.rows) {
    if (row.kind === 'group') continue;
    const official = officialOf(context, row);
    const day = lineValue(row, 'day') === null ? null : dayInYear(context, row);
    const number = Number(/\d{1,2}/u.exec(lineValue(row, 'month') ?? '')?.[0] ?? 0);
    const month = day === null ? monthOf(context.title.year, number) : parseMonth(day.slice(0, 7));
    const read = readResult(context, row, 'result');
    if (official === null || (read === null && row.has('result'))) continue;
    if (month === null) {
      context.report(row, 'month', 'not_a_date', { value: row.line('month') });
      continue;
    }
    const cell = lineValue(row, 'cell');
    if (read === null) {
      rows.push({ row, ...official, month, day, cell, result: null });
      continue;
    }
    const reason = lineValue(row, 'reason');
    const substitute = lineValue(row, 'substitute');
    const result: ResultDraft = {
      ...read,
      reason: reason === null ? read.reason : capitalised(reason),
      substitute: substitute === null ? read.substitute : personName(substitute),
      reportSubmittedOn: dayValue(context, row, 'report_submitted_on'),
    };
    rows.push({ row, ...official, month, day, cell, result });
  }
  return { context, rows };
}

/** The official of a row; what is in brackets after the name is a title that tells namesakes apart. */
function officialOf(context: SheetContext, row: SheetRow): { name: string; title: string | null } | null {
  const line = lineValue(row, 'full_name');
  if (line === null) {
    context.report(row, 'full_name', 'missing_name');
    return null;
  }
  const { name, title } = namedOfficial(line);
  return { name, title: lineValue(row, 'title') ?? title };
}

/** `Võ Văn Huy (Phó Bí thư)` */
function namedOfficial(line: string): { name: string; title: string | null } {
  const mark = parsePersonName(line)?.mark ?? null;
  const name = mark === null ? line : line.slice(0, line.lastIndexOf('('));
  return { name: canonicalName(name), title: mark };
}

/** `05/3` in the year of the sheet, or a whole day; a plan may lie ahead. */
function dayInYear(context: SheetContext, row: SheetRow): IsoDate | null {
  const [time] = plannedTimes(lineValue(row, 'day') ?? '', context.title.year, null) ?? [];
  return time?.day ?? laterDayValue(context, row, 'day');
}

function readResult(context: SheetContext, row: SheetRow, field: string): ResultDraft | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const result = parseVisitResult(line);
  if (result === null) context.report(row, field, 'unknown_result', { value: line });
  return result === null ? null : { ...result, context, row, reportSubmittedOn: null };
}

function monthOf(year: number | null, number: number): Month | null {
  return year === null ? null : parseMonth(`${year}-${String(number).padStart(2, '0')}`);
}
