import type { FormIdentity } from '../../collecting/form-identity.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { gradeValue, meetingDate, meetingKind, meetingTimes } from '../values/meeting-values.ts';
import { countValue, isTicked, lineValue, numberValue } from '../values/plain-values.ts';
import { parseVisitors } from '../values/visitors.ts';
import { checkMeeting } from './check-meeting.ts';
import type { MeetingCounts, MeetingDraft, MeetingSheetDraft, ReturnedLine } from './meeting-draft.ts';
import { exchangedDay, lineOwner } from './returned-lines.ts';

/** Columns that the office fills in before the form goes out: a line with nothing else has no answer. */
const countFields = [
  ...['members_total', 'full_members', 'probationary', 'exempt', 'working_away'],
  ...['temporarily_away', 'temporarily_received', 'suspended'],
];
const turnoutFields = ['due', 'present', 'present_exempt', 'absent_excused', 'absent_unexcused'];
const ofMeeting = ['kind', 'date', 'start', 'end', ...turnoutFields, 'theme', 'score', 'grade', 'resolution_number'];
const answerFields = ['held', ...ofMeeting, 'visitors', 'other_day_reason', 'not_held_reason', 'note'];

/** Reads a monthly return that came back: one line a meeting, or a month without. Lines nobody filled in are left out. */
export function draftReturnedMeetings(context: SheetContext, form: FormIdentity): MeetingSheetDraft {
  const rows: MeetingDraft[] = [];
  const seen = new Set<string>();
  for (const row of context.rows) {
    const isFilled = answerFields.some((field) => lineValue(row, field) !== null);
    if (!isFilled && !countsChanged(row, form)) continue;
    const cellId = lineOwner(context, form, row, 'cell');
    if (cellId === null) continue;
    seen.add(cellId);
    const draft = readLine(context, form, row, cellId);
    if (draft) rows.push(draft);
  }
  const silent = [...form.sent].filter(([id]) => !seen.has(id)).map(([, { cell }]) => String(cell));
  if (silent.length > 0) context.reportAt(null, null, 'form_unanswered', { value: silent.join(', ') });
  return { context, rows };
}

/** Somebody corrected what the office had filled in. */
function countsChanged(row: SheetRow, { sent }: FormIdentity): boolean {
  const before = sent.get(row.line('line_id') ?? '');
  return before !== undefined && countFields.some((field) => lineValue(row, field) !== textOf(before[field]));
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function readLine(context: SheetContext, form: FormIdentity, row: SheetRow, cellId: string): MeetingDraft | null {
  const held = wasHeld(context, row);
  if (held === null) return null;
  const kind = held ? meetingKind(row) : null;
  if (kind === undefined) {
    context.report(row, 'kind', 'unknown_meeting_kind', { value: lineValue(row, 'kind') });
    return null;
  }
  const count = (field: string) => countValue(context, row, field);
  const turnout = (field: string) => (held ? count(field) : null);
  const counts: MeetingCounts = {
    ...{ membersTotal: count('members_total'), exempt: count('exempt'), workingAway: count('working_away') },
    ...{ due: turnout('due'), present: turnout('present') },
    ...{ absentExcused: turnout('absent_excused'), absentUnexcused: turnout('absent_unexcused') },
  };
  const returned: ReturnedLine = {
    cellId,
    fullMembers: count('full_members'),
    probationary: count('probationary'),
    temporarilyAway: count('temporarily_away'),
    resolutionNumber: held ? lineValue(row, 'resolution_number') : null,
  };
  const approved = lineValue(row, 'other_day_approved');
  const visitors = held ? row.text('visitors') : null;
  const draft: MeetingDraft = {
    ...{ row, committee: null, cell: lineValue(row, 'cell') ?? '', period: form.period, held },
    // What the form says in its guidance: no kind is the monthly meeting.
    kind: held ? (kind ?? 'regular') : null,
    date: held ? dayOf(context, row, form) : null,
    ...(held ? meetingTimes(context, row) : { startedAt: null, endedAt: null }),
    counts,
    theme: held ? lineValue(row, 'theme') : null,
    score: held ? numberValue(context, row, 'score') : null,
    grade: held ? gradeValue(context, row) : null,
    note: lineValue(row, 'note'),
    remarks: {
      temporarilyReceived: count('temporarily_received') ?? 0,
      suspended: count('suspended') ?? 0,
      presentExempt: turnout('present_exempt') ?? 0,
      absentees: [],
      otherDayReason: lineValue(row, 'other_day_reason'),
      otherDayApproved: approved === null ? null : isTicked(row, 'other_day_approved'),
      notHeldReason: lineValue(row, 'not_held_reason'),
    },
    visitors: visitors === null ? [] : parseVisitors(visitors),
    returned,
  };
  if (held) checkMeeting(context, draft);
  reportListDifferences(context, form, draft);
  return draft;
}

/** `Có`, `Không`, or what follows from the rest of the line; null when the line says neither, or both. */
function wasHeld(context: SheetContext, row: SheetRow): boolean | null {
  const answer = lineValue(row, 'held');
  if (answer !== null && /^(?:không|ko|k|0)(?:\s|$)/iu.test(answer)) {
    const contrary = ['date', 'present'].find((field) => lineValue(row, field) !== null);
    if (contrary === undefined) return false;
    const { heading } = row.column(contrary);
    context.report(row, 'held', 'form_held_contradiction', { value: answer, other: `“${heading}”` });
    return null;
  }
  if (answer !== null || lineValue(row, 'date') !== null) return true;
  const says = [...ofMeeting, ...countFields].some((field) => lineValue(row, field) !== null);
  if (lineValue(row, 'not_held_reason') !== null && lineValue(row, 'present') === null) return false;
  if (says) context.report(row, 'held', 'form_held_missing');
  return null;
}

function dayOf(context: SheetContext, row: SheetRow, form: FormIdentity): IsoDate | null {
  if (lineValue(row, 'date') === null) {
    context.report(row, 'date', 'form_date_missing');
    return null;
  }
  return exchangedDay(context, row, 'date', form) ? null : meetingDate(context, row, form.period);
}

/** The number of members as the office had it, where the form says otherwise. */
function reportListDifferences(context: SheetContext, { sent }: FormIdentity, { row, returned }: MeetingDraft): void {
  const before = sent.get(returned?.cellId ?? '');
  for (const field of countFields) {
    const [known, written] = [textOf(before?.[field]), lineValue(row, field)];
    if (known === null || written === null || known === written) continue;
    context.report(row, field, 'form_differs_from_list', { value: written, other: known });
  }
}
