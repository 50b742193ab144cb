import { cleanLine } from '../../vietnamese/clean-text.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { normaliseTone } from '../../vietnamese/tone.ts';

const cellPrefix = /^(?:chi\s?bộ|cb)(?=\s)\s*/iu;
const committeePrefix = /^(?:đảng bộ|đảng ủy|đảng uỷ)\s+/iu;
/** Kinds of places: written small inside a name. */
const placeWord =
  /^(?:thôn|bản|ấp|khóm|làng|buôn|plei|tổ dân phố|khu phố|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|thị xã|đặc khu)(?=\s)/iu;

function clean(name: string): string {
  return normaliseTone(cleanLine(name));
}

/** Whether the name says that it is a cell (`Chi bộ …`, `CB …`). */
export function saysCell(name: string): boolean {
  return cellPrefix.test(clean(name));
}

/** Whether the name says that it is a committee's organisation (`Đảng bộ …`). */
export function saysCommittee(name: string): boolean {
  return committeePrefix.test(clean(name));
}

/** Whether the name says that it is a commune, ward or town (`Xã …`) or the committee of one. */
export function isPlace(name: string): boolean {
  return saysCommittee(name) || /^(?:xã|phường|thị trấn|đặc khu)\s/iu.test(clean(name));
}

/** What cells are of, where their names do not say `Chi bộ`. */
const cellOf =
  /^(?:thôn|bản|ấp|khóm|làng|buôn|plei|tổ dân phố|tdp|khu phố|tiểu khu|trường|trạm|cơ quan|công an|quân sự|hợp tác xã|htx)(?=\s|$)/iu;

/** Whether a heading names one cell, as in a matrix officials × cells: `Thôn 1`, `CB Trường Mầm non`. */
export function isCellHeading(name: string): boolean {
  return cellOf.test(clean(name).replace(cellPrefix, ''));
}

/** What is compared: no prefix, no case, one tone placement, punctuation as a blank. Diacritics count. */
export const cellKey = remembered((name) => comparable(clean(name).replace(cellPrefix, '')), 10_000);

/** The same for a committee's organisation: `Đảng bộ xã Hòa Lẫm` and `Xã Hòa Lẫm` have one key. */
export const committeeKey = remembered((name) => comparable(clean(name).replace(committeePrefix, '')), 10_000);

/** The key without the kind of place: `xã hòa lẫm` -> `hòa lẫm`, for lists that leave it out. */
export function placelessKey(key: string): string {
  return key.replace(placeWord, '').trim();
}

function comparable(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}'&]+/gu, ' ')
    .trim();
}

/** Small letters after the first of each word, kinds of places small throughout; for names all in CAPITALS. */
function withoutCapitals(name: string): string {
  if (name !== name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi')) return name;
  const words = name
    .toLocaleLowerCase('vi')
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
  return lowerPlace(words);
}

function lowerPlace(name: string): string {
  return name.replace(placeWord, (word) => word.toLocaleLowerCase('vi'));
}

/** The name as it is stored: `CB  thôn Nà Sảng`, `Thôn Nà Sảng` -> `Chi bộ thôn Nà Sảng`. */
export function canonicalCellName(name: string): string {
  const body = withoutCapitals(clean(name).replace(cellPrefix, ''));
  return `Chi bộ ${lowerPlace(body)}`;
}

/** `ĐẢNG BỘ XÃ HÒA LẪM`, `Xã Hòa Lẫm` -> `Đảng bộ xã Hòa Lẫm`. */
export function canonicalCommitteeName(name: string): string {
  const body = withoutCapitals(clean(name).replace(committeePrefix, ''));
  return `Đảng bộ ${lowerPlace(body)}`;
}

/** Whether the name is all in CAPITALS, so that its small letters are a guess. */
export function isAllCapitals(name: string): boolean {
  const text = clean(name);
  return text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi');
}
