import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { QuotaForm, RegulationForm } from '../../contract/regulations.ts';
import { SochiboError } from '../errors.ts';
import type { QuotaRow } from '../schema/assignment-tables.ts';
import type { Tables } from '../schema/database.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { RegulationPreset } from './presets.ts';

/**
 * Writes a regulation with all its quotas and returns its id; a quota that the form no longer has goes.
 * Throws `wrong_arguments` for a form that contradicts itself, `not_found`, `conflict` where an assignment follows a
 * quota that would go.
 */
export async function saveRegulation(db: Kysely<Tables>, id: string | null, form: RegulationForm): Promise<string> {
  refuseContradictions(form);
  const { quotas, ...typed } = form;
  const fields = {
    ...typed,
    number_symbol: cleanLine(typed.number_symbol),
    issuing_body: lineOrNull(typed.issuing_body),
    subject: lineOrNull(typed.subject),
  };
  const regulationId = id ?? newId();
  if (id === null) {
    await db
      .insertInto('regulation')
      .values({ id: regulationId, ...fields })
      .execute();
  } else {
    const row = await db.selectFrom('regulation').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw missing();
    const changes = changedColumns(row, fields);
    if (changes !== null) await db.updateTable('regulation').set(changes).where('id', '=', id).execute();
  }
  await saveQuotas(db, regulationId, quotas);
  return regulationId;
}

/** Loads a preset as a regulation of the office, to be edited there. */
export async function loadPreset(db: Kysely<Tables>, preset: RegulationPreset): Promise<string> {
  const { code: _, place: __, quotas, ...fields } = preset;
  const known = await db
    .selectFrom('regulation')
    .select('id')
    .where('number_symbol', '=', fields.number_symbol)
    .executeTakeFirst();
  if (known) {
    throw new SochiboError(
      'conflict',
      `Sổ đã có quy định ${fields.number_symbol}. Mở quy định đó trong danh sách để sửa.`,
    );
  }
  return saveRegulation(db, null, {
    ...fields,
    valid_to: null,
    quotas: quotas.map((quota) => ({ ...quota, id: null })),
  });
}

/** Ends a regulation; what it asked until then stays. Throws `not_found`, `wrong_arguments`. */
export async function endRegulation(db: Kysely<Tables>, id: string, validTo: string): Promise<void> {
  const row = await db.selectFrom('regulation').select(['valid_from']).where('id', '=', id).executeTakeFirst();
  if (!row) throw missing();
  refuseWrongSpan(row.valid_from, validTo);
  await db.updateTable('regulation').set({ valid_to: validTo }).where('id', '=', id).execute();
}

function refuseContradictions({ number_symbol, valid_from, valid_to, quotas }: RegulationForm): void {
  if (cleanLine(number_symbol) === '') {
    throw new SochiboError(
      'wrong_arguments',
      'Quy định chưa có số, ký hiệu. Ghi số, ký hiệu hoặc tên văn bản rồi lưu lại.',
    );
  }
  refuseWrongSpan(valid_from, valid_to);
  const groups = quotas.map(({ title_group }) => title_group);
  const twice = groups.find((group, index) => groups.indexOf(group) !== index);
  if (twice !== undefined) {
    throw new SochiboError(
      'wrong_arguments',
      'Một nhóm chức danh có hai dòng định mức trong cùng quy định. Bỏ bớt một dòng rồi lưu lại.',
    );
  }
  if (quotas.some(({ counted_kinds }) => counted_kinds.length === 0)) {
    throw new SochiboError('wrong_arguments', 'Có dòng định mức chưa chọn loại buổi được tính. Chọn ít nhất một loại.');
  }
}

function refuseWrongSpan(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) {
    throw new SochiboError('wrong_arguments', 'Ngày hết hiệu lực trước ngày có hiệu lực. Sửa một trong hai ngày.');
  }
}

async function saveQuotas(db: Kysely<Tables>, regulationId: string, quotas: readonly QuotaForm[]): Promise<void> {
  const present = await db.selectFrom('quota').selectAll().where('regulation_id', '=', regulationId).execute();
  const kept = new Set(quotas.map(({ id }) => id));
  const gone = present.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    const follower = await db
      .selectFrom('assignment_entry')
      .select('id')
      .where('quota_id', 'in', gone)
      .executeTakeFirst();
    if (follower) {
      throw new SochiboError(
        'conflict',
        'Có phân công đang theo dòng định mức bị bỏ. Kết thúc quy định thay vì bỏ dòng.',
      );
    }
    await db.deleteFrom('quota').where('id', 'in', gone).execute();
  }
  for (const [position, quota] of quotas.entries()) {
    const fields = quotaFields(quota, regulationId, position);
    const row = present.find(({ id }) => id === quota.id);
    if (!row) {
      await db
        .insertInto('quota')
        .values({ id: newId(), ...fields })
        .execute();
      continue;
    }
    const changes = changedColumns(row, fields);
    if (changes !== null) await db.updateTable('quota').set(changes).where('id', '=', row.id).execute();
  }
}

function quotaFields(quota: QuotaForm, regulation_id: string, position: number): Omit<QuotaRow, 'id'> {
  return {
    regulation_id,
    title_group: quota.title_group,
    min_visits: quota.min_visits,
    cycle: quota.cycle,
    counted_kinds: JSON.stringify(quota.counted_kinds),
    scope: quota.scope,
    per_cell: quota.per_cell ? 1 : 0,
    proration: quota.proration,
    note: lineOrNull(quota.note),
    position,
  };
}

function lineOrNull(text: string | null): string | null {
  return text === null ? null : cleanLine(text) || null;
}

function missing(): SochiboError {
  return new SochiboError('not_found', 'Không có quy định này trong sổ.');
}
