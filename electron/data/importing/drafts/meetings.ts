import type { Month } from '../../vietnamese/dates.ts';
import { hasUnit } from '../plan/sheet-unit.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { parseMeetingNote } from '../values/meeting-notes.ts';
import { gradeValue, meetingDate, meetingKind, meetingTimes } from '../values/meeting-values.ts';
import { countValue, lineValue, numberValue } from '../values/plain-values.ts';
import { parseVisitors } from '../values/visitors.ts';
import { checkMeeting } from './check-meeting.ts';
import type { MeetingDraft, MeetingSheetDraft } from './meeting-draft.ts';

/** Reads one month of a meeting register. The period of every meeting is the month of the sheet. */
export function draftMeetings(context: SheetContext): MeetingSheetDraft {
  const rows: MeetingDraft[] = [];
  const { period } = context.title;
  if (period === null) {
    context.reportAt(null, null, 'missing_period', { name: context.sheet });
    return { context, rows };
  }
  let committee: string | null = null;
  for (const row of context.rows) {
    const cell = lineValue(row, 'cell');
    if (row.kind === 'group') {
      committee = cell ?? committee;
    } else if (cell === null && !hasUnit(context)) {
      context.report(row, 'cell', 'missing_cell');
    } else {
      const draft = draftMeeting(context, row, period, cell);
      if (draft) rows.push({ ...draft, committee });
    }
  }
  return { context, rows };
}

const saysNotHeld = /^(?:không|ko)(?:\s|$)/iu;

function draftMeeting(context: SheetContext, row: SheetRow, period: Month, cell: string | null): MeetingDraft | null {
  const note = lineValue(row, 'note');
  const remarks = parseMeetingNote(note ?? '');
  const kind = meetingKind(row);
  const dateText = lineValue(row, 'date');
  const noMeeting =
    saysNotHeld.test(dateText ?? '') || (dateText === null && (kind === null || remarks.notHeldReason !== null));
  const shared = { row, committee: null, cell, period, note, remarks, returned: null };
  if (noMeeting) {
    return {
      ...shared,
      held: false,
      kind: null,
      date: null,
      startedAt: null,
      endedAt: null,
      counts: { ...readCounts(context, row), due: null, present: null, absentExcused: null, absentUnexcused: null },
      theme: null,
      score: null,
      grade: null,
      visitors: [],
    };
  }
  if (kind === undefined || kind === null) {
    const value = lineValue(row, 'kind') ?? lineValue(row, 'kind_other');
    context.report(row, row.has('kind') ? 'kind' : 'kind_regular', 'unknown_meeting_kind', { value: value ?? '' });
    return null;
  }
  const counts = readCounts(context, row);
  const visitors = row.text('visitors');
  const draft: MeetingDraft = {
    ...shared,
    held: true,
    kind,
    date: meetingDate(context, row, period),
    ...meetingTimes(context, row),
    counts: {
      ...counts,
      present: counts.present === null ? null : Math.max(0, counts.present - remarks.presentExempt),
    },
    theme: lineValue(row, 'theme'),
    score: numberValue(context, row, 'score'),
    grade: gradeValue(context, row),
    visitors: visitors === null ? [] : parseVisitors(visitors),
  };
  checkMeeting(context, draft);
  return draft;
}

function readCounts(context: SheetContext, row: SheetRow): MeetingDraft['counts'] {
  return {
    membersTotal: countValue(context, row, 'members_total'),
    exempt: countValue(context, row, 'exempt'),
    workingAway: countValue(context, row, 'working_away'),
    due: countValue(context, row, 'due'),
    present: countValue(context, row, 'present'),
    absentExcused: countValue(context, row, 'absent_excused'),
    absentUnexcused: countValue(context, row, 'absent_unexcused'),
  };
}
