import { isSameHome, rosterHome } from '../../members/national-texts.ts';
import { emptyDetail } from '../../members/write-detail.ts';
import type { MemberDetailRow, MemberRow } from '../../schema/member-tables.ts';
import type { NationalMemberDraft } from '../drafts/national-member-draft.ts';
import { datesAgree } from '../match/member-book.ts';

/** A value of the national database that differs from what the office holds. `field`: its column. */
export interface NationalDifference {
  field: string;
  held: string;
}

/** Columns of the record that are called otherwise in `headings.yaml`. */
const fieldOf: Readonly<Record<string, string>> = { old_id_no: 'old_id' };

/**
 * Fills what the office does not know, makes partial dates whole, and leaves the rest as it is. Returns what differs.
 * The home is taken only where the record has none: rosters have it with the district, the national layout without. What the
 * record says already is not written a second time in the detail.
 */
export function mergeNational(
  member: MemberRow,
  detail: MemberDetailRow,
  draft: NationalMemberDraft,
): NationalDifference[] {
  const record: Partial<MemberRow> = recordOf(draft);
  const { home, detail: known } = draft;
  if (home && member.home_text === null && member.home_province === null) {
    Object.assign(record, { home_commune: home.commune, home_province: home.province, home_text: home.text });
  }
  const held = rosterHome(member);
  const isHeld = detail.home_address === null && held !== null && isSameHome(held, known.home_address ?? '');
  return [...fillBlanks(member, record), ...fillBlanks(detail, isHeld ? { ...known, home_address: null } : known)];
}

/** The columns of the record that the sheet tells of. */
export function recordOf(draft: NationalMemberDraft) {
  return {
    other_name: draft.otherName,
    gender: draft.gender,
    birth_date: draft.birthDate,
    ethnicity: draft.ethnicity,
    religion: draft.religion,
    admission_date: draft.admissionDate,
    full_member_date: draft.fullMemberDate,
    old_card_no: draft.oldCard,
    party_card_no: draft.newCard,
    personal_id: draft.personalId,
    old_id_no: draft.oldId,
    national_record_id: draft.nationalId,
  } satisfies Partial<MemberRow>;
}

export function emptyDetailRow(memberId: string): MemberDetailRow {
  return { id: '', member_id: memberId, ...emptyDetail };
}

/** Whether a member's second row says anything. */
export function hasDetail({ id, member_id, ...columns }: MemberDetailRow): boolean {
  return Object.values(columns).some((value) => value !== null);
}

function fillBlanks<R extends object>(row: R, values: Partial<R>): NationalDifference[] {
  const differences: NationalDifference[] = [];
  for (const column in values) {
    const value = values[column];
    const held = row[column];
    if (value === null || value === undefined || value === held) continue;
    const agree = column.endsWith('_date') && datesAgree(String(held), String(value));
    if (held === null || held === undefined || (agree && String(value).length > String(held).length))
      row[column] = value;
    else if (!agree) differences.push({ field: fieldOf[column] ?? column, held: String(held) });
  }
  return differences;
}
