import type { MemberRow, MemberStatusRow } from '../../electron/data/schema/member-tables.ts';
import type { OrganisationVersionRow } from '../../electron/data/schema/organisation-tables.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey, sortKey } from '../../electron/data/vietnamese/sort-key.ts';

/** A member of whom nothing but the name is known, and what `given` says. */
export function memberRow(id: string, name: string, given: Partial<MemberRow> = {}): MemberRow {
  return {
    id,
    full_name: name,
    search_key: searchKey(name),
    sort_key: sortKey(name),
    name_key: nameKey(name),
    other_name: null,
    gender: null,
    birth_date: null,
    ethnicity: null,
    religion: null,
    home_commune: null,
    home_district: null,
    home_province: null,
    home_text: null,
    general_education: null,
    professional_education: null,
    professional_field: null,
    political_theory: null,
    admission_decision_date: null,
    admission_date: null,
    full_member_date: null,
    old_card_no: null,
    party_card_no: null,
    personal_id: null,
    old_id_no: null,
    national_record_id: null,
    phone: null,
    note: null,
    ...given,
  };
}

/** A full member who is active in a cell, and what `given` says otherwise. */
export function statusRow(id: string, memberId: string, cellId: string, given: Partial<MemberStatusRow> = {}) {
  const always: MemberStatusRow = {
    id,
    member_id: memberId,
    cell_id: cellId,
    standing: 'full',
    kind: 'active',
    basis: null,
    valid_from: null,
    valid_to: null,
  };
  return { ...always, ...given };
}

/** What an organisation was called and where it belonged, for all time unless `given` says otherwise. */
export function versionRow(
  id: string,
  organisationId: string,
  name: string,
  given: Partial<OrganisationVersionRow> = {},
): OrganisationVersionRow {
  return {
    id,
    organisation_id: organisationId,
    name,
    search_key: searchKey(name),
    sort_key: collationKey(name),
    parent_id: null,
    cell_type: null,
    is_residential: null,
    difficulty_flags: '[]',
    phone: null,
    note: null,
    position: 1,
    valid_from: null,
    valid_to: null,
    ...given,
  };
}
