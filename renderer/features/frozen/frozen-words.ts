import type { FrozenSummary, Relation } from '../../../electron/contract/frozen.ts';
import { formatDate, formatMoment } from '../../components/format.ts';

export const relationWords: Readonly<Record<Relation, { title: string; of: string; short: string }>> = {
  replaces: { title: 'Lập bản thay thế', of: 'Thay thế', short: 'thay thế' },
  supplements: { title: 'Lập bản bổ sung', of: 'Bổ sung', short: 'bổ sung' },
};

/** `báo cáo số 12-BC/HU ngày 05/08/2024`, or when it was frozen. */
export function frozenName({ number_symbol, date, frozen_at }: FrozenSummary): string {
  if (number_symbol === null) return `báo cáo chốt lúc ${formatMoment(frozen_at)}`;
  return `báo cáo số ${number_symbol}${date === null ? '' : ` ngày ${formatDate(date)}`}`;
}

export function frozenPath(id: string): string {
  return `/reports/frozen/${encodeURIComponent(id)}`;
}
