import type { Grade, MeetingKind } from '../../schema/column-types.ts';
import {
  type IsoDate,
  isIsoDate,
  type Month,
  parseDateAsWritten,
  parseDayMonth,
  toIsoDate,
} from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { type ClockTime, parseClock, parseTimeRange } from '../../vietnamese/times.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { isTicked, lineValue } from './plain-values.ts';

const kinds: ReadonlyMap<string, MeetingKind> = new Map([
  ['thường kỳ', 'regular'],
  ['định kỳ', 'regular'],
  ['tk', 'regular'],
  ['chuyên đề', 'thematic'],
  ['cđ', 'thematic'],
  ['kết hợp', 'regular_with_thematic'],
  ['tk + cđ', 'regular_with_thematic'],
  ['tk+cđ', 'regular_with_thematic'],
  ['thường kỳ kết hợp chuyên đề', 'regular_with_thematic'],
  ['thường kỳ + chuyên đề', 'regular_with_thematic'],
  ['đột xuất', 'extraordinary'],
  ['bất thường', 'extraordinary'],
  ['đại hội', 'congress'],
  ['đại hội chi bộ', 'congress'],
  ['chi ủy', 'cell_committee'],
  ['họp chi ủy', 'cell_committee'],
]);

const grades: ReadonlyMap<string, Grade> = new Map([
  ['tốt', 'good'],
  ['t', 'good'],
  ['khá', 'fair'],
  ['k', 'fair'],
  ['trung bình', 'average'],
  ['tb', 'average'],
  ['kém', 'poor'],
  ['yếu', 'poor'],
]);

/** The kind of meeting in words or by ticks (both ticked: combined). Undefined: something stands there that is no kind. */
export function meetingKind(row: SheetRow): MeetingKind | null | undefined {
  const written = lineValue(row, 'kind') ?? lineValue(row, 'kind_other');
  if (written !== null) return kinds.get(nameKey(written));
  const [regular, thematic] = [isTicked(row, 'kind_regular'), isTicked(row, 'kind_thematic')];
  if (regular && thematic) return 'regular_with_thematic';
  if (regular) return 'regular';
  return thematic ? 'thematic' : null;
}

export function gradeValue(context: SheetContext, row: SheetRow, field = 'grade'): Grade | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const grade = grades.get(nameKey(line)) ?? null;
  if (grade === null) context.report(row, field, 'unknown_grade', { value: line });
  return grade;
}

/** The day of a meeting; `05/03` is in the year of the sheet. */
export function meetingDate(context: SheetContext, row: SheetRow, period: Month): IsoDate | null {
  const line = lineValue(row, 'date');
  if (line === null) return null;
  const short = parseDayMonth(line);
  if (short) {
    const date = toIsoDate(Number(period.slice(0, 4)), short.month, short.day);
    if (date !== null) return date;
  }
  const reading = parseDateAsWritten(line, { today: context.today, kind: 'event' });
  if (reading.ok && isIsoDate(reading.value)) return reading.value;
  context.report(row, 'date', reading.ok ? 'not_a_date' : reading.code, { value: line });
  return null;
}

/** Beginning and end from one column or two. An end before the beginning is dropped. */
export function meetingTimes(
  context: SheetContext,
  row: SheetRow,
): { startedAt: ClockTime | null; endedAt: ClockTime | null } {
  const [start, end] = row.has('start_and_end') ? rangeOf(context, row) : clocksOf(context, row);
  if (start === null || end === null || end >= start) return { startedAt: start, endedAt: end };
  context.report(row, row.has('end') ? 'end' : 'start_and_end', 'end_before_start', { value: `${start} – ${end}` });
  return { startedAt: start, endedAt: null };
}

function rangeOf(context: SheetContext, row: SheetRow): [ClockTime | null, ClockTime | null] {
  const line = lineValue(row, 'start_and_end');
  if (line === null) return [null, null];
  const range = parseTimeRange(line);
  if (range === null) context.report(row, 'start_and_end', 'not_a_time', { value: line });
  return [range?.start ?? null, range?.end ?? null];
}

function clocksOf(context: SheetContext, row: SheetRow): [ClockTime | null, ClockTime | null] {
  const clock = (field: string): ClockTime | null => {
    const line = lineValue(row, field);
    const time = line === null ? null : parseClock(line);
    if (line !== null && time === null) context.report(row, field, 'not_a_time', { value: line });
    return time;
  };
  return [clock('start'), clock('end')];
}
