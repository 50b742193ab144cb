import { membersDue } from '../../meetings/attendance-rules.ts';
import { dayOfMeeting } from '../../meetings/register.ts';
import type { Grade } from '../../schema/column-types.ts';
import { formatDate } from '../../vietnamese/dates.ts';
import { formatDecimal } from '../../vietnamese/numbers.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { MeetingDraft } from './meeting-draft.ts';

/** Grades by points where the sheet of the locality is not known (handbook 5, bands of HD 42). */
const bands: readonly (readonly [number, Grade])[] = [
  [90, 'good'],
  [70, 'fair'],
  [50, 'average'],
  [0, 'poor'],
];

const gradeLabels: Readonly<Record<Grade, string>> = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' };

/** What does not add up in a register row. The typed figures are always kept. */
export function checkMeeting(context: SheetContext, draft: MeetingDraft): void {
  checkAttendance(context, draft);
  const { row, date, period, score, grade } = draft;
  if (date !== null && !date.startsWith(period)) {
    context.report(row, 'date', 'date_outside_period', { value: formatDate(date), other: formatDate(period) });
  }
  const band = score === null ? undefined : bands.find(([from]) => score >= from)?.[1];
  if (score !== null && grade !== null && band !== undefined && band !== grade) {
    context.report(row, 'grade', 'grade_score_mismatch', {
      value: formatDecimal(score, 1),
      other: gradeLabels[grade],
    });
  }
}

/** The due are checked by the office's rule of the day (R10); the register's remarks may explain a difference. */
function checkAttendance(context: SheetContext, draft: MeetingDraft): void {
  const { row, counts, remarks, returned } = draft;
  const { due, present, absentExcused, absentUnexcused, membersTotal, exempt, workingAway } = counts;
  if (due === null) return;
  const rule = context.rules.on('members_due', dayOfMeeting(draft)).value;
  // A form asks for the exempt who came in a column of their own.
  const typedPresent = present === null ? null : present + (returned ? 0 : remarks.presentExempt);
  if (typedPresent !== null && typedPresent > due) {
    context.report(row, 'present', 'present_exceeds_due', { value: String(typedPresent), other: String(due) });
  }
  if (present !== null && absentExcused !== null && absentUnexcused !== null) {
    const sum = present + absentUnexcused + (rule.subtract_absent_excused ? 0 : absentExcused);
    if (sum !== due) {
      context.report(row, 'due', 'attendance_sum_mismatch', { value: String(sum), other: String(due) });
    }
  }
  if (membersTotal !== null && exempt !== null && workingAway !== null) {
    const listed = {
      ...{ total: membersTotal, exempt, workingAway, absentExcused: absentExcused ?? 0 },
      ...{ temporarilyAway: returned?.temporarilyAway ?? 0, probationary: returned?.probationary ?? 0 },
      ...{ temporarilyReceived: 0, suspended: 0, specialDuty: 0 },
    };
    const { temporarilyReceived, suspended } = remarks;
    const expected = membersDue(listed, rule);
    if (due !== expected) {
      const severity = due === membersDue({ ...listed, temporarilyReceived, suspended }, rule) ? 'info' : 'warning';
      context.report(row, 'due', 'due_mismatch', { value: String(due), other: String(expected) }, severity);
    }
  }
}
