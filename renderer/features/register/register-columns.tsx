import type { RegisterRow } from '../../../electron/contract/register.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatText } from '../../components/format.ts';
import { documentStateWords } from '../../components/words.ts';

/** `Đã gửi 05/08/2024`. */
export const stateText = ({ state, sent_on, returned_on }: RegisterRow) => {
  const on = state === 'sent' ? sent_on : state === 'returned' ? returned_on : null;
  return on === null ? documentStateWords[state] : `${documentStateWords[state]} ${formatDate(on)}`;
};

const subjectText = ({ subject, related_to }: RegisterRow) =>
  related_to === null ? subject : `${subject} (${related_to})`;

export const registerColumns: readonly Column<RegisterRow>[] = [
  {
    key: 'symbol',
    heading: 'Số, ký hiệu',
    width: 132,
    text: ({ symbol, kind_code, body_code }) => symbol ?? `…-${kind_code}/${body_code}`,
    sortBy: ({ body_code, kind_code, number }) => `${body_code} ${kind_code} ${String(number ?? 0).padStart(7, '0')}`,
  },
  {
    key: 'date',
    heading: 'Ngày',
    width: 92,
    text: ({ date }) => formatDate(date),
    date: ({ date }) => date,
    sortBy: ({ date }) => date,
  },
  { key: 'kind', heading: 'Thể loại', width: 116, text: ({ kind }) => kind, sortBy: ({ kind }) => kind },
  { key: 'subject', heading: 'Trích yếu', width: 240, grow: true, text: subjectText, sortBy: ({ subject }) => subject },
  {
    key: 'issuer',
    heading: 'Cơ quan ban hành',
    width: 160,
    spare: 2,
    text: ({ issuer_name }) => issuer_name,
    sortBy: ({ issuer_name }) => issuer_name,
  },
  {
    key: 'signer',
    heading: 'Người ký',
    width: 148,
    spare: 1,
    text: ({ signer_name }) => formatText(signer_name),
    sortBy: ({ signer_name }) => signer_name,
  },
  { key: 'state', heading: 'Trạng thái', width: 152, text: stateText, sortBy: ({ state }) => state },
  {
    key: 'receiver',
    heading: 'Nơi nhận',
    width: 168,
    text: ({ receiver }) => formatText(receiver),
    sortBy: ({ receiver }) => receiver,
  },
];
