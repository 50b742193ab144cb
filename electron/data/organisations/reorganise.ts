import type { Kysely } from 'kysely';
import type { AssignmentsThen, NewOrganisation } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import { presentKinds } from '../members/counted.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { carryAssignments } from './carry-assignments.ts';
import { carryThematicPlans } from './carry-plans.ts';
import { childrenOn, closeOrganisation, moveChildren } from './close-organisation.ts';
import { createOrganisation } from './create-organisation.ts';
import { moveMembers } from './move-members.ts';
import { lineOrNull } from './organisation-facts.ts';
import { noteEvent, type Present, presentOn } from './versions.ts';

interface Reorganisation extends AssignmentsThen {
  /** The first day of the new state. */
  date: IsoDate;
  document: string | null;
}

export interface Merger extends Reorganisation {
  sources: readonly string[];
  into: { existing: string } | { created: NewOrganisation };
}

/**
 * Merges organisations into a new one or into one of them: members, what stands under them and assignments go along, the
 * sources close on the eve with the successor noted. Returns the successor. Throws `conflict`, `wrong_arguments`.
 */
export async function mergeOrganisations(db: Kysely<Tables>, merger: Merger): Promise<string> {
  const { into, date, document } = merger;
  const ids = [...new Set(merger.sources)].filter((id) => !('existing' in into) || id !== into.existing);
  const sources: Present[] = [];
  for (const id of ids) sources.push(await presentOn(db, id, date));
  const [first] = sources;
  if (!first) throw new SochiboError('wrong_arguments', 'Chọn ít nhất một tổ chức để sáp nhập.');
  if ('created' in into && sources.length < 2) {
    throw new SochiboError('wrong_arguments', 'Sáp nhập thành tổ chức mới cần ít nhất hai tổ chức. Chọn thêm.');
  }
  for (const source of sources) refuseRoot(source, 'sáp nhập');
  const kind = 'existing' in into ? (await presentOn(db, into.existing, date)).kind : into.created.kind;
  for (const { kind: each, version } of sources) {
    if (isCell(each) === isCell(kind)) continue;
    throw new SochiboError('wrong_arguments', `"${version.name}" không cùng loại: chi bộ chỉ nhập với chi bộ.`);
  }
  const id =
    'existing' in into
      ? into.existing
      : await createOrganisation(db, {
          ...into.created,
          from: date,
          document,
          closing: ids,
          position: Math.min(...sources.map(({ version }) => version.position)),
        });
  const successor = await presentOn(db, id, date);
  for (const source of sources) await closeInto(db, source, successor, { ...merger, kind: 'merge' });
  return id;
}

/** Puts all that an organisation has under its successor and closes it on the eve. */
export async function closeInto(
  db: Kysely<Tables>,
  source: Present,
  successor: Present,
  { date, document, assignments, end_reason, kind }: Reorganisation & { kind: 'merge' | 'dissolve' },
): Promise<void> {
  const detail =
    kind === 'merge'
      ? `Sáp nhập ${source.version.name} vào ${successor.version.name}`
      : `Giải thể ${source.version.name}, chuyển về ${successor.version.name}`;
  await moveMembers(db, { from: source.id, to: successor.id, date, document, note: detail });
  await moveChildren(db, { from: source.id, to: successor.id, date });
  await carryThematicPlans(db, { from: source.id, to: successor.id, date });
  const to = assignments === 'carry' ? [successor.id] : [];
  await carryAssignments(db, { from: source.id, to, date, reason: lineOrNull(end_reason) ?? detail });
  await closeOrganisation(db, source, date, detail);
  await noteEvent(db, {
    kind,
    date,
    organisation_id: source.id,
    other_id: successor.id,
    document: lineOrNull(document),
    detail,
  });
}

export interface Division extends Reorganisation {
  source: string;
  /** The source stays, with whoever is in no part. */
  keep: boolean;
  parts: readonly { created: NewOrganisation; member_ids: readonly string[]; child_ids: readonly string[] }[];
}

/**
 * Splits an organisation: each part takes the members, or the organisations, named for it; what is named for none stays
 * with the source or, when that closes, goes to the first part. Returns the first part. Throws `conflict`, `wrong_arguments`.
 */
export async function splitOrganisation(db: Kysely<Tables>, division: Division): Promise<string> {
  const { source: sourceId, keep, parts, date, assignments } = division;
  const document = lineOrNull(division.document);
  const source = await presentOn(db, sourceId, date);
  if (!keep) refuseRoot(source, 'chia tách');
  if (!keep && parts.length < 2) {
    throw new SochiboError('wrong_arguments', 'Chia tách mà không giữ tổ chức cũ cần ít nhất hai tổ chức mới.');
  }
  const named = parts.flatMap(({ member_ids, child_ids }) => [...member_ids, ...child_ids]);
  if (new Set(named).size < named.length) {
    throw new SochiboError('wrong_arguments', 'Một đảng viên hoặc tổ chức được ghi vào hai phần. Bỏ ở một phần.');
  }
  const ids: string[] = [];
  const names: string[] = [];
  for (const { created, member_ids, child_ids } of parts) {
    if (isCell(created.kind) !== isCell(source.kind)) {
      throw new SochiboError('wrong_arguments', `"${created.facts.name}" không cùng loại với tổ chức được chia tách.`);
    }
    const closing = keep ? [] : [sourceId];
    const id = await createOrganisation(db, { ...created, from: date, document, closing });
    const { name } = created.facts;
    const detail = `Tách ${name} từ ${source.version.name}`;
    const moved = await moveMembers(db, {
      from: sourceId,
      to: id,
      date,
      document,
      note: detail,
      only: new Set(member_ids),
    });
    if (member_ids.some((member) => !moved.has(member))) {
      throw new SochiboError('conflict', `Có đảng viên không thuộc "${source.version.name}" từ ngày này. Chọn lại.`);
    }
    await moveChildren(db, { from: sourceId, to: id, date, only: new Set(child_ids) });
    await noteEvent(db, { kind: 'split', date, organisation_id: id, other_id: sourceId, document, detail });
    ids.push(id);
    names.push(name);
  }
  const detail = `${source.version.name} → ${[...(keep ? [source.version.name] : []), ...names].join(', ')}`;
  const [first = sourceId] = ids;
  if (!keep) {
    await moveMembers(db, { from: sourceId, to: first, date, document, note: detail });
    await moveChildren(db, { from: sourceId, to: first, date });
    await carryThematicPlans(db, { from: sourceId, to: first, date });
    const to = assignments === 'carry' ? ids : [];
    await carryAssignments(db, { from: sourceId, to, date, reason: lineOrNull(division.end_reason) ?? detail });
    await closeOrganisation(db, source, date, detail);
  }
  return first;
}

export interface Dissolution extends Reorganisation {
  id: string;
  /** Who takes over what it still has. */
  move_to: string | null;
}

/** Dissolves an organisation. Throws `conflict` when it still has members or organisations and nobody takes them. */
export async function dissolveOrganisation(db: Kysely<Tables>, dissolution: Dissolution): Promise<void> {
  const { id, move_to, date, document, end_reason } = dissolution;
  const source = await presentOn(db, id, date);
  refuseRoot(source, 'giải thể');
  const { name } = source.version;
  if (move_to !== null) {
    const successor = await presentOn(db, move_to, date);
    if (isCell(successor.kind) !== isCell(source.kind) || successor.id === id) {
      throw new SochiboError('wrong_arguments', `"${successor.version.name}" không nhận được. Chọn tổ chức cùng loại.`);
    }
    await closeInto(db, source, successor, { ...dissolution, kind: 'dissolve' });
    return;
  }
  const children = await childrenOn(db, id, date);
  const leftOver = children.length > 0 ? `${children.length} tổ chức trực thuộc` : await membersIn(db, id, date);
  if (leftOver !== null) {
    throw new SochiboError('conflict', `"${name}" còn ${leftOver}. Chọn tổ chức tiếp nhận rồi giải thể.`);
  }
  const detail = `Giải thể ${name}`;
  await carryAssignments(db, { from: id, to: [], date, reason: lineOrNull(end_reason) ?? detail });
  await closeOrganisation(db, source, date, detail);
  await noteEvent(db, { kind: 'dissolve', date, organisation_id: id, document: lineOrNull(document), detail });
}

async function membersIn(db: Kysely<Tables>, id: string, date: IsoDate): Promise<string | null> {
  const { count } = await db
    .selectFrom('member_status')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('cell_id', '=', id)
    .where('kind', 'in', presentKinds)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', date)]))
    .executeTakeFirstOrThrow();
  return count === 0 ? null : `${count} đảng viên`;
}

export function isCell(kind: Present['kind']): boolean {
  return kind === 'cell' || kind === 'grassroots_cell';
}

function refuseRoot({ version }: Present, what: string): void {
  if (version.parent_id !== null) return;
  throw new SochiboError(
    'conflict',
    `"${version.name}" là tổ chức của chính cơ quan này, không ${what} ở đây. Dùng "Chuyển đổi 2025" hoặc mở sổ mới.`,
  );
}
