import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { migrations } from '../schema/migrations/index.ts';
import {
  matchMembers,
  matchOfficials,
  matchOrganisations,
  type TheirOrganisation,
  type TheirRecord,
} from './match-records.ts';
import type { OpenPackage } from './package-file.ts';
import { partTables } from './part-tables.ts';
import { freeCodes } from './petition-codes.ts';
import { type Planning, planTable, type TablePlan } from './plan-table.ts';
import { readTheirPart, type TheirPart } from './read-part.ts';
import { refusals } from './refusals.ts';
import { tableColumns } from './row-values.ts';
import type { SenderMemory, StandingPackage } from './sender-memory.ts';
import type { SenderUnit } from './sender-unit.ts';
import { type TakeBack, takeBack } from './take-back.ts';

/** What receiving a package would do. Nothing has been written. */
export interface PackagePlan extends Pick<Planning, 'identities' | 'differences'> {
  /** The organisation here that the sender is, once received. */
  unitId: string;
  tables: TablePlan[];
  replaced: StandingPackage | null;
  takeBack: TakeBack;
  notes: string[];
}

/** The version of the tables this program knows. */
export const schemaVersion = Math.max(...migrations.map(({ version }) => version));

/**
 * Settles every row of a package against the office. Throws `package_refused`; `cancelled` between two tables.
 * `unit`: where the sender stands here.
 */
export async function planPackage(
  db: Kysely<Tables>,
  opened: OpenPackage,
  file: string,
  { memory, unit, signal }: { memory: SenderMemory; unit: SenderUnit; signal?: AbortSignal | undefined },
): Promise<PackagePlan> {
  const { manifest } = opened;
  if (manifest.schema > schemaVersion) throw refusals.newer(file);
  const replaced = memory.standing.find(({ period }) => period === manifest.period) ?? null;
  const planning: Planning = {
    ...{ db, file, memory, madeAt: manifest.made_at, ids: new Map(), fresh: new Map() },
    ...{ identities: [], differences: [] },
  };
  const parts = new Map<string, TheirPart>();
  const carried = partTables.flatMap((part) => {
    const text = opened.partText(part.table);
    return text === null ? [] : [{ part, text }];
  });
  const columns = await tableColumns(
    db,
    carried.map(({ part }) => part.table),
  );
  for (const { part, text } of carried) {
    parts.set(part.table, readTheirPart(part, text, columns.get(part.table) ?? [], file));
  }
  const root = manifest.office.root;
  const organisations = parts.get('organisation');
  if (!organisations?.rows.some((row) => row[organisations.at('id')] === root))
    throw refusals.missingRecord(file, 'organisation', 1, 'id');
  const tables: TablePlan[] = [];
  for (const [table, their] of parts) {
    if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng nhận gói dữ liệu.');
    if (table === 'organisation_version') underUnit(their, planning, root, unit);
    const found = await foundByRule(planning, parts, their, { root, unit });
    const plan = await planTable(planning, their, found);
    if (table === 'petition' && plan.inserts.length > 0) await freeCodes(db, plan, manifest.office.name);
    tables.push(plan);
  }
  return {
    ...{ identities: planning.identities, differences: planning.differences, tables, replaced },
    unitId: planning.ids.get('organisation')?.get(root) ?? root,
    takeBack: await takeBack(db, { tables, replaced, memory, parts: new Set(parts.keys()) }),
    notes: notesOf(tables),
  };
}

/** The rows that a rule of the table's own finds; the rest is found by natural keys. */
async function foundByRule(
  { db, memory, ids, fresh }: Planning,
  parts: ReadonlyMap<string, TheirPart>,
  their: TheirPart,
  { root, unit }: { root: string; unit: SenderUnit },
): Promise<Map<string, string>> {
  const { table } = their.part;
  if (table !== 'organisation' && table !== 'member' && table !== 'official') return new Map();
  const records = recordsOf(their, matchedBy[table]).filter(({ id }) => memory.ourIdOf(table, String(id)) === null);
  if (table === 'organisation') {
    const known = new Map(unit.id === null ? [] : [[root, unit.id]]);
    for (const { id } of recordsOf(their, ['id'])) {
      const ours = memory.ourIdOf(table, String(id));
      if (ours !== null) known.set(String(id), ours);
    }
    const found =
      known.size === 0
        ? []
        : await matchOrganisations(db, organisationsOf(records, parts.get('organisation_version')), known);
    return new Map([...(unit.id === null ? [] : ([[root, unit.id]] as const)), ...found]);
  }
  if (table === 'member') {
    const statuses = parts.get('member_status');
    const cells = Map.groupBy(statuses ? recordsOf(statuses, ['member_id', 'cell_id']) : [], ({ member_id }) =>
      String(member_id),
    );
    // Nobody was in a cell before it was here: of a new commune no name is looked for.
    return matchMembers(db, records, (id) =>
      (cells.get(id) ?? [])
        .flatMap(({ cell_id }) => ids.get('organisation')?.get(String(cell_id)) ?? [])
        .filter((cell) => !fresh.get('organisation')?.has(cell)),
    );
  }
  return matchOfficials(db, records);
}

function organisationsOf(records: readonly TheirRecord[], versions: TheirPart | undefined): TheirOrganisation[] {
  const byId = Map.groupBy(
    versions ? recordsOf(versions, ['organisation_id', 'name', 'parent_id']) : [],
    ({ organisation_id }) => String(organisation_id),
  );
  return records.map(({ id, kind }) => {
    const own = byId.get(String(id)) ?? [];
    return {
      ...{ id: String(id), kind: String(kind) },
      names: [...new Set(own.map(({ name }) => String(name)))],
      parents: [...new Set(own.flatMap(({ parent_id }) => (typeof parent_id === 'string' ? [parent_id] : [])))],
    };
  });
}

/** What stands under nothing with the sender stands here under the unit's own superior. */
function underUnit(their: TheirPart, { ids }: Planning, root: string, unit: SenderUnit): void {
  const at = their.at('parent_id');
  const place = `\u0000${root}`;
  for (const row of their.rows) if (row[at] === null) row[at] = place;
  ids.get('organisation')?.set(place, unit.parentId);
}

/** What the rules of `match-records.ts` look at. */
const matchedBy = {
  organisation: ['id', 'kind'],
  member: ['id', 'name_key', 'birth_date', 'personal_id', 'party_card_no', 'old_card_no'],
  official: ['id', 'name_key', 'agency'],
} as const;

/** The rows with those of the columns that the part has. */
function recordsOf(their: TheirPart, columns: readonly string[]): TheirRecord[] {
  const places = columns.map((name) => [name, their.at(name)] as const).filter(([, at]) => at >= 0);
  return their.rows.map((row) => Object.fromEntries(places.map(([name, at]) => [name, row[at] ?? null])));
}

/** What is only looked up and was not found: the clerk has to know. */
function notesOf(tables: readonly TablePlan[]): string[] {
  return tables.flatMap(({ part, rows, own, known }) => {
    const missing = rows - own.length - known.length;
    if (!part.lookedUp || missing === 0) return [];
    const words = `${missing}/${rows} ${part.title.toLocaleLowerCase('vi')} của đơn vị gửi không có trong sổ này, không thêm vào`;
    return [
      part.table === 'scoring_sheet'
        ? `${words}; điểm và xếp loại vẫn nhận đủ.`
        : `${words}; định mức theo đó chưa tính.`,
    ];
  });
}
