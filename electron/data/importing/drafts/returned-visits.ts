import { type FormIdentity, lineOfCell } from '../../collecting/form-identity.ts';
import { anyCell } from '../../collecting/forms/visits.ts';
import type { VisitReportRow } from '../../schema/visit-tables.ts';
import type { IsoDate, Month } from '../../vietnamese/dates.ts';
import { formatDate, isPartialDate } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { lineId } from '../returned-forms.ts';
import type { SheetContext } from '../sheet-context.ts';
import { gradeValue, meetingDate } from '../values/meeting-values.ts';
import { dayValue, lineValue } from '../values/plain-values.ts';
import { exchangedDay } from './returned-lines.ts';

/** What the official wrote in the report, by the columns of `visit_report` (BC-01). */
export type ReportedTexts = Pick<
  VisitReportRow,
  | 'number'
  | 'date_made'
  | 'observed'
  | 'conveyed'
  | 'proposed'
  | 'difficulties'
  | 'strengths'
  | 'weaknesses'
  | 'lessons'
  | 'proposed_grade'
  | 'own_proposals'
>;

/** One line: a visit made, or one planned and not made. */
export interface VisitLineDraft {
  row: SheetRow;
  /** Of a visit or a plan that the office had when the form went out. */
  visitId: string | null;
  planId: string | null;
  /** Where the line was for a cell and still names it; else it is looked up by what the box says. */
  cellId: string | null;
  cell: string | null;
  period: Month;
  held: boolean;
  date: IsoDate | null;
  reason: string | null;
  report: ReportedTexts;
}

export interface VisitReportSheetDraft {
  context: SheetContext;
  officialId: string;
  rows: VisitLineDraft[];
}

const texts = ['observed', 'conveyed', 'proposed', 'difficulties', 'strengths', 'weaknesses', 'lessons'] as const;
const answers = [
  ...['cell', 'held', 'date', 'reason', 'number', 'date_made', 'proposed_grade', 'own_proposals'],
  ...texts,
];

/** Reads the visit reports of an official that came back. Lines as they were sent are left out. */
export function draftReturnedVisits(context: SheetContext, form: FormIdentity): VisitReportSheetDraft {
  const rows: VisitLineDraft[] = [];
  const seen = new Set<string>();
  for (const row of context.rows) {
    const mark = row.line(lineId) ?? '';
    const sent = form.sent.get(mark);
    if (mark !== '' && !sent) {
      context.report(row, 'cell', 'form_foreign_line', { value: lineValue(row, 'cell') });
      continue;
    }
    if (!answers.some((field) => lineValue(row, field) !== shown(sent?.[field]))) continue;
    const draft = readLine(context, form, row, seen.has(mark) ? '' : mark);
    seen.add(mark);
    if (draft) rows.push(draft);
  }
  return { context, officialId: form.unit, rows };
}

/** What the office wrote in a box, as the box reads. */
function shown(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return isPartialDate(text) ? formatDate(text) : text;
}

function readLine(context: SheetContext, form: FormIdentity, row: SheetRow, mark: string): VisitLineDraft | null {
  const { cellId, line } = lineOfCell(mark);
  const cell = lineValue(row, 'cell');
  const held = wasThere(row);
  if (held === null) {
    context.report(row, 'held', 'form_held_missing');
    return null;
  }
  if (!held && cell === null) {
    // “Không” where no cell stands: the official attended nothing in the month.
    context.answersNone = true;
    return null;
  }
  const wrote = form.sent.get(mark)?.cell ?? null;
  const keepsCell = cellId !== anyCell && cellId !== '' && cell !== null && nameKey(String(wrote)) === nameKey(cell);
  return {
    ...{ row, cell, held, period: form.period },
    visitId: afterPrefix(line, 'visit-'),
    planId: afterPrefix(line, 'plan-'),
    cellId: keepsCell ? cellId : null,
    date: held && !exchangedDay(context, row, 'date', form) ? meetingDate(context, row, form.period) : null,
    reason: held ? null : lineValue(row, 'reason'),
    report: readReport(context, row),
  };
}

/** `Có`, `Không`, or what follows from a day or a text of the report. */
function wasThere(row: SheetRow): boolean | null {
  const answer = lineValue(row, 'held');
  if (answer !== null) return !/^(?:không|ko|k|0)(?:\s|$)/iu.test(answer);
  if (['date', ...texts].some((field) => lineValue(row, field) !== null)) return true;
  return lineValue(row, 'reason') === null ? null : false;
}

function afterPrefix(line: string, prefix: string): string | null {
  return line.startsWith(prefix) ? line.slice(prefix.length) : null;
}

function readReport(context: SheetContext, row: SheetRow): ReportedTexts {
  return {
    number: lineValue(row, 'number'),
    date_made: dayValue(context, row, 'date_made'),
    observed: row.text('observed'),
    conveyed: row.text('conveyed'),
    proposed: row.text('proposed'),
    difficulties: row.text('difficulties'),
    strengths: row.text('strengths'),
    weaknesses: row.text('weaknesses'),
    lessons: row.text('lessons'),
    proposed_grade: gradeValue(context, row, 'proposed_grade'),
    own_proposals: row.text('own_proposals'),
  };
}
