import { personNameColumns } from '../../members/name-columns.ts';
import type { MemberRow } from '../../schema/member-tables.ts';
import type { MemberDraft } from '../drafts/member-draft.ts';
import { fillIn } from './row-set.ts';

export function emptyMember(id: string, name: string): MemberRow {
  return {
    id,
    ...personNameColumns(name),
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
  };
}

/** What a roster's row says about a member goes into the record; a more precise date that is there already stays. */
export function fillMember(member: MemberRow, draft: MemberDraft): void {
  const { hometown } = draft;
  fillIn(member, {
    gender: draft.gender,
    birth_date: morePrecise(member.birth_date, draft.birthDate),
    ethnicity: draft.ethnicity,
    religion: draft.religion,
    home_commune: hometown?.commune ?? null,
    home_district: hometown?.district ?? null,
    home_province: hometown?.province ?? null,
    // The spelling of the same place differs from list to list: the first one stays.
    home_text: member.home_text ?? hometown?.text ?? null,
    general_education: draft.generalEducation,
    professional_education: draft.professionalEducation,
    professional_field: draft.professionalField,
    political_theory: draft.politicalTheory,
    admission_decision_date: morePrecise(member.admission_decision_date, draft.decisionDate),
    admission_date: morePrecise(member.admission_date, draft.admissionDate),
    full_member_date: morePrecise(member.full_member_date, draft.fullMemberDate),
    old_card_no: draft.oldCard,
    party_card_no: draft.newCard,
    personal_id: draft.personalId,
    old_id_no: draft.oldId,
    phone: draft.phone,
    note: noteOf(draft),
  });
  if (draft.sortKey !== null) member.sort_key = draft.sortKey;
}

/** `1990` in a new list does not blur `1990-05-19`; a date that contradicts replaces the old one. */
function morePrecise(known: string | null, read: string | null): string | null {
  if (known === null || read === null) return read ?? known;
  return known.startsWith(read) ? known : read;
}

/** Remarks as written; posts outside the cell have no column of their own in the record. */
function noteOf({ note, otherPosts, badges }: MemberDraft): string | null {
  const posts = otherPosts === null ? null : `Chức vụ: ${otherPosts}`;
  const lines = [note, posts, badges === null ? null : `Huy hiệu Đảng: ${badges}`].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
}
