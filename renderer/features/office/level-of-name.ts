import type { OfficeLevel } from './presets.ts';

const namesOfLevels: readonly (readonly [OfficeLevel, RegExp])[] = [
  ['province', /^(?:tỉnh (?:ủy|uỷ)|thành (?:ủy|uỷ)|đảng bộ (?:tỉnh|thành phố))(?=\s|$)/iu],
  ['district', /^(?:(?:huyện|quận|thị) (?:ủy|uỷ)|đảng bộ (?:huyện|quận|thị xã))(?=\s|$)/iu],
  ['commune', /^(?:đảng (?:ủy|uỷ)|đảng bộ) (?:xã|phường|đặc khu|thị trấn)(?=\s|$)/iu],
];

const levelWords: Readonly<Record<OfficeLevel, string>> = {
  province: 'tỉnh ủy, thành ủy',
  district: 'huyện ủy',
  commune: 'đảng ủy xã, phường, đặc khu',
};

/** What to say when the name is that of another level than the one chosen; null where they agree or nobody can tell. */
export function levelMismatch(level: OfficeLevel, name: string): string | null {
  const found = namesOfLevels.find(([, pattern]) => pattern.test(name.normalize('NFC').trim()))?.[0];
  if (found === undefined || found === level) return null;
  // A city under a province had a thành ủy of district level.
  if (found === 'province' && level === 'district' && /^thành/iu.test(name.trim())) return null;
  return `Tên này là của ${levelWords[found]}, nhưng loại đã chọn là ${levelWords[level]}. Kiểm tra lại trước khi tiếp tục.`;
}
