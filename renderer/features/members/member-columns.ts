import { type MemberColumnKey, memberColumns as shown } from '../../../electron/contract/member-columns.ts';
import type { MemberRecord } from '../../../electron/contract/members.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate, formatText } from '../../components/format.ts';

/** The member table; the data side sorts, by given name first. What stands in a column it knows, too (`contract/member-columns.ts`). */
export const memberColumns: readonly Column<MemberRecord>[] = [
  column('name', { width: 190, sortable: true }),
  column('gender', { width: 76, spare: 4 }),
  column('birth_date', { width: 92, align: 'right', sortable: true }),
  column('cell', { width: 260, grow: true, sortable: true }),
  column('admission_date', { width: 92, align: 'right', sortable: true }),
  column('full_member_date', { width: 92, spare: 3, align: 'right' }),
  column('standing', { width: 88, spare: 2 }),
  column('status', { width: 148 }),
  column('card', { width: 88, spare: 5 }),
  column('personal_id', { width: 116, spare: 6 }),
];

type Look = Pick<Column<MemberRecord>, 'width' | 'grow' | 'spare' | 'align' | 'sortable'>;

function column(key: MemberColumnKey, look: Look): Column<MemberRecord> {
  const { heading, type, value } = shown[key];
  return type === 'date'
    ? { key, heading, ...look, text: (member) => formatDate(value(member)), date: value }
    : { key, heading, ...look, text: (member) => formatText(value(member)) };
}
