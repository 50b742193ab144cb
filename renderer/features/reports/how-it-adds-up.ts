import type { Explanation } from '../../../electron/contract/reports.ts';
import { formatInt, formatNumber, formatPercent } from '../../components/format.ts';

const counted: Readonly<Record<string, string>> = {
  meeting: 'buổi sinh hoạt',
  visit: 'lượt dự',
  planned_visit: 'lịch dự',
  organisation: 'tổ chức đảng',
  official: 'cán bộ',
  task: 'nhiệm vụ',
  assignment_entry: 'dòng phân công',
  member: 'đảng viên',
};

/** How a figure comes from its rows, in one line: "231 buổi sinh hoạt", "Σ = 4.371", "4.371 / 4.666 × 100 = 93,7". */
export function howItAddsUp({ how, value, rows, parts }: Explanation): string {
  const kinds = new Set(rows.map(({ entity }) => entity));
  const [only] = kinds;
  const noun = (kinds.size === 1 && only !== undefined && counted[only]) || 'dòng';
  const records = `${formatInt(rows.length)} ${noun}`;
  switch (how) {
    case 'count':
      return records;
    case 'sum':
      return `Σ ${records} = ${formatNumber(value)}`;
    case 'average':
      return parts
        ? `Σ ${formatNumber(parts.numerator)} / ${formatInt(parts.denominator)} ${noun} = ${formatNumber(value)}`
        : `Bình quân của ${records} = ${formatNumber(value)}`;
    case 'ratio':
      return parts
        ? `Σ ${formatNumber(parts.numerator)} / Σ ${formatNumber(parts.denominator)} × 100 = ${formatPercent(value)} %`
        : `${formatPercent(value)} %`;
    case 'unknown':
      return 'Chưa có số liệu: không phải số 0.';
  }
}
