import type { MissingMeeting } from '../../contract/meetings.ts';
import { checkAssignments } from '../assignments/check-assignments.ts';
import { cellsWithoutCommitteeMeeting } from '../meetings/missing-committee-meetings.ts';
import { monthName, parsePeriod, quarterName } from '../reporting/period.ts';
import { missingThemes } from '../themes/missing-themes.ts';
import { addDays } from '../vietnamese/dates.ts';
import { type HomeList, type HomeRecord, homeItem, weekAhead } from './home-item.ts';

/** Cells whose set day of the month is over and that have no regular meeting, nor a reason (R1, R4). */
export const meetingsMissing: HomeList = async ({ missingMeetings, day, month }) =>
  homeItem(
    'meetings_missing',
    'late',
    missingMeetings.filter(({ due_on }) => (due_on ?? parsePeriod(month).dateTo) <= day).map(meeting),
    (count) => `${count} chi bộ chưa có buổi sinh hoạt ${inSentence(monthName(month))}`,
  );

export const meetingsDue: HomeList = async ({ missingMeetings, day }) =>
  homeItem(
    'meetings_due',
    'soon',
    missingMeetings
      .filter(({ due_on }) => due_on !== null && due_on > day && due_on <= addDays(day, weekAhead))
      .map(meeting),
    (count) => `${count} chi bộ đến ngày sinh hoạt trong 7 ngày`,
  );

const missingWords = {
  no_plan: 'chưa có kế hoạch chuyên đề',
  not_held: 'chưa sinh hoạt',
  required_not_planned: 'thiếu chuyên đề bắt buộc',
} as const;

/** What cells are missing of the quarter the month is in (R5). */
export const themesMissing: HomeList = async ({ db, month }) => {
  const [quarter] = parsePeriod(month).quarters;
  if (!quarter) return null;
  const missing = await missingThemes(db, { year: quarter.year, quarter: quarter.number });
  const cells = new Set(missing.map(({ cell_id }) => cell_id)).size;
  const item = homeItem(
    'themes_missing',
    'gap',
    missing.map(({ cell_id, cell, grassroots, reason, title }) => ({
      entity: 'cell',
      id: cell_id,
      label: cell,
      context: [missingWords[reason], title, grassroots].filter(Boolean).join(' · '),
      date: null,
    })),
    () => `${cells} chi bộ chưa sinh hoạt chuyên đề ${inSentence(quarterName(quarter))}`,
  );
  return item && { ...item, count: cells };
};

/** R1: the cell committee meets once a month as well. */
export const committeeMeetingsMissing: HomeList = async ({ db, day, month }) =>
  homeItem(
    'committee_meetings_missing',
    'gap',
    (await cellsWithoutCommitteeMeeting(db, month, day)).map(({ cell_id, cell, grassroots }) => ({
      entity: 'cell',
      id: cell_id,
      label: cell,
      context: grassroots,
      date: null,
    })),
    (count) => `${count} chi ủy chưa có buổi họp ${inSentence(monthName(month))}`,
  );

/** BC-03: a cell that nobody is assigned to. */
export const cellsWithoutOfficial: HomeList = async ({ db, day }) =>
  homeItem(
    'cells_without_official',
    'gap',
    (await checkAssignments(db, day))
      .filter(({ check }) => check === 'cell_without_official')
      .flatMap(({ organisation_id, organisation, detail }): HomeRecord[] =>
        organisation_id === null
          ? []
          : [{ entity: 'cell', id: organisation_id, label: organisation ?? '', context: detail, date: null }],
      ),
    (count) => `${count} chi bộ chưa có cán bộ được phân công dự`,
  );

function meeting({ cell_id, cell, grassroots, meeting_id, due_on }: MissingMeeting): HomeRecord {
  const where = meeting_id === null ? { entity: 'cell', id: cell_id } : { entity: 'meeting', id: meeting_id };
  return { ...where, label: cell, context: grassroots, date: due_on };
}

/** `Tháng 7/2024` inside a sentence: `tháng 7/2024`. */
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
