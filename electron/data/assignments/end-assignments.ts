import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';
import { writeEntry } from './assign.ts';

/**
 * Ends assignments with a reason; a row of the annex whose last assignment ends, ends with it, so that its quota is
 * prorated (R28). Throws `not_found`, `wrong_arguments` without a reason or for a day before the beginning.
 */
export async function endAssignments(
  db: Kysely<Tables>,
  ids: readonly string[],
  validTo: IsoDate,
  reason: string,
): Promise<void> {
  const text = cleanLine(reason);
  if (text === '')
    throw new SochiboError('wrong_arguments', 'Chưa ghi lý do kết thúc phân công. Ghi lý do rồi làm lại.');
  const rows = await db.selectFrom('assignment').selectAll().where('id', 'in', ids).execute();
  if (rows.length < new Set(ids).size) throw missing();
  if (rows.some(({ valid_from }) => valid_from !== null && valid_from > validTo)) {
    throw new SochiboError('wrong_arguments', 'Ngày kết thúc trước ngày bắt đầu của một phân công. Chọn ngày sau đó.');
  }
  await db.updateTable('assignment').set({ valid_to: validTo, end_reason: text }).where('id', 'in', ids).execute();
  for (const entryId of new Set(rows.map(({ entry_id }) => entry_id))) {
    const others = await db.selectFrom('assignment').select('valid_to').where('entry_id', '=', entryId).execute();
    if (others.some(({ valid_to }) => valid_to === null || valid_to > validTo)) continue;
    await db.updateTable('assignment_entry').set({ valid_to: validTo }).where('id', '=', entryId).execute();
  }
}

/**
 * Another official takes assignments over from a day on: the old ones end the day before, each new one names the one it
 * replaces, and the number of the annex row goes with it. Throws `not_found`, `wrong_arguments`, `conflict`.
 */
export async function handOver(
  db: Kysely<Tables>,
  {
    ids,
    officialId,
    from,
    reason,
    handoverNote,
  }: { ids: readonly string[]; officialId: string; from: IsoDate; reason: string; handoverNote: string | null },
): Promise<void> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
    .selectAll('assignment')
    .select(['entry.decision_id', 'entry.min_visits'])
    .where('assignment.id', 'in', ids)
    .execute();
  if (rows.length < new Set(ids).size) throw missing();
  if (rows.some(({ official_id }) => official_id === officialId)) {
    throw new SochiboError('wrong_arguments', 'Cán bộ nhận bàn giao đang giữ chính phân công này. Chọn cán bộ khác.');
  }
  if (rows.some(({ valid_to }) => valid_to !== null && valid_to < from)) {
    throw new SochiboError(
      'wrong_arguments',
      'Một phân công đã kết thúc trước ngày bàn giao. Bàn giao từ ngày phân công còn hiệu lực, hoặc phân công mới.',
    );
  }
  await endAssignments(db, ids, addDays(from, -1), reason);
  for (const group of Map.groupBy(rows, ({ entry_id, role }) => `${entry_id} ${role}`).values()) {
    const [first] = group;
    if (!first) continue;
    const written = await writeEntry(db, {
      officialId,
      targets: group.map(({ target_id }) => target_id),
      role: first.role,
      decisionId: first.decision_id,
      minVisits: first.min_visits,
      note: null,
      ...(first.team_id === null ? {} : { teamId: first.team_id }),
      replaces: new Map(group.map(({ id, target_id }) => [target_id, id])),
      handoverNote: handoverNote === null ? null : cleanLine(handoverNote) || null,
      valid_from: from,
      valid_to: first.valid_to,
    });
    if (written < group.length) {
      throw new SochiboError(
        'conflict',
        'Cán bộ nhận bàn giao đã được phân công nơi này trong thời gian đó. Kết thúc phân công cũ thay vì bàn giao.',
      );
    }
  }
}

function missing(): SochiboError {
  return new SochiboError('not_found', 'Không có phân công này trong sổ.');
}
