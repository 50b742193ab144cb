import type { CheckRecord, OfficialRecord } from '../../../electron/contract/assignments.ts';
import { type Column, givenNameFirst } from '../../components/data-table/column.ts';
import { formatText } from '../../components/format.ts';
import { FigureButton } from '../../components/states.tsx';
import { checkWords, findingsText } from './checks.ts';
import { postText } from './post-text.ts';
import { progressText, type Quota, shortfallText } from './quota.ts';

export type OfficialLine = {
  official: OfficialRecord;
  quota: Quota | undefined;
  targets: string[];
  findings: CheckRecord[];
};

/** Columns of the list of officials; the progress opens the visits behind it. */
export function officialColumns(openFigure: (official: string, column: string) => void): Column<OfficialLine>[] {
  return [
    {
      key: 'name',
      heading: 'Họ và tên',
      width: 176,
      text: ({ official }) => official.full_name,
      sortBy: ({ official }) => givenNameFirst(official.full_name),
    },
    {
      key: 'title',
      heading: 'Chức vụ, đơn vị công tác',
      width: 300,
      spare: 1,
      text: ({ official }) => postText(official) || '–',
      sortBy: ({ official }) => official.title,
    },
    {
      key: 'targets',
      heading: 'Được phân công',
      width: 240,
      grow: true,
      text: ({ targets }) => formatText(targets.join('; ')),
      sortBy: ({ targets }) => targets[0] ?? null,
    },
    {
      key: 'progress',
      heading: 'Đã dự',
      width: 72,
      align: 'right',
      text: ({ quota }) => progressText(quota),
      sortBy: ({ quota }) => quota?.visits ?? null,
      cell: ({ official, quota }) =>
        quota && (
          <FigureButton
            value={progressText(quota)}
            label="Xem các lượt dự"
            inGrid
            onOpen={() => openFigure(official.id, 'visits')}
          />
        ),
    },
    {
      key: 'shortfall',
      heading: 'Định mức năm',
      width: 124,
      text: ({ quota }) => shortfallText(quota),
      sortBy: ({ quota }) => quota?.shortfall ?? null,
      cell: ({ quota }) => (
        <span className={(quota?.shortfall ?? 0) > 0 ? 'caution' : 'quiet'}>{shortfallText(quota)}</span>
      ),
    },
    {
      key: 'check',
      heading: 'Cần xem lại',
      width: 168,
      spare: 2,
      text: ({ findings }) => findingsText(findings),
      sortBy: ({ findings }) => (findings.length === 0 ? null : findings.length),
      cell: ({ findings }) => (
        <span className="caution">{[...new Set(findings.map(({ check }) => checkWords[check]))].join('; ')}</span>
      ),
    },
  ];
}
