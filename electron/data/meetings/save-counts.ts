import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { CountRow, TypedCounts } from '../../contract/meeting-counts.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { Month } from '../vietnamese/dates.ts';
import { countSheet } from './count-sheet.ts';
import { emptyMeeting } from './empty-meeting.ts';
import { saveSelfRating } from './save-meeting.ts';

/** Of a roll-call these follow the list; typing others takes its place. */
const ROLL_TOTALS = ['due', 'present', 'absent_excused', 'absent_unexcused'] as const;

/**
 * Writes the totals of many cells of one month, of each only what differs; a row without anything said makes no meeting.
 * Throws `conflict` when totals of a roll-call differ and the cell is not among `replaceRolls`, which takes the list out;
 * `wrong_arguments` for a row that cannot be; `not_found` for a cell that is not in force in the month.
 */
export async function saveCounts(
  db: Kysely<Tables>,
  { period, rows, replaceRolls }: { period: Month; rows: readonly TypedCounts[]; replaceRolls: readonly string[] },
): Promise<number> {
  const sheet = new Map((await countSheet(db, { period })).map((row) => [row.cell_id, row]));
  const plans = rows.map((typed) => {
    const before = sheet.get(typed.cell_id);
    if (!before)
      throw new SochiboError('not_found', `Có chi bộ không hoạt động trong kỳ ${period}. Tải lại bảng rồi nhập.`);
    const after = { ...typed, theme: line(typed.theme), not_held_reason: line(typed.not_held_reason) };
    refuseImpossible(before, after);
    return { before, after };
  });
  const changed = plans.filter(({ before, after }) => differs(before, after));
  refuseLostRolls(changed, replaceRolls);
  for (const { before, after } of changed) await saveRow(db, period, before, after);
  return changed.length;
}

type Plan = { before: CountRow; after: TypedCounts };

function line(text: string | null): string | null {
  return text === null ? null : cleanLine(text) || null;
}

function differs(before: CountRow, after: TypedCounts): boolean {
  const stored = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).some(([key, value]) => stored.get(key) !== value);
}

function replacesRoll({ before, after }: Plan): boolean {
  return before.called && ROLL_TOTALS.some((key) => before[key] !== after[key]);
}

function refuseImpossible({ cell }: CountRow, row: TypedCounts): void {
  const refuse = (what: string) => {
    throw new SochiboError('wrong_arguments', `${cell}: ${what} Sửa dòng này rồi ghi lại; chưa ghi dòng nào.`);
  };
  const said = wasHeld(row);
  if (said && row.not_held_reason !== null) refuse('vừa có số liệu buổi họp vừa có lý do không họp.');
  if (row.kind !== 'regular' && row.kind !== 'regular_with_thematic')
    refuse('bảng này chỉ ghi buổi thường kỳ, hoặc thường kỳ kết hợp chuyên đề.');
  if (row.started_at !== null && row.ended_at !== null && row.ended_at < row.started_at)
    refuse(`giờ kết thúc (${row.ended_at}) trước giờ bắt đầu (${row.started_at}).`);
  if (row.present !== null && row.due !== null && row.present > row.due)
    refuse(`có mặt (${row.present}) nhiều hơn phải dự (${row.due}).`);
}

/** A day or a number of those who came says that it took place. */
function wasHeld({ date, due, present }: TypedCounts): boolean {
  return date !== null || due !== null || present !== null;
}

function refuseLostRolls(plans: readonly Plan[], replaceRolls: readonly string[]): void {
  const lost = plans.filter((plan) => replacesRoll(plan) && !replaceRolls.includes(plan.after.cell_id));
  if (lost.length === 0) return;
  const names = lost.map(({ before }) => before.cell).join('; ');
  throw new SochiboError(
    'conflict',
    `Số liệu đang theo danh sách điểm danh từng người: ${names}. Xác nhận bỏ danh sách điểm danh, hoặc giữ số cũ.`,
  );
}

async function saveRow(db: Kysely<Tables>, period: Month, before: CountRow, after: TypedCounts): Promise<void> {
  const { cell_id, score, grade, ...fields } = after;
  const isNotHeld = after.not_held_reason !== null;
  const columns: Partial<MeetingRow> = {
    ...fields,
    kind: isNotHeld ? null : fields.kind,
    state: isNotHeld ? 'not_held' : wasHeld(after) ? 'held' : 'planned',
    // Who of the exempt came is known from the list only.
    ...(replacesRoll({ before, after }) ? { present_exempt: null } : {}),
  };
  const id = before.meeting_id ?? newId();
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) {
    const changes = changedColumns(row, { ...columns, state: stateOf(row, columns) });
    if (changes !== null) await db.updateTable('meeting').set(changes).where('id', '=', id).execute();
  } else {
    await db
      .insertInto('meeting')
      .values({ ...emptyMeeting(id, cell_id, period), ...columns })
      .execute();
  }
  if (replacesRoll({ before, after })) await db.deleteFrom('attendance').where('meeting_id', '=', id).execute();
  await saveSelfRating(db, id, { score, grade });
}

/** Put off stays put off while its reason stands; a meeting whose day and numbers nobody knows was held all the same. */
function stateOf(row: MeetingRow, { state = 'planned' }: Partial<MeetingRow>): MeetingRow['state'] {
  if (state === 'not_held' && row.state === 'postponed') return 'postponed';
  return state === 'planned' && row.state === 'held' ? 'held' : state;
}
