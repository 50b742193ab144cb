import type { ReadParagraph } from '../docx-reader.ts';
import { type Check, type Expectation, isCapitals, isSized, isStyled } from './findings.ts';

/** A zero before numbers below 10 and no other; a gap where there is no number yet (document format, 4.1). */
const numberAndSymbol = /^Số (?:0[1-9]|[1-9]\d+| +)-(?:\p{Lu}{2,6}|TTr|CTr)\/\p{Lu}{2,8}$/u;
/** A zero before days below 10 and the months 1 and 2 (document format, section 8). */
const placeAndDate = /^(?:\p{L}.*\S|…+), ngày (?:0[1-9]|[12]\d|3[01]) tháng (?:0[12]|[3-9]|1[0-2]) năm \d{4}$/u;
const openDate = /^(?:\p{L}.*\S|…+), ngày {3,}tháng {3,}năm(?: \d{4}| {3,})$/u;
/** Codes of state documents, or written wrongly, where the Party writes QĐ (document format, 4.2). */
const wrongCodes = /-(?:QyĐ|QĐi)\//u;
const secrecy = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'];
const urgency = ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC', 'HỎA TỐC HẸN GIỜ', 'HOẢ TỐC', 'HOẢ TỐC HẸN GIỜ'];

/** Boxes 3, 4, 5b, 10 and 11: number and marks left, date right, on one row. */
export function checkNumberAndDate(
  { left, right }: { left: readonly ReadParagraph[]; right: readonly ReadParagraph[] },
  expected: Expectation & { issuer: string },
  check: Check,
): void {
  const [number] = left.filter(({ text }) => text.startsWith('Số'));
  check((number !== undefined) === expected.number, 'number line', number?.text);
  if (number) {
    check(numberAndSymbol.test(number.text) && !wrongCodes.test(number.text), 'number and symbol', number.text);
    check(isStyled(number, {}) && isSized(number, 28), 'number is 14 pt regular', number.text);
    check(left[0] === number, 'number comes first under the issuer');
  }
  const [date] = right.filter(({ text }) => text.includes('ngày'));
  check((date !== undefined) === expected.date, 'date line', date?.text);
  if (date) {
    check(placeAndDate.test(date.text) || openDate.test(date.text), 'place and date', date.text);
    check(isStyled(date, { italic: true }) && isSized(date, 28), 'date is 14 pt italic', date.text);
    check(right[0] === date, 'date comes first under the party title');
    check(!isAfterTheDistricts(date.text) || !/HUYỆN/u.test(expected.issuer), 'no district issues after 30/6/2025');
  }
  checkLetterSubject(left, expected, check);
  checkMarks(left, check);
}

function isAfterTheDistricts(date: string): boolean {
  const [, month, year] = /tháng (\d+) năm (\d{4})$/u.exec(date) ?? [];
  return Number(year) * 100 + Number(month) >= 202507;
}

/** Box 5b: 12 pt italic, directly under number and symbol, never `V/v`. */
function checkLetterSubject(left: readonly ReadParagraph[], { form }: Expectation, check: Check): void {
  const italic = left.filter((paragraph) => paragraph.text !== '' && isStyled(paragraph, { italic: true }));
  check(italic.length === (form === 'letter' ? 1 : 0), 'subject under the number of a letter, and only of a letter');
  const [subject] = italic;
  if (subject === undefined) return;
  check(isSized(subject, 24), 'subject of a letter is 12 pt italic', subject.text);
  check(left.indexOf(subject) === 1, 'subject of a letter is directly under its number');
}

/** Boxes 10a and 10b: bold capitals of 14 pt, the mark of secrecy in a frame on four sides. */
function checkMarks(left: readonly ReadParagraph[], check: Check): void {
  for (const mark of left.filter((paragraph) => paragraph.text !== '' && isStyled(paragraph, { bold: true }))) {
    check(
      [...secrecy, ...urgency].includes(mark.text) && isCapitals(mark.text),
      'mark is one of those there are',
      mark.text,
    );
    check(isSized(mark, 28), 'mark is 14 pt', mark.text);
    if (secrecy.includes(mark.text)) check(mark.border?.children.length === 4, 'mark of secrecy is framed', mark.text);
  }
}
