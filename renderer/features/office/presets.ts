/** What a new office can be, in the order of use. The names are those of resources/presets. */
export const officePresets = [
  {
    level: 'commune',
    label: 'Đảng ủy xã, phường, đặc khu (từ 1/7/2025)',
    name: 'Đảng ủy xã …',
    superior: 'Tỉnh ủy …',
    place: 'Tên xã, phường ghi trước ngày tháng',
  },
  {
    level: 'district',
    label: 'Huyện ủy (lịch sử, trước 1/7/2025)',
    name: 'Huyện ủy …',
    superior: 'Tỉnh ủy …',
    place: 'Tên huyện ghi trước ngày tháng',
  },
  {
    level: 'province',
    label: 'Tỉnh ủy',
    name: 'Tỉnh ủy …',
    superior: 'Ban Chấp hành Trung ương',
    place: 'Tên tỉnh ghi trước ngày tháng',
  },
] as const;

export type OfficeLevel = (typeof officePresets)[number]['level'];

/** A file name from the office's name: `Huyện ủy Hòa Lẫm` gives `huyen-uy-hoa-lam.sochibo`. */
export function suggestedFileName(name: string): string {
  const plain = name
    .toLocaleLowerCase('vi')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return `${plain || 'so-chi-bo'}.sochibo`;
}
