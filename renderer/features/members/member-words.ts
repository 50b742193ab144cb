import type { ExpiringRecord } from '../../../electron/contract/member-events.ts';
import type { HistoryEntry, PartyAge } from '../../../electron/contract/member-form.ts';
import { formatDate } from '../../components/format.ts';

export const historyKindWords: Readonly<Record<HistoryEntry['kind'], string>> = {
  work: 'Công tác',
  training: 'Đào tạo, bồi dưỡng',
  reward: 'Khen thưởng',
  badge: 'Huy hiệu Đảng',
  discipline: 'Kỷ luật',
  abroad: 'Đi nước ngoài',
  gap: 'Không tham gia sinh hoạt đảng',
};

const startWords = {
  override: 'theo ngày ghi riêng',
  decision: 'theo ngày quyết định kết nạp',
  ceremony: 'theo ngày kết nạp, chưa có ngày quyết định',
} as const;

/** `30 năm (từ 05/01/1990, theo ngày quyết định kết nạp)`. */
export function partyAgeWords(age: PartyAge): string | null {
  if (age.years === null || age.start === null || age.start_from === null) return null;
  const gap = age.gap_days > 0 ? `; trừ ${age.gap_days} ngày không sinh hoạt` : '';
  const about = age.exact ? '' : 'khoảng ';
  return `${about}${age.years} năm (từ ${formatDate(age.start)}, ${startWords[age.start_from]}${gap})`;
}

/** `40 năm: đủ ngày 05/01/2030, đợt 03/02/2030`. */
export function badgeWords({ next_badge: next }: PartyAge): string | null {
  return next && `${next.mark} năm: đủ ngày ${formatDate(next.day)}, đợt ${formatDate(next.round)}`;
}

/** `còn 12 ngày`, `hôm nay`, `quá 31 ngày`. */
export function daysLeftWords({ days_left: days }: Pick<ExpiringRecord, 'days_left'>): string {
  if (days === 0) return 'hôm nay';
  return days > 0 ? `còn ${days} ngày` : `quá ${-days} ngày`;
}
