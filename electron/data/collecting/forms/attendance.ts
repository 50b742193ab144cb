import type { Kysely } from 'kysely';
import type { FormColumn, FormRow } from '../../documents/form-workbook.ts';
import { isRollCall } from '../../meetings/attendance-rules.ts';
import { rollOf } from '../../meetings/roll.ts';
import { kindWords } from '../../members/status-words.ts';
import type { AttendanceResult } from '../../schema/column-types.ts';
import type { Tables } from '../../schema/database.ts';
import { firstDayOfMonth, type IsoDate, lastDayOfMonth, type Month, parseIsoDate } from '../../vietnamese/dates.ts';
import { type AskedCell, type AskedUnit, countHeard, organisationsAsked } from '../asked-cells.ts';
import type { CollectionForm } from '../collection-form.ts';
import { cellLine } from '../form-identity.ts';

/** The line of the meeting itself among a cell's lines; the others bear the member's id. */
export const meetingLine = 'buoi';

/** How attendance is marked everywhere: có mặt, vắng có lý do (phép), vắng không lý do (interface, screen 2). */
export const attendanceMarks: Readonly<Record<AttendanceResult, string | null>> = {
  present: 'C',
  absent_excused: 'P',
  absent_unexcused: 'K',
  not_due: null,
};

/** The roll-call of the month's regular meeting, one block a cell: the line of the meeting, then its members (R9-R13). */
export const attendanceForm: CollectionForm = {
  kind: 'attendance',
  title: 'Danh sách điểm danh sinh hoạt chi bộ tháng',
  sheet: 'Điểm danh',
  guidance: [
    'Dòng in đậm của chi bộ: ghi ngày họp, giờ. Mỗi đảng viên chọn C (có mặt), P (vắng có lý do), K (vắng không lý do).',
    'Người được miễn, đi nơi khác, đình chỉ: chỉ chọn nếu có dự (C). Thiếu người: chèn dòng trong chi bộ, ghi họ tên rồi chọn.',
  ],
  addressees: organisationsAsked,
  content: async (db, period, { cells }) => ({ columns: columns(period), rows: await rows(db, period, cells) }),
  heard,
};

function columns(period: Month): FormColumn[] {
  const text = { type: 'text', input: true } as const;
  const month = { from: firstDayOfMonth(period), to: lastDayOfMonth(period) };
  return [
    { key: 'order', heading: 'TT', width: 5, type: 'int', input: false },
    { key: 'full_name', heading: 'Chi bộ / Họ và tên', width: 34, type: 'text', input: false },
    { key: 'birth_date', heading: 'Ngày sinh', width: 12, type: 'date', input: false },
    { key: 'status', heading: 'Tư cách, trạng thái', width: 24, type: 'text', input: false },
    {
      ...{ key: 'mark', heading: 'Điểm danh', width: 9, ...text },
      choices: { labels: ['C', 'P', 'K'], open: false },
      prompt: 'C: có mặt. P: vắng có lý do. K: vắng không lý do.',
    },
    { key: 'reason', heading: 'Lý do vắng', width: 26, ...text },
    {
      ...{ key: 'late', heading: 'Đến muộn, về sớm', width: 9, ...text },
      choices: { labels: ['Có'], open: false },
    },
    {
      key: 'date',
      heading: 'Ngày họp',
      width: 12,
      type: 'date',
      input: true,
      range: month,
      prompt: 'Gõ ngày/tháng/năm.',
    },
    { key: 'start', heading: 'Giờ bắt đầu', width: 9, type: 'time', input: true },
    { key: 'end', heading: 'Giờ kết thúc', width: 9, type: 'time', input: true },
  ];
}

const ofMeeting = ['date', 'start', 'end'];
const ofMember = ['mark', 'reason', 'late'];

async function rows(db: Kysely<Tables>, period: Month, cells: readonly AskedCell[]): Promise<FormRow[]> {
  const all: FormRow[] = [];
  for (const cell of cells) {
    const known = await regularMeeting(db, period, cell.id);
    all.push({
      id: cellLine(cell.id, meetingLine),
      leads: true,
      closed: ofMember,
      values: {
        full_name: cell.name,
        date: known?.date ?? null,
        start: known?.started_at ?? null,
        end: known?.ended_at ?? null,
      },
    });
    const marked = known === null ? [] : await attendanceOf(db, known.id);
    const day = parseIsoDate(known?.date ?? '') ?? setDay(period, cell.meetingDay);
    all.push(...(await memberRows(db, cell.id, day, marked)));
  }
  return all;
}

/** A line for each member on the cell's roll of that day, with what is marked already. */
async function memberRows(
  db: Kysely<Tables>,
  cellId: string,
  day: IsoDate,
  marked: Awaited<ReturnType<typeof attendanceOf>>,
): Promise<FormRow[]> {
  const roll = await rollOf(db, cellId, day);
  const births = await birthDates(
    db,
    roll.map(({ member_id }) => member_id),
  );
  return roll.map(({ member_id, full_name, standing, status }, index) => {
    const mark = marked.find((one) => one.member_id === member_id);
    return {
      id: cellLine(cellId, member_id),
      closed: ofMeeting,
      values: {
        order: index + 1,
        full_name,
        birth_date: births.get(member_id) ?? null,
        status: `${standing === 'full' ? 'Chính thức' : 'Dự bị'}${status === 'active' ? '' : `, ${kindWords[status]}`}`,
        mark: mark ? attendanceMarks[mark.result] : null,
        reason: mark?.reason ?? null,
        late: mark?.late_or_left_early === 1 ? 'Có' : null,
      },
    };
  });
}

/** The cell's set day in the month, else its last day: whose status counts (R9). */
function setDay(period: Month, day: number | null): IsoDate {
  return parseIsoDate(`${period}-${String(day ?? 0).padStart(2, '0')}`) ?? lastDayOfMonth(period);
}

async function regularMeeting(db: Kysely<Tables>, period: Month, cellId: string) {
  const found = await db
    .selectFrom('meeting')
    .select(['id', 'date', 'started_at', 'ended_at'])
    .where('cell_id', '=', cellId)
    .where('period', '=', period)
    .where('state', '=', 'held')
    .where('kind', 'in', ['regular', 'regular_with_thematic'])
    .orderBy('date')
    .executeTakeFirst();
  return found ?? null;
}

function attendanceOf(db: Kysely<Tables>, meetingId: string) {
  return db
    .selectFrom('attendance')
    .select(['member_id', 'result', 'reason', 'late_or_left_early'])
    .where('meeting_id', '=', meetingId)
    .execute();
}

async function birthDates(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, string | null>> {
  const found = await db.selectFrom('member').select(['id', 'birth_date']).where('id', 'in', ids).execute();
  return new Map(found.map(({ id, birth_date }) => [id, birth_date]));
}

/** Cells of which the members were called in the month. */
async function heard(db: Kysely<Tables>, period: Month, units: readonly AskedUnit[]): Promise<Map<string, number>> {
  const lines = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .select(['meeting.cell_id', 'attendance.result'])
    .where('meeting.period', '=', period)
    .execute();
  const called = [...Map.groupBy(lines, ({ cell_id }) => cell_id)].filter(([, all]) => isRollCall(all));
  return countHeard(units, new Set(called.map(([cell]) => cell)));
}
