import type { OrganisationFacts } from '../../contract/organisations.ts';
import type { OrganisationVersionAdditions, OrganisationVersionRow } from '../schema/organisation-tables.ts';
import { cleanLine, cleanText } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { collationKey } from '../vietnamese/sort-key.ts';

export type VersionRow = OrganisationVersionRow & OrganisationVersionAdditions;
export type VersionFacts = Omit<VersionRow, 'id' | 'organisation_id' | 'position' | 'valid_from' | 'valid_to'>;

/** The columns of a version as typed facts. */
export function factsOf(version: VersionRow): OrganisationFacts {
  const { name, short_name, parent_id, cell_type, area, phone, note, own_min_minutes, default_time, default_place } =
    version;
  return {
    name,
    short_name,
    parent_id,
    cell_type,
    is_residential: version.is_residential === null ? null : version.is_residential === 1,
    difficulty_flags: JSON.parse(version.difficulty_flags),
    area,
    phone,
    note,
    own_min_minutes,
    default_time,
    default_place,
  };
}

/** Typed facts as the columns of a version, cleaned, with their keys for search and order. */
export function factColumns(facts: OrganisationFacts): VersionFacts {
  const name = cleanLine(facts.name);
  return {
    name,
    search_key: searchKey(name),
    sort_key: collationKey(name),
    short_name: lineOrNull(facts.short_name),
    parent_id: facts.parent_id,
    cell_type: facts.cell_type,
    is_residential: facts.is_residential === null ? null : facts.is_residential ? 1 : 0,
    difficulty_flags: JSON.stringify(facts.difficulty_flags),
    area: lineOrNull(facts.area),
    phone: lineOrNull(facts.phone),
    note: facts.note === null ? null : cleanText(facts.note) || null,
    own_min_minutes: facts.own_min_minutes,
    default_time: facts.default_time,
    default_place: lineOrNull(facts.default_place),
  };
}

/** One line, or null where nothing was typed. */
export function lineOrNull(text: string | null): string | null {
  return text === null ? null : cleanLine(text) || null;
}
