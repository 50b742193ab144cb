import type { MemberRecord } from '../../../electron/contract/members.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatText } from '../../components/format.ts';
import { genderWords, standingWords, statusWords } from '../../components/words.ts';

/** The member table; the data side sorts, by given name first. */
export const memberColumns: readonly Column<MemberRecord>[] = [
  { key: 'name', heading: 'Họ và tên', width: 190, sortable: true, text: (member) => member.full_name },
  {
    key: 'gender',
    heading: 'Giới tính',
    width: 76,
    spare: 4,
    text: (member) => (member.gender ? genderWords[member.gender] : '–'),
  },
  {
    key: 'birth_date',
    heading: 'Ngày sinh',
    width: 92,
    align: 'right',
    sortable: true,
    text: (member) => formatDate(member.birth_date),
    date: (member) => member.birth_date,
  },
  { key: 'cell', heading: 'Chi bộ', width: 260, grow: true, sortable: true, text: cellOf },
  {
    key: 'admission_date',
    heading: 'Vào Đảng',
    width: 92,
    align: 'right',
    sortable: true,
    text: (member) => formatDate(member.admission_date),
    date: (member) => member.admission_date,
  },
  {
    key: 'full_member_date',
    heading: 'Chính thức',
    width: 92,
    spare: 3,
    align: 'right',
    text: (member) => formatDate(member.full_member_date),
    date: (member) => member.full_member_date,
  },
  {
    key: 'standing',
    heading: 'Tư cách',
    width: 88,
    spare: 2,
    text: (member) => (member.standing ? standingWords[member.standing] : '–'),
  },
  {
    key: 'status',
    heading: 'Trạng thái',
    width: 148,
    text: (member) => (member.in_transit ? 'Đang chuyển' : member.status ? statusWords[member.status] : '–'),
  },
  {
    key: 'card',
    heading: 'Số thẻ',
    width: 88,
    spare: 5,
    text: (member) => formatText(member.party_card_no ?? member.old_card_no),
  },
  {
    key: 'personal_id',
    heading: 'Số định danh',
    width: 116,
    spare: 6,
    text: (member) => formatText(member.personal_id),
  },
];

function cellOf({ cell, grassroots }: MemberRecord): string {
  return [cell, grassroots === cell ? null : grassroots].filter(Boolean).join(' — ') || '–';
}
