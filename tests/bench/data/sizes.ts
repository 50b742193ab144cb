import type { OfficeLevel } from '../../../electron/data/schema/column-types.ts';

export type SizeName = 'commune' | 'district' | 'province' | 'country-tenth';

/** How large an office of measurements is. Its last year is 2024. */
export interface Size {
  level: OfficeLevel;
  office: string;
  members: number;
  /** Of meetings, with every member's attendance. */
  years: number;
}

export const sizes: Readonly<Record<SizeName, Size>> = {
  commune: { level: 'commune', office: 'Đảng ủy xã Thử', members: 500, years: 5 },
  district: { level: 'district', office: 'Huyện ủy Thử', members: 5_000, years: 3 },
  province: { level: 'province', office: 'Tỉnh ủy Thử', members: 100_000, years: 1 },
  'country-tenth': { level: 'province', office: 'Tỉnh ủy Thử Rộng', members: 500_000, years: 1 },
};

export const lastYear = 2024;

export function isSizeName(name: string): name is SizeName {
  return Object.hasOwn(sizes, name);
}

/** The months of an office's meetings, oldest first: `2024-07`. */
export function monthsOf({ years }: Size): string[] {
  return Array.from({ length: years * 12 }, (_, index) => {
    const year = lastYear - years + 1 + Math.floor(index / 12);
    return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
