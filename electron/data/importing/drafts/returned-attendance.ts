import { type FormIdentity, lineOfCell } from '../../collecting/form-identity.ts';
import { meetingLine } from '../../collecting/forms/attendance.ts';
import type { AttendanceResult } from '../../schema/column-types.ts';
import type { IsoDate, Month } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { canonicalName } from '../../vietnamese/names.ts';
import type { ClockTime } from '../../vietnamese/times.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { lineId } from '../returned-forms.ts';
import type { SheetContext } from '../sheet-context.ts';
import { meetingDate, meetingTimes } from '../values/meeting-values.ts';
import { lineValue } from '../values/plain-values.ts';
import { exchangedDay, lineOwner } from './returned-lines.ts';

/** Somebody on the list. `memberId` null: a line that was inserted, known by name only. */
export interface CalledDraft {
  row: SheetRow;
  memberId: string | null;
  name: string;
  /** Null: not marked. */
  result: AttendanceResult | null;
  reason: string | null;
  late: boolean;
}

/** The roll-call of one cell's meeting. */
export interface RollDraft {
  /** The line of the meeting; the first of the cell's lines where that one was taken out. */
  row: SheetRow;
  cellId: string;
  period: Month;
  date: IsoDate | null;
  startedAt: ClockTime | null;
  endedAt: ClockTime | null;
  called: CalledDraft[];
}

export interface RollSheetDraft {
  context: SheetContext;
  rolls: RollDraft[];
}

const marks: ReadonlyMap<string, AttendanceResult> = new Map([
  ...['c', 'có', 'có mặt', 'x', 'v'].map((mark): [string, AttendanceResult] => [mark, 'present']),
  ...['p', 'cp', 'có phép', 'vắng có lý do'].map((mark): [string, AttendanceResult] => [mark, 'absent_excused']),
  ...['k', 'kp', 'không phép', 'vắng không lý do'].map((mark): [string, AttendanceResult] => [
    mark,
    'absent_unexcused',
  ]),
]);

/** Reads attendance lists that came back. A cell of which nobody is marked has not answered and is left out. */
export function draftReturnedAttendance(context: SheetContext, form: FormIdentity): RollSheetDraft {
  const rolls = new Map<string, RollDraft>();
  const seen = new Set<string>();
  let last: RollDraft | null = null;
  for (const row of context.rows) {
    const mark = row.line(lineId);
    const owner = mark === null || isCopy(mark, row, form, seen) ? null : lineOwner(context, form, row, 'full_name');
    if (owner === null) {
      if (mark === null || seen.has(mark)) addInserted(context, row, last);
      continue;
    }
    seen.add(owner);
    const { cellId, line } = lineOfCell(owner);
    last = rolls.get(cellId) ?? emptyRoll(row, cellId, form.period);
    rolls.set(cellId, last);
    if (line === meetingLine) Object.assign(last, { row, ...readMeeting(context, form, row) });
    else last.called.push(readCalled(context, row, line, String(form.sent.get(owner)?.full_name ?? '')));
  }
  const answered = [...rolls.values()].filter(({ called }) => called.some(({ result }) => result !== null));
  const silent = [...rolls.values()].filter((roll) => !answered.includes(roll));
  if (silent.length > 0) {
    const value = silent.map(({ cellId }) => String(form.sent.get(`${cellId}#${meetingLine}`)?.full_name)).join(', ');
    context.reportAt(null, null, 'form_unanswered', { value });
  }
  return { context, rolls: answered };
}

/** A line that was copied for somebody else, hidden box and all. */
function isCopy(mark: string, row: SheetRow, { sent }: FormIdentity, seen: ReadonlySet<string>): boolean {
  const name = lineValue(row, 'full_name');
  return seen.has(mark) && name !== null && nameKey(name) !== nameKey(String(sent.get(mark)?.full_name ?? ''));
}

function emptyRoll(row: SheetRow, cellId: string, period: Month): RollDraft {
  return { row, cellId, period, date: null, startedAt: null, endedAt: null, called: [] };
}

function readMeeting(context: SheetContext, form: FormIdentity, row: SheetRow) {
  const date = exchangedDay(context, row, 'date', form) ? null : meetingDate(context, row, form.period);
  return { date, ...meetingTimes(context, row) };
}

function readCalled(context: SheetContext, row: SheetRow, memberId: string | null, name: string): CalledDraft {
  const written = lineValue(row, 'mark');
  const result = written === null ? null : (marks.get(nameKey(written)) ?? null);
  if (written !== null && result === null) context.report(row, 'mark', 'form_mark_unknown', { value: written });
  const [reason, late] = [lineValue(row, 'reason'), lineValue(row, 'late') !== null];
  return { row, memberId, name: canonicalName(name), result, reason, late };
}

/** Somebody whom the office's list does not have stands under the cell whose lines are above. */
function addInserted(context: SheetContext, row: SheetRow, roll: RollDraft | null): void {
  const name = lineValue(row, 'full_name');
  if (name === null && lineValue(row, 'mark') === null) return;
  if (name === null || roll === null) {
    context.report(row, 'full_name', 'form_unknown_line', { value: name });
    return;
  }
  roll.called.push(readCalled(context, row, null, name));
}
