import type { Kysely, Selectable } from 'kysely';
import type { MemberForm } from '../../contract/member-form.ts';
import type { Tables } from '../schema/database.ts';
import { keptQuery, type Places } from '../schema/kept-query.ts';
import type { MemberRow } from '../schema/member-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { canonicalName } from '../vietnamese/names.ts';
import { personNameColumns } from './name-columns.ts';
import { type DetailColumns, emptyDetail, writeKnownDetail } from './write-detail.ts';

/** The columns of `member` that the form speaks of. */
type MemberColumns = Omit<MemberRow, 'id' | 'search_key' | 'sort_key' | 'name_key' | 'home_text'>;

/** The two rows of a member; the second is made when there is first something to say in it. */
export interface MemberRows {
  member: Selectable<Tables['member']>;
  detail: Selectable<Tables['member_detail']> | null;
}

const askMember = keptQuery((db, place: Places<'id'>) =>
  db.selectFrom('member').selectAll().where('id', '=', place('id')),
);
const askDetail = keptQuery((db, place: Places<'id'>) =>
  db.selectFrom('member_detail').selectAll().where('member_id', '=', place('id')),
);

/** Null when there is no such member. */
export async function readMemberRows(db: Kysely<Tables>, id: string): Promise<MemberRows | null> {
  const [[member], [detail]] = await Promise.all([askMember(db, { id }), askDetail(db, { id })]);
  return member ? { member, detail: detail ?? null } : null;
}

/** What is written about a member, as a form; null when there is no such member. */
export async function readMemberForm(db: Kysely<Tables>, id: string): Promise<MemberForm | null> {
  const rows = await readMemberRows(db, id);
  return rows && formOf(rows);
}

/** What two rows say, as a form. */
export function formOf({ member, detail }: MemberRows): MemberForm {
  const { id: _, search_key, sort_key, name_key, home_text, ...columns } = member;
  const { has_smartphone, ...details } = detail ? withoutIds(detail) : emptyDetail;
  return { ...columns, ...details, has_smartphone: has_smartphone === null ? null : has_smartphone === 1 };
}

function withoutIds<T extends { id: string; member_id: string }>({ id: _, member_id: __, ...rest }: T) {
  return rest;
}

/**
 * The form with its texts cleaned: blanks at the ends and doubled ones go, an empty text is null, numbers lose blanks
 * and dots, a name in CAPITALS gets initial capitals (pitfalls 5, 7, 9).
 */
export function cleanForm(form: MemberForm): MemberForm {
  const text = (value: string | null) => (value === null ? null : cleanLine(value) || null);
  const digits = (value: string | null) => text(value)?.replace(/[\s.'’]/gu, '') || null;
  const paragraph = (value: string | null) => value?.normalize('NFC').trim() || null;
  return {
    ...form,
    full_name: canonicalName(form.full_name),
    other_name: text(form.other_name),
    personal_id: digits(form.personal_id),
    old_id_no: digits(form.old_id_no),
    national_record_id: text(form.national_record_id),
    party_card_no: digits(form.party_card_no),
    party_card_place: text(form.party_card_place),
    old_card_no: digits(form.old_card_no),
    dossier_no: text(form.dossier_no),
    birth_reg_country: text(form.birth_reg_country),
    birth_reg_province: text(form.birth_reg_province),
    birth_reg_address: text(form.birth_reg_address),
    home_country: text(form.home_country),
    home_province: text(form.home_province),
    home_district: text(form.home_district),
    home_commune: text(form.home_commune),
    home_address: text(form.home_address),
    residence_country: text(form.residence_country),
    residence_province: text(form.residence_province),
    residence_address: text(form.residence_address),
    phone: text(form.phone),
    occupation: text(form.occupation),
    workplace: text(form.workplace),
    party_position: text(form.party_position),
    government_position: text(form.government_position),
    professional_field: text(form.professional_field),
    academic_degree: text(form.academic_degree),
    academic_title: text(form.academic_title),
    foreign_language: text(form.foreign_language),
    informatics: text(form.informatics),
    family_background: text(form.family_background),
    health: text(form.health),
    admitted_at: text(form.admitted_at),
    sponsor_1: text(form.sponsor_1),
    sponsor_2: text(form.sponsor_2),
    recognised_at: text(form.recognised_at),
    party_age_reason: text(form.party_age_reason),
    note: paragraph(form.note),
  };
}

/** The two rows a form becomes. */
function columnsOf(form: MemberForm): { member: MemberColumns; detail: DetailColumns } {
  const detail: DetailColumns = { ...emptyDetail };
  const { has_smartphone, ...texts } = form;
  return {
    member: {
      full_name: form.full_name,
      other_name: form.other_name,
      gender: form.gender,
      birth_date: form.birth_date,
      ethnicity: form.ethnicity,
      religion: form.religion,
      home_commune: form.home_commune,
      home_district: form.home_district,
      home_province: form.home_province,
      general_education: form.general_education,
      professional_education: form.professional_education,
      professional_field: form.professional_field,
      political_theory: form.political_theory,
      admission_decision_date: form.admission_decision_date,
      admission_date: form.admission_date,
      full_member_date: form.full_member_date,
      old_card_no: form.old_card_no,
      party_card_no: form.party_card_no,
      personal_id: form.personal_id,
      old_id_no: form.old_id_no,
      national_record_id: form.national_record_id,
      phone: form.phone,
      note: form.note,
    },
    detail: {
      ...pickDetail(detail, texts),
      has_smartphone: has_smartphone === null ? null : has_smartphone ? 1 : 0,
    },
  };
}

function pickDetail(empty: DetailColumns, form: Omit<MemberForm, 'has_smartphone'>): DetailColumns {
  const {
    birth_reg_country,
    birth_reg_province,
    birth_reg_address,
    home_country,
    home_address,
    residence_country,
    residence_province,
    residence_address,
    party_card_place,
    party_card_date,
    register_no,
    dossier_no,
    occupation,
    workplace,
    party_position,
    government_position,
  } = form;
  const { academic_degree, academic_title, foreign_language, informatics, family_background, health } = form;
  const { youth_union_date, enlisted_date, discharged_date, admitted_at, sponsor_1, sponsor_2 } = form;
  const { recognised_at, party_age_date, party_age_reason } = form;
  return {
    ...empty,
    ...{ birth_reg_country, birth_reg_province, birth_reg_address, home_country, home_address },
    ...{ residence_country, residence_province, residence_address, party_card_place, party_card_date },
    ...{ register_no, dossier_no, occupation, workplace, party_position, government_position },
    ...{ academic_degree, academic_title, foreign_language, informatics, family_background, health },
    ...{ youth_union_date, enlisted_date, discharged_date, admitted_at, sponsor_1, sponsor_2 },
    ...{ recognised_at, party_age_date, party_age_reason },
  };
}

/** Writes a new member, of whom the form tells, inside the running transaction. */
export async function insertMember(db: Kysely<Tables>, id: string, form: MemberForm): Promise<void> {
  const { member, detail } = columnsOf(form);
  await db
    .insertInto('member')
    .values({ ...member, ...personNameColumns(form.full_name), home_text: null, id })
    .execute();
  await writeKnownDetail(db, id, null, detail);
}

/**
 * Writes what the form says otherwise than the rows as they stand. Where the home place changes, its spelling from a
 * workbook goes.
 */
export async function updateMember(
  db: Kysely<Tables>,
  { member: before, detail: known }: MemberRows,
  form: MemberForm,
): Promise<void> {
  const { id } = before;
  const { member, detail } = columnsOf(form);
  const movedHome = (['home_commune', 'home_district', 'home_province'] as const).some(
    (column) => before[column] !== member[column],
  );
  const values = changedColumns<MemberRow>(before, {
    ...member,
    // A sort key that a roster gave stays while the name does (pitfall 9d).
    ...(form.full_name === before.full_name ? {} : personNameColumns(form.full_name)),
    ...(movedHome ? { home_text: null } : {}),
  });
  if (values) await db.updateTable('member').set(values).where('id', '=', id).execute();
  const changed = known ? changedColumns(known, detail) : detail;
  if (changed) await writeKnownDetail(db, id, known?.id ?? null, changed);
}
