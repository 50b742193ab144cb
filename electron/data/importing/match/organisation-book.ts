import type { Dated, OrganisationKind } from '../../schema/column-types.ts';
import { isInForce } from '../../schema/dated.ts';
import type {
  MeetingDayRow,
  OrganisationCountRow,
  OrganisationEventRow,
  OrganisationRow,
  OrganisationVersionRow,
} from '../../schema/organisation-tables.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import { collationKey } from '../../vietnamese/sort-key.ts';
import { RowSet } from '../plan/row-set.ts';
import { cellKey, committeeKey, placelessKey } from '../values/organisation-names.ts';

export interface OrganisationTables {
  organisation: OrganisationRow[];
  organisation_version: OrganisationVersionRow[];
  meeting_day: MeetingDayRow[];
  organisation_event: OrganisationEventRow[];
  organisation_count: OrganisationCountRow[];
}

export type CellLookup = { found: string } | { found: null; reason: 'unknown' | 'ambiguous' };

/** The organisations of the office and of the plan, found by the names that workbooks use for them. */
export class OrganisationBook {
  readonly organisations: RowSet<OrganisationRow>;
  readonly versions: RowSet<OrganisationVersionRow>;
  readonly days: RowSet<MeetingDayRow>;
  readonly events: RowSet<OrganisationEventRow>;
  readonly counts: RowSet<OrganisationCountRow>;
  readonly rootId: string;
  #index: NameIndex | null = null;

  constructor(tables: OrganisationTables) {
    this.organisations = new RowSet(tables.organisation);
    this.versions = new RowSet(tables.organisation_version, (row) => row.organisation_id);
    this.days = new RowSet(tables.meeting_day, (row) => row.organisation_id);
    this.events = new RowSet(tables.organisation_event);
    this.counts = new RowSet(tables.organisation_count, (row) => row.organisation_id);
    this.rootId = tables.organisation_version.find((version) => version.parent_id === null)?.organisation_id ?? '';
  }

  /** Whether a list of organisations has been imported at all: there is more than the office's own organisation. */
  get isEmpty(): boolean {
    return [...this.versions.all()].every((version) => version.organisation_id === this.rootId);
  }

  /** A new organisation with its first version, in force from the beginning. */
  add(kind: OrganisationKind, name: string, parentId: string): OrganisationVersionRow {
    const organisation = this.organisations.add((id) => ({ id, code: null, kind, valid_from: null, valid_to: null }));
    const version = this.versions.add((id) => ({
      id,
      organisation_id: organisation.id,
      ...nameColumns(name),
      parent_id: parentId,
      cell_type: null,
      is_residential: null,
      difficulty_flags: '[]',
      phone: null,
      note: null,
      position: 0,
      valid_from: null,
      valid_to: null,
    }));
    this.#index?.add(version, kind);
    return version;
  }

  /** Names or dates of an organisation have been changed: look them up anew. */
  changed(): void {
    this.#index = null;
  }

  versionsOf(id: string): OrganisationVersionRow[] {
    return [...this.versions.of(id)].sort(byBeginning);
  }

  daysOf(id: string): MeetingDayRow[] {
    return [...this.days.of(id)].sort(byBeginning);
  }

  /** The version in force on the day, else the last one. */
  versionOn(id: string, day: IsoDate): OrganisationVersionRow | undefined {
    const versions = this.versionsOf(id);
    return versions.find((version) => isInForce(version, day)) ?? versions.at(-1);
  }

  nameOn(id: string, day: IsoDate): string {
    return this.versionOn(id, day)?.name ?? '';
  }

  kindOf(id: string): OrganisationKind | undefined {
    return this.organisations.get(id)?.kind;
  }

  isCell(id: string): boolean {
    return ['cell', 'grassroots_cell'].includes(this.kindOf(id) ?? '');
  }

  /** The grassroots organisation of a cell: its parent, or itself when it stands directly under the office. */
  grassrootsOf(id: string, day: IsoDate): string {
    const parent = this.versionOn(id, day)?.parent_id ?? null;
    return this.kindOf(id) === 'cell' && parent !== null ? parent : id;
  }

  /**
   * The committee's organisation a text names: `Đảng bộ xã Hòa Lẫm`, `Xã Hòa Lẫm`, or only `Hòa Lẫm`, which means the
   * office's own organisation only when no other has the name. Null when none or several.
   */
  findCommittee(text: string): string | null {
    const key = committeeKey(text);
    const { committees, placeless } = this.#lookup();
    const exact = committees.get(key);
    if (exact) return exact.size === 1 ? ([...exact][0] ?? null) : null;
    const named = [...(placeless.get(key) ?? [])];
    const others = named.filter((id) => id !== this.rootId);
    const [id, ...more] = others.length > 0 ? others : named;
    return id === undefined || more.length > 0 ? null : id;
  }

  /**
   * The cell with this name on the day, under a committee or (null) anywhere. A name of another time counts when no
   * cell has it on the day: registers go on using an old name, or use the new one too early.
   */
  findCell(name: string, committeeId: string | null, day: IsoDate): CellLookup {
    const [id, ...others] = this.cellsNamed(name, committeeId, day);
    if (id === undefined) return { found: null, reason: 'unknown' };
    return others.length === 0 ? { found: id } : { found: null, reason: 'ambiguous' };
  }

  /** All that `findCell` chooses from. */
  cellsNamed(name: string, committeeId: string | null, day: IsoDate): string[] {
    const named = this.#lookup().cells.get(`${committeeId ?? ''}|${cellKey(name)}`) ?? [];
    const inForce = named.filter((cell) => isInForce(cell, day));
    return [...new Set((inForce.length > 0 ? inForce : named).map((cell) => cell.organisation_id))];
  }

  #lookup(): NameIndex {
    if (this.#index === null) {
      this.#index = new NameIndex();
      for (const version of this.versions.all()) this.#index.add(version, this.kindOf(version.organisation_id));
    }
    return this.#index;
  }
}

/** Versions by what workbooks call them. It holds the rows themselves, whose dates may be set later. */
class NameIndex {
  readonly cells = new Map<string, OrganisationVersionRow[]>();
  readonly committees = new Map<string, Set<string>>();
  readonly placeless = new Map<string, Set<string>>();

  add(version: OrganisationVersionRow, kind: OrganisationKind | undefined): void {
    const id = version.organisation_id;
    if (kind === 'cell' || kind === 'grassroots_cell') {
      const key = cellKey(version.name);
      for (const scope of [version.parent_id ?? '', '']) pushTo(this.cells, `${scope}|${key}`, version);
    } else {
      const key = committeeKey(version.name);
      addTo(this.committees, key, id);
      addTo(this.placeless, placelessKey(key), id);
    }
  }
}

function pushTo<T>(index: Map<string, T[]>, key: string, value: T): void {
  const known = index.get(key);
  if (known) known.push(value);
  else index.set(key, [value]);
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known) known.add(id);
  else index.set(key, new Set([id]));
}

/** The columns that follow from an organisation's name. */
export function nameColumns(name: string): Pick<OrganisationVersionRow, 'name' | 'search_key' | 'sort_key'> {
  return { name, search_key: searchKey(name), sort_key: collationKey(name) };
}

function byBeginning(a: Dated, b: Dated): number {
  return (a.valid_from ?? '').localeCompare(b.valid_from ?? '');
}
