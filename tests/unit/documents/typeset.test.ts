import { describe, expect, test } from 'vitest';
import { breakByMeaning } from '../../../electron/data/documents/break-lines.ts';
import type { Block, DocumentHeader, OfficialDocument } from '../../../electron/data/documents/model.ts';
import { parseFormatProfile, profileForDate } from '../../../electron/data/documents/profile.ts';
import { toRoman } from '../../../electron/data/documents/roman.ts';
import { countLines, textWidth } from '../../../electron/data/documents/text-width.ts';
import { typeset } from '../../../electron/data/documents/typeset.ts';
import { day, districtReport, hd05, hd36, profiles } from '../../support/sample-documents.ts';

function header(change: Partial<DocumentHeader>, profile = hd36) {
  return typeset({ ...districtReport, header: { ...districtReport.header, ...change } }, profile).header;
}

function bodyText(body: readonly Block[]): string[] {
  return typeset({ ...districtReport, body }, hd36).body.flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : [],
  );
}

describe('profiles by date (document format, 1.1)', () => {
  test.each([
    ['2018-04-03', 'HD36'],
    ['2026-05-26', 'HD36'],
    ['2026-05-27', 'HD05'],
    ['2031-01-01', 'HD05'],
  ])('%s: %s', (date, code) => {
    expect(profileForDate(profiles, day(date)).code).toBe(code);
  });

  test('a day before every profile has none', () => {
    expect(() => profileForDate([hd05], day('2026-05-26'))).toThrow('2026-05-26');
  });

  test('a line height outside 18-22 pt, an unknown field and broken YAML are refused with the field named', () => {
    expect(() => parseFormatProfile('code: X\nbody: { line: 240 }\ncolour: red', 'x.yaml')).toThrow(
      /x\.yaml.*body\.line/u,
    );
    expect(() => parseFormatProfile('code: [', 'x.yaml')).toThrow('x.yaml');
  });
});

describe('place and date (section 8): zero before days under 10 and months 1 and 2 only', () => {
  test.each([
    ['Hà Nội', '2026-02-03', 'Hà Nội, ngày 03 tháng 02 năm 2026'],
    ['Hà Nội', '2018-04-03', 'Hà Nội, ngày 03 tháng 4 năm 2018'],
    ['Hạ Long', '2018-02-20', 'Hạ Long, ngày 20 tháng 02 năm 2018'],
    ['Hà Nội', '2026-01-09', 'Hà Nội, ngày 09 tháng 01 năm 2026'],
  ])('%s, %s', (place, date, line) => {
    expect(header({ placeAndDate: { place, date: day(date) } }).placeDate).toBe(line);
  });

  test('an unsigned draft leaves gaps', () => {
    const placeAndDate = { place: 'Hà Nội', date: null, draftYear: 2026 } as const;
    expect(header({ placeAndDate }).placeDate).toBe('Hà Nội, ngày      tháng      năm 2026');
  });
});

describe('number and symbol (section 4.1)', () => {
  test.each([
    [5, 'NQ', 'ĐU', 'Số 05-NQ/ĐU'],
    [127, 'QĐ', 'TW', 'Số 127-QĐ/TW'],
    [17, 'TTr', 'ĐU', 'Số 17-TTr/ĐU'],
  ])('%d %s %s', (number, kindCode, bodyCode, line) => {
    expect(header({ numberAndSymbol: { number, kindCode, bodyCode } }).number).toBe(line);
  });

  test('a number not given yet leaves a gap', () => {
    expect(header({ numberAndSymbol: { number: null, kindCode: 'BB', bodyCode: 'CB' } }).number).toMatch(
      /^Số {3,}-BB\/CB$/u,
    );
  });
});

describe('separators and labels per profile (section 1.2)', () => {
  const document: OfficialDocument = {
    ...districtReport,
    addressees: { names: ['Ban Tổ chức;', 'Văn phòng.'], submission: true },
  };
  test.each([
    [
      hd36,
      'Kính gửi:',
      ['Ban Tổ chức,', 'Văn phòng.'],
      ['- Như trên,', '- Ban Thường vụ Tỉnh uỷ,', '- Lưu Văn phòng Huyện uỷ.'],
    ],
    [
      hd05,
      'Kính trình:',
      ['Ban Tổ chức;', 'Văn phòng.'],
      ['- Như trên;', '- Ban Thường vụ Tỉnh uỷ;', '- Lưu Văn phòng Huyện uỷ.'],
    ],
  ])('$0.code', (profile, label, names, recipients) => {
    const { addressees, signature } = typeset(document, profile);
    expect(addressees).toEqual({ label, names });
    expect(signature).toMatchObject({ recipients });
  });
});

test('the subject of a letter: "về việc" once, never "V/v"', () => {
  const letter = (subject: string) =>
    typeset({ ...districtReport, title: { form: 'letter', subject } }, hd36).header.letterSubject;
  expect([letter('đôn đốc dự sinh hoạt'), letter('về việc đôn đốc')]).toEqual([
    'về việc đôn đốc dự sinh hoạt',
    'về việc đôn đốc',
  ]);
});

test('headings number themselves: I-, 1., 1.1., a), đ) after d), each level anew under the one above (section 4.4)', () => {
  const levels = [1, 2, 3, 3, 4, 4, 4, 4, 4, 2, 3, 1, 2] as const;
  expect(bodyText(levels.map((level) => ({ kind: 'heading', level, text: 'mục' })))).toEqual([
    'I- MỤC',
    '1. mục',
    '1.1. mục',
    '1.2. mục',
    'a) mục',
    'b) mục',
    'c) mục',
    'd) mục',
    'đ) mục',
    '2. mục',
    '2.1. mục',
    'II- MỤC',
    '1. mục',
  ]);
});

test('the spelling switch holds for the whole document (section 8)', () => {
  const document: OfficialDocument = {
    ...districtReport,
    body: [{ kind: 'paragraph', runs: [{ text: 'cấp ủy và cấp uỷ' }] }],
  };
  const spelled = (spelling: 'as_typed' | 'new' | 'old') => {
    const { header: lines, body } = typeset(document, { ...hd36, spelling });
    const [block] = body;
    return [lines.issuer[0]?.text, block?.kind === 'paragraph' ? block.runs[0]?.text : null];
  };
  expect(spelled('as_typed')).toEqual(['HUYỆN UỶ ĐỊNH HOÁ', 'cấp ủy và cấp uỷ']);
  expect(spelled('new')).toEqual(['HUYỆN ỦY ĐỊNH HÓA', 'cấp ủy và cấp ủy']);
  expect(spelled('old')).toEqual(['HUYỆN UỶ ĐỊNH HOÁ', 'cấp uỷ và cấp uỷ']);
});

test('runs keep the blank between them, and decomposed text is printed composed', () => {
  const runs = [{ text: ' Kết luận: '.normalize('NFD'), bold: true }, { text: ' nhất  trí ' }];
  expect(bodyText([{ kind: 'paragraph', runs }])).toEqual(['Kết luận:  nhất trí'.normalize('NFC')]);
});

describe('width of Times New Roman (section 3.3)', () => {
  test('the party title at 15 pt bold is 4134 twips long', () => {
    expect(Math.abs(textWidth('ĐẢNG CỘNG SẢN VIỆT NAM', 15, 'bold') - 4134)).toBeLessThan(1.5);
  });

  test('lines are counted at blanks and line feeds, words wider than the column are cut', () => {
    const em = textWidth('…', 10, 'regular');
    expect(countLines('…… ……', em * 5, 10, 'regular')).toBe(1);
    expect(countLines('…… ……', em * 4, 10, 'regular')).toBe(2);
    expect(countLines('…\n…', em * 4, 10, 'regular')).toBe(2);
    expect(countLines('…………………', em * 2.5, 10, 'regular')).toBe(3);
    expect(countLines('', em, 10, 'regular')).toBe(1);
  });
});

describe('long names (section 3.3)', () => {
  const lines = (issuer: string) => header({ issuer: [issuer] }).issuer.map((line) => line.text);

  test('ĐẢNG BỘ TỈNH THÁI NGUYÊN stays on one line, its letters a little closer', () => {
    expect(header({}).superior).toEqual([{ text: 'ĐẢNG BỘ TỈNH THÁI NGUYÊN', condensed: true }]);
    expect(header({ superior: 'Đảng bộ xã Hòa Lẫm' }).superior).toEqual([
      { text: 'ĐẢNG BỘ XÃ HÒA LẪM', condensed: false },
    ]);
  });

  test('a name breaks before a unit of meaning, not inside it', () => {
    expect(lines('Chi bộ Trường Tiểu học Thị trấn')).toEqual(['CHI BỘ TRƯỜNG TIỂU HỌC', 'THỊ TRẤN']);
    expect(lines('Đảng ủy xã Nghĩa Lâm huyện Khe Sơn')).toEqual(['ĐẢNG ỦY XÃ NGHĨA LÂM', 'HUYỆN KHE SƠN']);
  });

  test('lines given by the caller are kept', () => {
    expect(header({ issuer: ['Chi bộ', 'thôn 4'] }).issuer.map((line) => line.text)).toEqual(['CHI BỘ', 'THÔN 4']);
  });

  test('no word is lost and no line is wider than the column', () => {
    const room = { width: 2400, pt: 14, weight: 'bold', condense: 6, breakBefore: ['XÃ'] } as const;
    const name = 'CHI BỘ TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ XÃ HÒA LẪM';
    const broken = breakByMeaning(name, room);
    expect(broken.map((line) => line.text).join(' ')).toBe(name);
    for (const { text } of broken) expect(textWidth(text, 14, 'bold')).toBeLessThanOrEqual(2400 + 6 * text.length);
  });
});

test('Roman numerals', () => {
  expect([1, 4, 9, 14, 40, 45, 90, 400, 1999].map(toRoman)).toEqual([
    'I',
    'IV',
    'IX',
    'XIV',
    'XL',
    'XLV',
    'XC',
    'CD',
    'MCMXCIX',
  ]);
  expect(() => toRoman(0)).toThrow(RangeError);
});
