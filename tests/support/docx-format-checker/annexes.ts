import type { ReadParagraph } from '../docx-reader.ts';
import { checkBody } from './body.ts';
import { type Check, isCapitals, isSized, isStyled, type OpenDocx } from './findings.ts';
import { standing } from './open-docx.ts';

/** `(kèm theo Báo cáo số 15-BC/HU, ngày 05/02/2024 của …)`; number and date are gaps while it is not issued. */
const reference =
  /^\(kèm theo \p{Lu}[\p{L} ]*?(?: số (?:0[1-9]|[1-9]\d+| +)-\p{L}+\/\p{Lu}+, ngày (?:\d{2}\/(?:0[12]|[3-9]|1[0-2])\/\d{4}| +\/ +\/(?:\d{4}| +)))? của .+\)$/u;

/** One annex is `Phụ lục`, several are counted in Arabic digits, each with its title and reference (section 2). */
export function checkAnnexes(docx: OpenDocx, check: Check): void {
  const annexes = docx.sections.slice(1);
  annexes.forEach((section, index) => {
    const where = `annex ${index + 1}`;
    const paragraphs = standing(section, docx).filter(({ text, leader }) => text !== '' || leader);
    const [label, title, ...others] = paragraphs;
    check(
      label?.text === (annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${index + 1}`),
      'label of an annex',
      label?.text,
    );
    check(title !== undefined && isCapitals(title.text), 'title of an annex is capitals', title?.text);
    for (const line of [label, title]) {
      check(isTitleLine(line), 'label and title of an annex are 14 pt bold centred', line?.text);
    }
    const [line] = others;
    const referred = line?.text.startsWith('(') === true && line.align === 'center';
    if (referred) {
      check(reference.test(line.text), 'reference line of an annex', line.text);
      check(isSized(line, 28), 'reference line is 14 pt', line.text);
    }
    checkBody(others.slice(referred ? 1 : 0), where, check);
  });
}

function isTitleLine(line: ReadParagraph | undefined): boolean {
  return line !== undefined && line.align === 'center' && isStyled(line, { bold: true }) && isSized(line, 28);
}
