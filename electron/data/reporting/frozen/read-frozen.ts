import type { Kysely } from 'kysely';
import type { FrozenSummary } from '../../../contract/frozen.ts';
import { SochiboError } from '../../errors.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../../organisations/organisation-history.ts';
import type { Tables } from '../../schema/database.ts';
import { parsePeriod } from '../period.ts';
import { isTable } from '../table-facts.ts';
import type { FrozenContent } from './content.ts';
import { unpackContent } from './store.ts';

/** What one frozen report answers: the same key as `aboutKey`, and by what organisation (R26). */
export interface FrozenKey {
  code: string;
  about: string;
  basis: 'then' | 'now';
}

/** Frozen reports, the latest first. */
export async function listFrozen(
  db: Kysely<Tables>,
  wanted: { period?: string | undefined; code?: string | undefined } = {},
): Promise<FrozenSummary[]> {
  const [rows, organisations] = await Promise.all([readRows(db), readOrganisationHistory(db)]);
  return rows
    .filter(({ period }) => wanted.period === undefined || period === wanted.period)
    .filter(({ report_code }) => wanted.code === undefined || report_code === wanted.code)
    .map((row) => summary(row, rows, organisations));
}

/** One frozen report with its figures as they were. Throws `not_found`, `office_damaged`. */
export async function readFrozen(
  db: Kysely<Tables>,
  id: string,
): Promise<{ summary: FrozenSummary; about: string; content: FrozenContent; chain: FrozenSummary[] }> {
  const [rows, organisations] = await Promise.all([readRows(db), readOrganisationHistory(db)]);
  const row = rows.find((one) => one.id === id);
  if (!row) {
    throw new SochiboError('not_found', `Sổ không có báo cáo đã chốt "${id}". Xem danh sách báo cáo đã chốt.`);
  }
  const chain = relatedTo(row, rows).map((one) => summary(one, rows, organisations));
  return { summary: summary(row, rows, organisations), about: row.about, content: await contentOf(db, row), chain };
}

/** The frozen answer to a question that nothing stands in the place of; null when it was never frozen. */
export async function standingFrozen(
  db: Kysely<Tables>,
  { code, about, basis }: FrozenKey,
): Promise<{ id: string; content: FrozenContent } | null> {
  const row = await standingRow(db, { code, about, basis });
  return row === null ? null : { id: row.id, content: await contentOf(db, row) };
}

/** The row of `standingFrozen`, without its figures: of a report with supplements the last of them. */
export async function standingRow(db: Kysely<Tables>, { code, about, basis }: FrozenKey) {
  const rows = await readRows(db);
  const same = rows.filter((row) => row.report_code === code && row.about === about && row.basis === basis);
  return (
    same.find(({ id }) => !rows.some((later) => later.relation === 'replaces' && later.replaces_id === id)) ?? null
  );
}

type FrozenRecord = Awaited<ReturnType<typeof readRows>>[number];

function readRows(db: Kysely<Tables>) {
  return db
    .selectFrom('frozen_report as frozen')
    .leftJoin('issued_document as issued', 'issued.id', 'frozen.issued_document_id')
    .selectAll('frozen')
    .select(['issued.number', 'issued.kind_code', 'issued.body_code', 'issued.date'])
    .orderBy('frozen.id', 'desc')
    .execute();
}

async function contentOf(db: Kysely<Tables>, row: FrozenRecord): Promise<FrozenContent> {
  const stored = await db
    .selectFrom('frozen_figures')
    .select('content')
    .where('frozen_report_id', '=', row.id)
    .executeTakeFirst();
  return unpackContent(stored?.content ?? null, row.figures_sha256);
}

/** The first report and all that replaces or supplements it, or one of those, in the order they were frozen. */
function relatedTo(row: FrozenRecord, rows: readonly FrozenRecord[]): FrozenRecord[] {
  const family = new Set([row.id]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const { id, replaces_id } of rows) {
      if (replaces_id !== null && (family.has(id) || family.has(replaces_id))) family.add(id).add(replaces_id);
    }
  }
  return rows.filter(({ id }) => family.has(id)).reverse();
}

function summary(row: FrozenRecord, rows: readonly FrozenRecord[], organisations: OrganisationHistory): FrozenSummary {
  const period = row.period === '' ? null : parsePeriod(row.period);
  const [, unit = '', record = ''] = row.about.split('/');
  const about = { ...(row.period && { period: row.period }), ...(unit && { unit }), ...(record && { id: record }) };
  const later = rows.filter(({ replaces_id }) => replaces_id === row.id);
  const { number, kind_code, body_code } = row;
  return {
    id: row.id,
    code: row.report_code,
    title: row.title,
    kind: isTable({ code: row.report_code, about }) ? 'report' : 'document',
    about,
    period: row.period,
    period_label: period?.label ?? '',
    unit: unit || null,
    unit_name: unit === '' || period === null ? null : organisations.nameOn(unit, period.dateTo),
    basis: row.basis,
    as_of: row.as_of,
    number_symbol: number === null ? null : `${number}-${kind_code}/${body_code}`,
    date: row.date,
    frozen_at: row.frozen_at,
    frozen_by: row.frozen_by,
    file_name: row.file_name,
    file_sha256: row.file_sha256,
    figures_sha256: row.figures_sha256,
    relation: row.relation,
    replaces_id: row.replaces_id,
    reason: row.reason,
    replaced_by: later.find(({ relation }) => relation === 'replaces')?.id ?? null,
    supplemented_by: later.filter(({ relation }) => relation === 'supplements').map(({ id }) => id),
  };
}
