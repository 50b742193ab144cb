import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { AssignForm } from '../../contract/assignments.ts';
import { SochiboError } from '../errors.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { AssignmentRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForceWithin } from '../schema/dated.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { findOrWriteDecision } from './decisions.ts';

/**
 * Assigns officials to cells or communes: one row of the annex for each official, over all targets together. With
 * `each_cell` a commune stands for every cell in it. What an official already has on these days is not given twice.
 * Returns how many assignments were made. Throws `not_found`, `conflict`, `wrong_arguments`.
 */
export async function assign(
  db: Kysely<Tables>,
  form: AssignForm,
): Promise<{ created: number; decision_id: string | null }> {
  const from = dayOf(form.valid_from);
  refuseWrongSpan(form);
  const organisations = await readOrganisationHistory(db);
  const targets = targetsOf(organisations, form, from);
  await refuseEnded(db, form);
  const decisionId = form.decision === null ? null : await findOrWriteDecision(db, form.decision);
  let created = 0;
  for (const officialId of new Set(form.official_ids)) {
    created += await writeEntry(db, {
      officialId,
      targets,
      role: form.role,
      decisionId,
      minVisits: form.min_visits,
      note: form.note === null ? null : cleanLine(form.note) || null,
      valid_from: form.valid_from,
      valid_to: form.valid_to,
    });
  }
  if (created === 0) {
    throw new SochiboError(
      'conflict',
      'Cán bộ đã được phân công tất cả các nơi này trong thời gian đó. Không ghi thêm gì.',
    );
  }
  return { created, decision_id: decisionId };
}

export interface NewEntry {
  officialId: string;
  targets: readonly string[];
  role: AssignmentRole;
  decisionId: string | null;
  minVisits: number | null;
  note: string | null;
  teamId?: string;
  /** By target: the assignment of another official that is taken over. */
  replaces?: ReadonlyMap<string, string>;
  handoverNote?: string | null;
  valid_from: string;
  valid_to: string | null;
}

/** Writes one row of the annex with the assignments that the official does not have yet; returns their number. */
export async function writeEntry(db: Kysely<Tables>, entry: NewEntry): Promise<number> {
  const { officialId, valid_from, valid_to } = entry;
  const present = await db
    .selectFrom('assignment')
    .select(['target_id', 'role', 'valid_from', 'valid_to'])
    .where('official_id', '=', officialId)
    .execute();
  const [from, to] = [dayOf(valid_from), dayOf(valid_to ?? '9999-12-31')];
  const targets = entry.targets.filter(
    (targetId) =>
      !present.some((row) => row.target_id === targetId && row.role === entry.role && isInForceWithin(row, from, to)),
  );
  if (targets.length === 0) return 0;
  const title = await titleOn(db, officialId, valid_from);
  const entryId = newId();
  await db
    .insertInto('assignment_entry')
    .values({
      id: entryId,
      official_id: officialId,
      decision_id: entry.decisionId,
      title: title?.title ?? null,
      title_group: title?.title_group ?? null,
      min_visits: entry.minVisits,
      note: entry.note,
      valid_from,
      valid_to,
    })
    .execute();
  for (const targetId of targets) {
    await db
      .insertInto('assignment')
      .values({
        id: newId(),
        entry_id: entryId,
        official_id: officialId,
        target_id: targetId,
        role: entry.role,
        end_reason: null,
        team_id: entry.teamId ?? null,
        replaces_id: entry.replaces?.get(targetId) ?? null,
        handover_note: entry.handoverNote ?? null,
        valid_from,
        valid_to,
      })
      .execute();
  }
  return targets.length;
}

function targetsOf(organisations: OrganisationHistory, form: AssignForm, from: IsoDate): string[] {
  const cells = new Set(organisations.cellsBetween(from, from));
  const targets = form.target_ids.flatMap((id) => {
    if (!organisations.has(id)) throw new SochiboError('not_found', 'Không có chi bộ hoặc đảng bộ này trong sổ.');
    if (!organisations.isInForce(id, from)) {
      throw new SochiboError(
        'conflict',
        `${organisations.nameOn(id, from)} không hoạt động vào ngày bắt đầu phân công. Chọn nơi khác hoặc đổi ngày.`,
      );
    }
    if (!form.each_cell || cells.has(id)) return [id];
    return organisations.under(id, from).filter((each) => cells.has(each));
  });
  if (targets.length === 0) {
    throw new SochiboError('conflict', 'Nơi được chọn không có chi bộ nào vào ngày bắt đầu phân công.');
  }
  return [...new Set(targets)];
}

async function refuseEnded(db: Kysely<Tables>, { official_ids, valid_from }: AssignForm): Promise<void> {
  const officials = await db
    .selectFrom('official')
    .select(['full_name', 'valid_to'])
    .where('id', 'in', official_ids)
    .execute();
  if (officials.length < new Set(official_ids).size)
    throw new SochiboError('not_found', 'Không có cán bộ này trong sổ.');
  const ended = officials.find(({ valid_to }) => valid_to !== null && valid_to < valid_from);
  if (ended) {
    throw new SochiboError(
      'conflict',
      `${ended.full_name} đã thôi làm cán bộ dự sinh hoạt trước ngày này. Chọn cán bộ khác.`,
    );
  }
}

async function titleOn(db: Kysely<Tables>, officialId: string, day: string) {
  const titles = await db
    .selectFrom('official_title')
    .select(['title', 'title_group', 'valid_from', 'valid_to'])
    .where('official_id', '=', officialId)
    .orderBy('valid_from')
    .execute();
  const on = dayOf(day);
  return titles.findLast((title) => isInForceWithin(title, on, on)) ?? null;
}

function refuseWrongSpan({ valid_from, valid_to }: Pick<AssignForm, 'valid_from' | 'valid_to'>): void {
  if (valid_to !== null && valid_to < valid_from) {
    throw new SochiboError('wrong_arguments', 'Ngày kết thúc trước ngày bắt đầu phân công. Sửa một trong hai ngày.');
  }
}

function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}
