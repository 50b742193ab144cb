import type { RemarkRecord } from '../../../electron/contract/remarks.ts';
import { type Column, givenNameFirst } from '../../components/data-table/column.ts';
import { formatDate, formatInt, formatText } from '../../components/format.ts';
import { assignmentRoleWords, remarkLevelWords } from '../../components/words.ts';
import { postText } from '../officials/post-text.ts';

const standingText = ({ standing, form }: RemarkRecord): string => {
  switch (standing) {
    case 'sent':
      return `Đã gửi ${formatDate(form.sent_on)}`;
    case 'reminded':
      return 'Sắp đến hạn';
    case 'overdue':
      return 'Quá hạn, chưa gửi';
    case 'not_yet':
      return 'Chưa gửi';
  }
};

const standingTone = { sent: 'fine', not_yet: 'quiet', reminded: 'caution', overdue: 'problem' } as const;

/** "3/4", or "3" where no quota is known. */
export function quotaText({ counted_visits, quota }: RemarkRecord): string {
  return quota === null ? formatInt(counted_visits) : `${formatInt(counted_visits)}/${formatInt(quota)}`;
}

export const remarkColumns: readonly Column<RemarkRecord>[] = [
  {
    key: 'committee',
    heading: 'Đảng ủy nhận xét',
    width: 190,
    grow: true,
    text: ({ committee }) => committee,
    sortBy: ({ committee }) => committee,
  },
  {
    key: 'official',
    heading: 'Cán bộ',
    width: 150,
    text: ({ official }) => official,
    sortBy: ({ official }) => givenNameFirst(official),
  },
  {
    key: 'post',
    heading: 'Chức vụ, đơn vị công tác',
    width: 190,
    grow: true,
    spare: 2,
    text: (remark) => formatText(postText(remark)),
  },
  {
    key: 'role',
    heading: 'Vai trò',
    width: 124,
    spare: 1,
    text: ({ role }) => formatText(role && assignmentRoleWords[role]),
  },
  {
    key: 'visits',
    heading: 'Lượt tại địa bàn',
    width: 124,
    align: 'right',
    text: ({ visit_total }) => formatInt(visit_total),
    number: ({ visit_total }) => visit_total,
    sortBy: ({ visit_total }) => visit_total,
  },
  {
    key: 'quota',
    heading: 'Định mức',
    width: 84,
    align: 'right',
    text: quotaText,
    sortBy: ({ counted_visits }) => counted_visits,
    cell: (remark) => <span className={remark.quota_met === false ? 'caution' : ''}>{quotaText(remark)}</span>,
  },
  {
    key: 'level',
    heading: 'Mức độ',
    width: 144,
    text: ({ form }) => formatText(form.level && remarkLevelWords[form.level]),
  },
  {
    key: 'standing',
    heading: 'Tình trạng',
    width: 144,
    text: standingText,
    sortBy: standingText,
    cell: (remark) => <span className={standingTone[remark.standing]}>{standingText(remark)}</span>,
  },
];
