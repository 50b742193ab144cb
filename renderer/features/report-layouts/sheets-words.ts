import type { OfficeReportLayout } from '../../../electron/contract/report-layouts.ts';
import { formatInt } from '../../components/format.ts';

/** `2 trang, 18 cột số liệu`. */
export function sheetsWords({ sheets }: OfficeReportLayout): string {
  const columns = sheets.flatMap(({ groups }) => groups.flatMap((group) => group.columns));
  return `${formatInt(sheets.length)} trang, ${formatInt(columns.length)} cột số liệu`;
}
