import { describe, expect, test } from 'vitest';
import { withKnownHeadings } from '../../../electron/data/importing/recognise/known-headings.ts';
import { decodeLegacyText } from '../../../electron/data/importing/workbook/decode-legacy-text.ts';
import { legacyFont } from '../../../electron/data/importing/workbook/legacy-fonts.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { type Box, dictionary, sheetOf } from '../../support/sheet.ts';

function decoded(rows: readonly (readonly Box[])[]): SheetGrid {
  const sheet = sheetOf(rows);
  decodeLegacyText(sheet);
  return sheet;
}

function texts(sheet: SheetGrid): string[][] {
  return Array.from(sheet.rows, ({ cells }) =>
    Array.from(cells.values(), (value) => (value.type === 'text' ? value.text : '#')),
  );
}

describe('6 text of the time before Unicode', () => {
  test('by letter statistics, each column by itself', () => {
    const sheet = decoded([
      ['Hä vµ tªn', 'Quê quán', 'Daân toäc'],
      ['NguyÔn ThÞ Hoµ', 'Hà Nội', 'Taøy'],
      ['Tr\u00AD¬ng V¨n An', 'Thái Bình', 'Muøng'],
      ['Lª Thµnh', 'Bà Rá', 'Kinh'],
    ]);
    expect(texts(sheet)).toEqual([
      ['Họ và tên', 'Quê quán', 'Dân tộc'],
      ['Nguyễn Thị Hoà', 'Hà Nội', 'Tày'],
      ['Trương Văn An', 'Thái Bình', 'Mùng'],
      ['Lê Thành', 'Bà Rá', 'Kinh'],
    ]);
    expect(sheet.decoded).toMatchObject([
      { column: 1, encoding: 'tcvn3', boxes: 4 },
      { column: 3, encoding: 'vni', boxes: 3, samples: [{ row: 1, before: 'Daân toäc', after: 'Dân tộc' }, {}, {}] },
    ]);
  });

  test('a heading in Unicode over a column in .VnTime keeps its letters; one in TCVN3 is decoded', () => {
    const drawn = (text: string): Box => ({ type: 'text', text, font: 'tcvn3' });
    const home = decoded([
      [drawn('Quê quán'), drawn('D©n téc')],
      [drawn('NghÖ An'), drawn('Kinh')],
    ]);
    expect(texts(home)[0]).toEqual(['Quờ quỏn', 'Dân tộc']);
    const known = withKnownHeadings(home, dictionary);
    expect(texts(known)).toEqual([
      ['Quê quán', 'Dân tộc'],
      ['Nghệ An', 'Kinh'],
    ]);
    expect(known.decoded).toMatchObject([
      { column: 1, boxes: 1, samples: [{ row: 2 }] },
      { column: 2, boxes: 1 },
    ]);
  });

  test('a box in another encoding than its column', () => {
    const rows = [['Họ và tên'], ['Nguyễn Thị Hoà'], ['NguyÔn ThÞ Hoµ'], ['Nguyeãn Thò Hoøa'], ['Trần Cá']];
    expect(texts(decoded(rows)).flat()).toEqual([
      'Họ và tên',
      'Nguyễn Thị Hoà',
      'Nguyễn Thị Hoà',
      'Nguyễn Thị Hòa',
      'Trần Cá',
    ]);
  });

  test('what could be both goes with its column: Cã of a TCVN3 list is Có', () => {
    expect(texts(decoded([['NguyÔn ThÞ Hoµ'], ['Cã']])).flat()).toEqual(['Nguyễn Thị Hoà', 'Có']);
    expect(texts(decoded([['Nguyễn Thị Hoà'], ['Cã']])).flat()).toEqual(['Nguyễn Thị Hoà', 'Cã']);
  });

  test('the font decides where statistics cannot; one for capitals draws capitals (6c)', () => {
    const rows: Box[][] = [
      [{ type: 'text', text: 'Cã', font: 'tcvn3' }],
      [{ type: 'text', text: 'danh s¸ch ®¶ng viªn', font: 'tcvn3_capitals' }],
      [{ type: 'text', text: 'ban', font: 'tcvn3_capitals' }],
      [{ type: 'text', text: 'Lương Không', font: 'tcvn3' }],
    ];
    expect(texts(decoded(rows)).flat()).toEqual(['Có', 'DANH SÁCH ĐẢNG VIÊN', 'BAN', 'Lương Không']);
  });

  test('Unicode in any form is left alone, and so is what is not Vietnamese', () => {
    const words = ['Hòa'.normalize('NFD'), 'Hà', 'Kinh tế', 'café', 'Citroën', '10 m²', 'Ðinh'];
    const sheet = decoded(words.map((word) => [word]));
    expect(texts(sheet).flat()).toEqual(words);
    expect(sheet.decoded).toEqual([]);
  });

  test.each([
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3_capitals'],
    ['.VnArialH', 'tcvn3_capitals'],
    ['VNI-Times', 'vni'],
    ['Times New Roman', null],
    [undefined, null],
  ])('font %s: %s', (name, font) => {
    expect(legacyFont(name)).toBe(font);
  });
});
