import type { MemberHistoryKind } from '../../../schema/column-types.ts';

export type SectionKey =
  | 'residence'
  | 'occupation'
  | 'posts'
  | 'education'
  | 'rewards'
  | 'discipline'
  | 'family'
  | 'economy'
  | 'party_life'
  | 'other';

export interface Section {
  key: SectionKey;
  heading: string;
  /** What is asked and the office has no place for: always dotted, to be written by hand. */
  asked: readonly string[];
}

/** What the form asks about (members handbook 1.4; the order of the official form is open). */
export const sections: readonly Section[] = [
  { key: 'residence', heading: 'Nơi thường trú, tạm trú', asked: ['Nơi thường trú:', 'Nơi tạm trú:'] },
  { key: 'occupation', heading: 'Nghề nghiệp, nơi làm việc, quá trình công tác', asked: [] },
  { key: 'posts', heading: 'Chức vụ đảng, chính quyền, đoàn thể', asked: [] },
  { key: 'education', heading: 'Trình độ; đào tạo, bồi dưỡng', asked: [] },
  { key: 'rewards', heading: 'Khen thưởng, danh hiệu, Huy hiệu Đảng', asked: [] },
  { key: 'discipline', heading: 'Kỷ luật', asked: [] },
  { key: 'family', heading: 'Quan hệ gia đình', asked: [] },
  {
    key: 'economy',
    heading: 'Hoàn cảnh kinh tế',
    asked: ['Thu nhập của hộ, bình quân đầu người:', 'Nhà ở, đất ở:', 'Hoạt động kinh tế, tài sản có giá trị lớn:'],
  },
  { key: 'party_life', heading: 'Biến động về sinh hoạt đảng', asked: [] },
  { key: 'other', heading: 'Thay đổi khác trong hồ sơ', asked: [] },
];

/** Where a stay, a course or an award of the member's past belongs. */
export const sectionOfPast: Readonly<Record<MemberHistoryKind, SectionKey>> = {
  work: 'occupation',
  training: 'education',
  reward: 'rewards',
  badge: 'rewards',
  discipline: 'discipline',
  abroad: 'other',
  gap: 'party_life',
};

const columns: Readonly<Record<string, SectionKey>> = {
  ...all('residence', 'residence_country', 'residence_province', 'residence_address'),
  ...all('occupation', 'occupation', 'workplace'),
  ...all('posts', 'party_position', 'government_position'),
  ...all('education', 'general_education', 'professional_education', 'professional_field', 'political_theory'),
  ...all('education', 'academic_degree', 'academic_title', 'foreign_language', 'informatics'),
};

/** For the clerk's own use: no part of anybody's dossier. */
const ownUse = new Set(['phone', 'note', 'has_smartphone', 'national_record_id', 'register_no', 'home_text']);

/** Where a column of the member's own rows belongs; null: nowhere. */
export function sectionOfColumn(column: string): SectionKey | null {
  return ownUse.has(column) ? null : (columns[column] ?? 'other');
}

function all(key: SectionKey, ...names: string[]): Record<string, SectionKey> {
  return Object.fromEntries(names.map((name) => [name, key]));
}
