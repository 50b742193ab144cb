// Advance widths of Times in thousandths of an em (Adobe's Times-Roman and Times-Bold, which Times New Roman and
// Liberation Serif share), for the characters from blank to `~`.
const regular = widths(
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 ' +
    '564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 ' +
    '722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 ' +
    '278 500 500 722 500 500 444 480 200 480 541',
);
const bold = widths(
  '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 ' +
    '570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 ' +
    '722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 ' +
    '333 556 500 722 500 500 444 394 220 394 520',
);

/** The ellipsis and anything outside the table: one em. */
const unknownWidth = 1000;

function widths(list: string): readonly number[] {
  return list.split(' ').map(Number);
}

/** Vietnamese letters are as wide as their base letter, but for the horn of ơ and ư, which is left out. */
function baseLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** A character's width in thousandths of an em: that of the letters it is made of, marks take no room. */
function measured(character: string, table: readonly number[]): number {
  let thousandths = 0;
  for (const letter of baseLetters(character)) thousandths += table[letter.charCodeAt(0) - 32] ?? unknownWidth;
  return thousandths;
}

/** Widths by code unit, measured when first met: taking every text apart by itself cost two thirds of an export. */
const known = { regular: new Int32Array(0x1_0000).fill(-1), bold: new Int32Array(0x1_0000).fill(-1) };

/** Width of one line of text in Times New Roman, in twips. `pt`: the font size. */
export function textWidth(text: string, pt: number, weight: 'regular' | 'bold'): number {
  const table = weight === 'bold' ? bold : regular;
  const widths = known[weight];
  let thousandths = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? unit);
      thousandths += measured(character, table);
      index += character.length - 1;
      continue;
    }
    let width = widths[unit] ?? -1;
    if (width < 0) {
      width = measured(String.fromCharCode(unit), table);
      widths[unit] = width;
    }
    thousandths += width;
  }
  return (thousandths / 1000) * pt * 20;
}

/** How many lines the text takes in a column of `width` twips, breaking at blanks and line feeds as Word and Excel do. */
export function countLines(text: string, width: number, pt: number, weight: 'regular' | 'bold'): number {
  // Most cells are one line. A twip is left for how sums of parts are rounded.
  if (!text.includes('\n') && textWidth(text, pt, weight) <= width - 1) return 1;
  const blank = textWidth(' ', pt, weight);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, pt, weight);
      if (used > 0 && used + blank + wide > width) {
        lines += 1;
        used = 0;
      }
      // A word wider than the column is cut into as many lines as it needs.
      if (used === 0 && wide > width) lines += Math.ceil(wide / width) - 1;
      used = used === 0 ? wide % width : used + blank + wide;
    }
  }
  return lines;
}
