import * as fc from 'fast-check';
import { type IsoDate, parseIsoDate } from '../../../electron/data/vietnamese/dates.ts';

/** A day literal for tests; throws when it is none. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`not a day: ${text}`);
  return date;
}

const syllables =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Đinh Lâm Mai Trịnh Tạ Quách Hà Chu Ma ' +
  'Văn Thị Hữu Đức Quang Minh Ngọc Thanh Xuân Thu Đình Công Bá Tôn Nữ Niê Mlô Ksơr Y Pơ Loong Thạch Sô Phi Ôn Ưng Ẩn ' +
  'An Ánh Ân Ấn Anh Bình Bính Bảo Cường Dũng Dung Đạt Đào Giang Hòa Hoà Hạnh Hậu Hoa Khỏe Khoẻ Lan Lành Long Mỹ Mĩ Nga ' +
  'Ngân Nghĩa Oanh Ơn Phúc Quý Quy Quế Sơn Sớm Thúy Thuý Thủy Thuỷ Thùy Tú Tuấn Tùng Út Uyên Vân Vượng Xoan Yến Ý';

const realSyllable = fc.constantFrom(...syllables.split(' '));

const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz'];
const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Any letter of the alphabet with any tone it can carry, in either case. */
export const vietnameseLetter = fc
  .tuple(fc.constantFrom(...letters), fc.constantFrom(...toneMarks), fc.boolean())
  .map(([letter, tone, capital]) => {
    const toned = (letter + tone).normalize('NFC');
    const character = /^\p{M}/u.test([...toned][1] ?? '') ? letter : toned;
    return capital ? character.toLocaleUpperCase('vi') : character;
  });

/** Words that no dictionary has: up to four letters, few enough that common beginnings are met. */
const inventedWord = fc.array(vietnameseLetter, { minLength: 1, maxLength: 4 }).map((word) => word.join(''));

const joinedWord = fc
  .tuple(realSyllable, fc.constantFrom('-', "'"), realSyllable)
  .map(([first, join, second]) => first + join + second);

export const nameWord = fc.oneof(realSyllable, realSyllable, inventedWord, joinedWord);

/** Names of one to five words, real, invented and mixed. */
export const personName = fc.array(nameWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

/** The same text as systems of three kinds store it: composed, decomposed, and hat composed with tone apart (1258). */
export function unicodeForms(text: string): { nfc: string; nfd: string; half: string } {
  const half = [...text.normalize('NFC')].map((character) => {
    const decomposed = character.normalize('NFD');
    const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(decomposed)?.[0] ?? '';
    return decomposed.replace(toneMark, '').normalize('NFC') + toneMark;
  });
  return { nfc: text.normalize('NFC'), nfd: text.normalize('NFD'), half: half.join('') };
}

/** Days of the lifetimes these files are about. */
export const anyDay: fc.Arbitrary<IsoDate> = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
