import type { ReadParagraph } from '../docx-reader.ts';
import { type Check, isCapitals, isSized, isStyled } from './findings.ts';

/** Box 6: metrics of every paragraph and the levels of numbering (document format, 3.1 and 4.4). */
export function checkBody(paragraphs: readonly ReadParagraph[], where: string, check: Check): void {
  for (const paragraph of paragraphs) {
    checkMetrics(paragraph, check);
    checkLevel(paragraph, check);
  }
  checkGrounds(paragraphs, check);
  checkSequence(paragraphs, /^Điều (\d+)\./u, Number, `articles are counted from 1: ${where}`, check);
  checkSequence(paragraphs, /^([IVXL]+)- /u, romanValue, `headings are counted from I: ${where}`, check);
}

function checkMetrics(paragraph: ReadParagraph, check: Check): void {
  const { align, spacing, indent, text, leader } = paragraph;
  const written = /^…+$/u.test(text) || leader;
  const centred = align === 'center' && isCentredLevel(paragraph);
  // What belongs to a table rather than to the text: its unit on the right, notes under it.
  const aside = align !== 'both' && isStyled(paragraph, { italic: true });
  check(align === 'both' || (align === 'left' && written) || centred || aside, 'text is justified', text);
  const dotsOnly = written && text === '';
  if (!centred && !aside && !dotsOnly) check(indent.firstLine === 567, 'first line 10 mm', text);
  check(indent.left === 0 && indent.right === 0, 'text takes the full width', text);
  check(spacing.before >= 120, 'at least 6 pt between paragraphs', text);
  check(
    spacing.rule === 'exact' && spacing.line >= 360 && spacing.line <= 440,
    'line height is exactly 18-22 pt',
    text,
  );
  check(isSized(paragraph, 28) || isSized(paragraph, 30), 'text is 14-15 pt', text);
}

/** A part, chapter or section with its name on the next line, or the line before the articles of a decision. */
function isCentredLevel(paragraph: ReadParagraph): boolean {
  const { text } = paragraph;
  const division = /^(?:Phần|Chương|Mục) [^\n]+\n(.+)$/su.exec(text);
  return (
    isStyled(paragraph, { bold: true }) && (isCapitals(division?.[1] ?? text) || /^(?:Phần|Chương|Mục) /u.test(text))
  );
}

function checkLevel(paragraph: ReadParagraph, check: Check): void {
  const { text, runs, align } = paragraph;
  if (/^(?:Phần|Chương|Mục) (?:[IVXL\d]+|thứ [^\n ]+)\n/u.test(text)) {
    check(
      align === 'center' && isStyled(paragraph, { bold: true }),
      'part, chapter and section are bold centred',
      text,
    );
    check(isCapitals(text.slice(text.indexOf('\n'))), 'name of a part, chapter or section is capitals', text);
  }
  if (/^Điều \d+\./u.test(text)) check(runs[0]?.bold === true && !runs[0].italic, 'Điều is bold', text);
  if (/^[IVXL]+- /u.test(text)) {
    check(isStyled(paragraph, { bold: true }) && isCapitals(text), 'heading I- is bold capitals', text);
    check(paragraph.keepNext, 'a heading stays with its text', text);
  }
  check(!/^[IVXL]+\. \p{Lu}+(?: \p{Lu}+)*$/u.test(text), 'heading of the first level is `I- `, not `I. `', text);
}

/** `- Căn cứ …;` upright, the last with a comma or a full stop. */
function checkGrounds(paragraphs: readonly ReadParagraph[], check: Check): void {
  const first = paragraphs.findIndex(({ text }) => /^(?:- )?Căn cứ /u.test(text));
  if (first === -1) return;
  const rest = paragraphs.slice(first);
  const end = rest.findIndex(({ text }) => !/^(?:- )?(?:Căn cứ|Theo|Xét|Thực hiện) /u.test(text));
  const grounds = rest.slice(0, end === -1 ? rest.length : end);
  grounds.forEach((paragraph, index) => {
    const last = index === grounds.length - 1;
    check(
      paragraph.runs.every(({ italic }) => !italic),
      'grounds are upright',
      paragraph.text,
    );
    if (grounds.length === 1) return;
    check(paragraph.text.startsWith('- '), 'grounds begin with a hyphen', paragraph.text);
    check(
      (last ? /[,.]$/u : /;$/u).test(paragraph.text),
      'grounds end with ; and the last with , or .',
      paragraph.text,
    );
  });
}

function checkSequence(
  paragraphs: readonly ReadParagraph[],
  pattern: RegExp,
  value: (text: string) => number,
  rule: string,
  check: Check,
): void {
  const found = paragraphs.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
  let expected = 1;
  for (const one of found) {
    // Under a new part the headings may begin again.
    const again = value(one) === 1;
    check(value(one) === expected || again, rule, one);
    expected = value(one) + 1;
  }
}

function romanValue(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = [...text].map((digit) => values[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
