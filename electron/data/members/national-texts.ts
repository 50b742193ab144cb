import type { MemberDetailRow, MemberRow } from '../schema/member-tables.ts';
import { formatDate, parsePartialIso } from '../vietnamese/dates.ts';
import { nameKey } from '../vietnamese/fold.ts';
import type { NationalField } from './national-columns.ts';

/** What the national database asks of a person, beside where he or she belongs. */
export type NationalPerson = Pick<
  MemberRow,
  | 'national_record_id'
  | 'full_name'
  | 'other_name'
  | 'gender'
  | 'birth_date'
  | 'ethnicity'
  | 'religion'
  | 'personal_id'
  | 'party_card_no'
  | 'old_card_no'
  | 'admission_date'
  | 'full_member_date'
  | 'old_id_no'
> &
  Pick<
    MemberDetailRow,
    | 'party_card_place'
    | 'party_card_date'
    | 'birth_reg_country'
    | 'birth_reg_province'
    | 'birth_reg_address'
    | 'home_country'
    | 'home_address'
    | 'residence_country'
    | 'residence_province'
    | 'residence_address'
  >;

/** The label of a code of one of the office's lists. */
export type LabelOf = (list: 'ethnic_groups' | 'religions', code: string) => string;

/** The person in the words of the sheet; null where nothing is known. The home is one text, with its province. */
export function nationalTexts(person: NationalPerson, labelOf: LabelOf): Partial<Record<NationalField, string | null>> {
  const { gender, ethnicity, religion } = person;
  return {
    national_record_id: person.national_record_id,
    full_name: person.full_name.toLocaleUpperCase('vi'),
    other_name: person.other_name,
    gender: gender === null ? null : gender === 'female' ? 'Nữ' : 'Nam',
    birth_date: dateText(person.birth_date),
    ethnicity: ethnicity === null ? null : labelOf('ethnic_groups', ethnicity),
    religion: religion === null ? null : labelOf('religions', religion),
    personal_id: person.personal_id,
    party_card_no: person.party_card_no,
    party_card_place: person.party_card_place,
    party_card_date: dateText(person.party_card_date),
    old_card_no: person.old_card_no,
    birth_reg_country: person.birth_reg_country,
    birth_reg_province: person.birth_reg_province,
    birth_reg_address: person.birth_reg_address,
    home_country: person.home_country,
    home_address: person.home_address,
    residence_country: person.residence_country,
    residence_province: person.residence_province,
    residence_address: person.residence_address,
    admission_date: dateText(person.admission_date),
    full_member_date: dateText(person.full_member_date),
    old_id: person.old_id_no,
  };
}

function dateText(iso: string | null): string | null {
  const date = iso === null ? null : parsePartialIso(iso);
  return date === null ? null : formatDate(date);
}

/** The home as the roster has it: as written, else its parts. */
export function rosterHome(
  member: Pick<MemberRow, 'home_text' | 'home_commune' | 'home_district' | 'home_province'>,
): string | null {
  const { home_text, home_commune, home_district, home_province } = member;
  const parts = [home_commune, home_district, home_province].filter((part) => part !== null);
  return home_text ?? (parts.length === 0 ? null : parts.join(', '));
}

/** Whether two spellings name one home: case, commas and dashes aside. */
export function isSameHome(one: string, other: string): boolean {
  return homeKey(one) === homeKey(other);
}

function homeKey(home: string): string {
  return nameKey(home)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Places that are no province: an address that ends with one of them has none. */
const belowProvince =
  /^(?:thôn|bản|ấp|khóm|làng|buôn|tổ|khu|số|đường|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|[xphq]\.)(?=\s|\d)/iu;

/** The two columns of the home: its province is the last part, `xã Pa Lừm, Quảng Trị` (`KHÔNG, KHÔNG` for one abroad). */
export function splitHome(home: string): { address: string; province: string | null } {
  const [, address, province] = /^(.*\S)\s*(?:[,;]|\s[-–])\s*([^,;]+)$/u.exec(home) ?? [];
  if (address === undefined || province === undefined || belowProvince.test(province)) {
    return { address: home, province: null };
  }
  return { address, province };
}
