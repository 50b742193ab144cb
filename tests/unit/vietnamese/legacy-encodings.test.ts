import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLegacy } from '../../../electron/data/vietnamese/legacy-encodings.ts';
import { isSyllable, syllableScore } from '../../../electron/data/vietnamese/syllables.ts';

/**
 * TCVN 5712 as glibc's iconv has it (`iconv -f TCVN5712-1`), without what the third table leaves out: code and letter.
 * The letters of Windows-1252 from A1 to FE have the same codes in Unicode.
 */
const tcvn5712 =
  'A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ';
const toTcvn3 = new Map(
  tcvn5712.split(' ').map((pair) => [pair.slice(2), String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16))]),
);

/** VNI as its rules are told: the hat or breve and the tone are one letter behind the vowel. */
const toneLetters: Readonly<Record<string, string>> = {
  '\u0300': 'ø',
  '\u0301': 'ù',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const hatLetters: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0300': 'à',
  '\u0301': 'á',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const breveLetters: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0300': 'è',
  '\u0301': 'é',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
const vniLetters: Readonly<Record<string, string>> = { ì: 'ì', í: 'í', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î', đ: 'ñ' };

function toVni(letter: string): string {
  const lower = letter.toLocaleLowerCase('vi');
  const [base = '', ...marks] = lower.normalize('NFD');
  const tone = marks.find((mark) => mark in toneLetters) ?? '';
  const toned = toneLetters[tone] ?? '';
  const horned: Readonly<Record<string, string>> = { o: 'ô', u: 'ö' };
  const encoded =
    vniLetters[lower] ??
    (marks.includes('\u0302')
      ? base + hatLetters[tone]
      : marks.includes('\u0306')
        ? base + breveLetters[tone]
        : marks.includes('\u031B')
          ? horned[base] + toned
          : base + toned);
  return letter === lower ? encoded : encoded.toLocaleUpperCase('vi');
}

const small = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const alphabet = [...small, ...small.toLocaleUpperCase('vi'), ' ', '-', '1'];

describe('6 legacy encodings', () => {
  test.each([
    ['6a', 'tcvn3', 'NguyÔn ThÞ Hoµ', 'Nguyễn Thị Hoà'],
    ['6b', 'tcvn3', '§Æng V¨n', 'Đặng Văn'],
    ['6d', 'vni', 'Nguyeãn Thò Hoøa', 'Nguyễn Thị Hòa'],
    ['6d', 'vni', 'Ñaëng', 'Đặng'],
    ['6e', 'tcvn3', 'Tr\u00AD¬ng', 'Trương'],
    ['6f', 'tcvn3', 'Hoµ H\u03BC', 'Hoà Hà'],
    ['6g', 'vni', 'ñôùi öùng', 'đới ứng'],
    ['a capital that TCVN3 has not', 'tcvn3', 'Ma §×nh ¸nh', 'Ma Đình Ánh'],
    ['not in a heading', 'tcvn3', 'Chøc vô, ®Þa chØ', 'Chức vụ, địa chỉ'],
    ['a small mark behind a capital', 'vni', 'Nguyeãn Thò AÙnh, Aùnh', 'Nguyễn Thị Ánh, Ánh'],
  ] as const)('%s %s %s', (_, encoding, written, meant) => {
    expect(decodeLegacy(written, encoding)).toBe(meant);
  });

  test('every text of the alphabet comes back from TCVN3, which has no other capitals with a tone', () => {
    const letters = alphabet.filter((letter) => toTcvn3.has(letter) || /[ -~]/u.test(letter));
    expect(letters.length).toBe(toTcvn3.size + 44 + 3);
    fc.assert(
      // A capital A before each: a lost capital is put back only where every other word has its own.
      fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (text) => {
        const meant = `a a ${text}`.replaceAll(' ', ' a');
        expect(decodeLegacy([...meant].map((letter) => toTcvn3.get(letter) ?? letter).join(''), 'tcvn3')).toBe(meant);
      }),
    );
  });

  test('every text of the alphabet comes back from VNI', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet) }), (text) => {
        expect(decodeLegacy([...text].map(toVni).join(''), 'vni')).toBe(text);
      }),
    );
  });

  test('text in Unicode is not taken for one of them', () => {
    for (const text of ['Nguyễn Thị Hoà', 'Đặng Văn', 'Trương', 'Hội']) {
      expect([decodeLegacy(text, 'tcvn3'), decodeLegacy(text, 'vni')]).toEqual([null, null]);
    }
  });
});

describe('syllables', () => {
  test.each('Nguyễn Thị Hoà Trương khuỷu quyển giếng nghiêng ưởng Huỳnh Niê oái ý thuở'.split(' '))(
    '%s is one',
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  test.each('NguyÔn Hoµ §Æng ThÞ Tr\u00AD¬ng Nguyeãn Hoøa Ñaëng thÎ cã́t còp'.split(' '))('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });

  test('plain letters say nothing', () => {
    expect(syllableScore('Ban Chi, 12/12 (THPT)')).toBe(0);
    expect(syllableScore('Sè thÎ')).toBe(0);
    expect(syllableScore('Số thẻ')).toBe(2);
  });
});
