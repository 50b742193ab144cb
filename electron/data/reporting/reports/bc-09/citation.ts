import { formatShortDate } from '../../../vietnamese/dates.ts';
import type { GuidingDocument } from './data.ts';

/** Names of kinds by their code (document format 4.2); of others the symbol alone is cited. */
const kindNames: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  QC: 'Quy chế',
  HD: 'Hướng dẫn',
  TB: 'Thông báo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  ĐA: 'Đề án',
  TTr: 'Tờ trình',
  CV: 'Công văn',
};

/** `Quyết định số 345-QĐ/HU, ngày 12/01/2024 của Ban Thường vụ Huyện ủy` (document format 4.4: comma before `ngày`). */
export function citation({ symbol, date, issuingBody }: GuidingDocument): string {
  const kind = /-(?<code>[^/]+)\//u.exec(symbol)?.groups?.code ?? '';
  const name = kindNames[kind] ?? 'Văn bản';
  return `${name} số ${symbol}, ngày ${formatShortDate(date)}${issuingBody === null ? '' : ` của ${issuingBody}`}`;
}
