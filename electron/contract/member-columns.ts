import { z } from 'zod';
import type { MemberRecord } from './member-record.ts';
import { genderWords, standingWords, statusWords } from './words.ts';

/** The columns of the member list, in their order. */
export const memberColumnKey = z.enum([
  ...(['name', 'gender', 'birth_date', 'cell', 'admission_date', 'full_member_date'] as const),
  ...(['standing', 'status', 'card', 'personal_id'] as const),
]);
export type MemberColumnKey = z.infer<typeof memberColumnKey>;

/** What of a member they show. */
export type ListedMember = Pick<
  MemberRecord,
  | ('full_name' | 'gender' | 'birth_date' | 'cell' | 'grassroots' | 'admission_date' | 'full_member_date')
  | ('standing' | 'status' | 'in_transit' | 'old_card_no' | 'party_card_no' | 'personal_id')
>;

interface MemberColumn {
  heading: string;
  type: 'text' | 'date';
  /** Words, or a full or partial ISO date; null: not known. */
  value: (member: ListedMember) => string | null;
}

/** What stands in each column: one definition for the window, which shows it, and the data side, which writes it to Excel. */
export const memberColumns: Readonly<Record<MemberColumnKey, MemberColumn>> = {
  name: { heading: 'Họ và tên', type: 'text', value: (member) => member.full_name },
  gender: { heading: 'Giới tính', type: 'text', value: ({ gender }) => gender && genderWords[gender] },
  birth_date: { heading: 'Ngày sinh', type: 'date', value: (member) => member.birth_date },
  cell: { heading: 'Chi bộ', type: 'text', value: cellWords },
  admission_date: { heading: 'Vào Đảng', type: 'date', value: (member) => member.admission_date },
  full_member_date: { heading: 'Chính thức', type: 'date', value: (member) => member.full_member_date },
  standing: { heading: 'Tư cách', type: 'text', value: ({ standing }) => standing && standingWords[standing] },
  status: {
    heading: 'Trạng thái',
    type: 'text',
    value: ({ status, in_transit }) => (in_transit ? 'Đang chuyển' : status && statusWords[status]),
  },
  card: { heading: 'Số thẻ', type: 'text', value: (member) => member.party_card_no ?? member.old_card_no },
  personal_id: { heading: 'Số định danh', type: 'text', value: (member) => member.personal_id },
};

function cellWords({ cell, grassroots }: ListedMember): string | null {
  return [cell, grassroots === cell ? null : grassroots].filter(Boolean).join(' — ') || null;
}
