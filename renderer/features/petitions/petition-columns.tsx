import type { PetitionRecord } from '../../../electron/contract/petitions.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatText } from '../../components/format.ts';
import { petitionStateWords } from '../../components/words.ts';
import { attention } from './petition-words.ts';

const stateText = (petition: PetitionRecord) =>
  petition.duplicate_of_code === null ? petitionStateWords[petition.state] : `Nhắc lại ${petition.duplicate_of_code}`;

export const petitionColumns: readonly Column<PetitionRecord>[] = [
  { key: 'code', heading: 'Mã', width: 100, text: ({ code }) => code, sortBy: ({ code }) => code },
  {
    key: 'date',
    heading: 'Ngày nêu',
    width: 88,
    text: ({ date }) => formatDate(date),
    date: ({ date }) => date,
    sortBy: ({ date }) => date,
  },
  {
    key: 'cell',
    heading: 'Chi bộ',
    width: 204,
    text: ({ cell, grassroots }) => (cell === grassroots ? cell : `${cell}, ${grassroots.replace(/^Đảng bộ /u, '')}`),
    sortBy: ({ cell }) => cell,
  },
  {
    key: 'content',
    heading: 'Nội dung',
    width: 184,
    grow: true,
    text: ({ content }) => content,
    sortBy: ({ content }) => content,
  },
  {
    key: 'field',
    heading: 'Lĩnh vực',
    width: 108,
    spare: 2,
    text: ({ field_label }) => formatText(field_label),
    sortBy: ({ field_label }) => field_label,
  },
  {
    key: 'body',
    heading: 'Đơn vị chủ trì',
    width: 124,
    spare: 3,
    text: ({ responsible_body }) => formatText(responsible_body),
    sortBy: ({ responsible_body }) => responsible_body,
  },
  {
    key: 'due',
    heading: 'Hạn',
    width: 88,
    spare: 1,
    text: ({ due_date }) => formatDate(due_date),
    date: ({ due_date }) => due_date,
    sortBy: ({ due_date }) => due_date,
  },
  { key: 'state', heading: 'Trạng thái', width: 136, text: stateText, sortBy: stateText },
  {
    key: 'attention',
    heading: 'Cần làm',
    width: 104,
    text: (petition) => attention(petition) ?? '',
    sortBy: attention,
    cell: (petition) => <span className={petition.overdue ? 'problem' : 'caution'}>{attention(petition)}</span>,
  },
];
