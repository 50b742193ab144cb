import type { PackageContent, PackagePreview } from '../../../electron/contract/packages.ts';
import { formatInt } from '../../components/format.ts';

export const contentWords: Readonly<Record<PackageContent, string>> = {
  organisations: 'Tổ chức đảng',
  members: 'Đảng viên',
  meetings: 'Sinh hoạt, chấm điểm',
  visits: 'Phân công, lịch dự, lượt dự',
  petitions: 'Kiến nghị',
};

export function contentsText(contents: readonly PackageContent[]): string {
  return contents.map((content) => contentWords[content]).join('; ');
}

/** What receiving a package comes to, in a line. */
export function effectText({ effects, already_received }: PackagePreview): string {
  if (already_received) return 'Đã nhận, không có gì thay đổi';
  const sum = (key: 'created' | 'updated' | 'taken_back' | 'ended' | 'matched') =>
    effects.reduce((total, effect) => total + effect[key], 0);
  const parts = [
    `${formatInt(sum('created'))} mới`,
    `${formatInt(sum('updated'))} thay đổi`,
    ...(sum('taken_back') > 0 ? [`${formatInt(sum('taken_back'))} bỏ đi`] : []),
    ...(sum('ended') > 0 ? [`${formatInt(sum('ended'))} giữ lại vì đang dùng`] : []),
    ...(sum('matched') > 0 ? [`${formatInt(sum('matched'))} đã có trong sổ`] : []),
  ];
  return parts.join(' · ');
}
