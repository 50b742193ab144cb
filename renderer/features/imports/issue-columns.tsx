import type { Column } from '../../components/data-table/column.ts';
import { Icon } from '../../components/icons.tsx';
import type { IssueLine } from './import-lines.ts';
import { severityTones, severityWords } from './import-words.ts';

/** How issues are listed, of a plan and of an import that was written. */
export const issueColumns: readonly Column<Omit<IssueLine, 'sheetId'>>[] = [
  {
    key: 'severity',
    heading: 'Mức',
    width: 104,
    text: ({ issue }) => severityWords[issue.severity],
    cell: ({ issue }) => (
      <span className={severityTones[issue.severity]}>
        <Icon name={issue.severity} /> {severityWords[issue.severity]}
      </span>
    ),
  },
  { key: 'place', heading: 'Trang, tệp', width: 200, text: ({ file, sheet }) => `${sheet} · ${file}` },
  {
    key: 'row',
    heading: 'Dòng',
    width: 76,
    align: 'right',
    text: ({ issue }) => (issue.row === null ? 'cả trang' : String(issue.row)),
  },
  { key: 'column', heading: 'Cột', width: 52, text: ({ issue }) => issue.column ?? '' },
  { key: 'value', heading: 'Đang ghi', width: 144, text: ({ issue }) => issue.value ?? '' },
  {
    key: 'message',
    heading: 'Vấn đề',
    width: 360,
    grow: true,
    text: ({ issue }) => issue.message,
    cell: ({ issue }) => <span title={issue.message}>{issue.message}</span>,
  },
];
