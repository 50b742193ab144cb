import type { Figures } from '../report.ts';
import { type CrossCheck, type RawFinding, rowsOf } from './check.ts';

/** R42: what is not reported is said, and is not 0. */
export const notReported: CrossCheck = {
  code: 'not-reported',
  title: 'Chi bộ chưa báo cáo',
  of: ['BC-05', 'BC-07'],
  run: async ({ report }) => cellsNotReported((await report('BC-05')).total),
};

export function cellsNotReported(bc05: Figures): RawFinding[] {
  const rows = rowsOf(bc05, 'cells_not_reported');
  if (rows.length === 0) return [];
  const cells = new Set(rows.map(({ id }) => id)).size;
  const message = `${cells} chi bộ chưa báo cáo${rows.length === cells ? '' : ` (${rows.length} lượt tháng)`}: số liệu chưa có phần của các chi bộ này.`;
  return [{ weight: 'notice', message, rows }];
}
