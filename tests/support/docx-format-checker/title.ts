import type { ReadParagraph } from '../docx-reader.ts';
import { type Check, type Expectation, isCapitals, isSized, isStyled, type OpenDocx } from './findings.ts';
import { standing } from './open-docx.ts';

const addressLabels = { HD36: ['Kính gửi:'], HD05: ['Kính gửi:', 'Kính trình:'] } as const;

/** Box 5a and 9a; returns how many paragraphs they take, so that the text begins after them. */
export function checkTitle(docx: OpenDocx, expected: Expectation, check: Check): number {
  const [section] = docx.sections;
  const paragraphs = section === undefined ? [] : standing(section, docx);
  const title = expected.form === 'titled' ? checkTitled(paragraphs, check) : leadingEmpty(paragraphs);
  return title + checkAddressees(paragraphs.slice(title), expected, check);
}

function leadingEmpty(paragraphs: readonly ReadParagraph[]): number {
  const first = paragraphs.findIndex(({ text }) => text !== '');
  return first === -1 ? paragraphs.length : first;
}

/** Kind in bold capitals of 15 or 16 pt, subject bold from a small letter, five hyphens (document format, 3.1). */
function checkTitled(paragraphs: readonly ReadParagraph[], check: Check): number {
  const [kind, ...others] = paragraphs;
  const large = kind !== undefined && (isSized(kind, 30) || isSized(kind, 32));
  check(kind !== undefined && kind.text !== '' && isCapitals(kind.text), 'kind is capitals', kind?.text);
  check(
    large && isStyled(kind, { bold: true }) && kind.align === 'center',
    'kind is 15-16 pt bold centred',
    kind?.text,
  );
  const ruleAt = others.slice(0, 3).findIndex(({ text }) => text === '-----');
  check(ruleAt !== -1, 'five hyphens under the title');
  const subjects = others.slice(0, Math.max(0, ruleAt));
  for (const [index, subject] of subjects.entries()) {
    check(index > 0 || /^\p{Ll}/u.test(subject.text), 'subject begins with a small letter', subject.text);
    const sized = isSized(subject, 28) || isSized(subject, 30);
    check(sized && isStyled(subject, { bold: true }), 'subject is 14-15 pt bold', subject.text);
    check(subject.align === 'center', 'subject is centred', subject.text);
    check(!/[.:;,]$/u.test(subject.text), 'subject ends without a mark', subject.text);
  }
  const rule = others[ruleAt];
  if (rule === undefined) return 1;
  check(isStyled(rule, {}) && isSized(rule, 28) && rule.align === 'center', 'hyphens are 14 pt regular centred');
  return ruleAt + 2;
}

/** Box 9a: the label italic, the names upright; several one a line, the last with a full stop (document format, 3.3). */
function checkAddressees(paragraphs: readonly ReadParagraph[], { rules }: Expectation, check: Check): number {
  const [label] = paragraphs;
  const written = label?.runs[0];
  if (label === undefined || written === undefined || !/^Kính (?:gửi|trình)/u.test(label.text)) return 0;
  check(
    addressLabels[rules].some((text) => written.text.trim() === text) && written.italic && !written.bold,
    'label of the addressees is italic',
    written.text,
  );
  check(label.align === 'center', 'addressees are centred', label.text);
  const list = paragraphs.slice(1);
  const end = list.findIndex(({ text, indent }) => !text.startsWith('- ') || indent.firstLine !== 0);
  const names = label.text.trim() === written.text.trim() ? list.slice(0, end === -1 ? list.length : end) : [];
  const separator = rules === 'HD36' ? ',' : ';';
  names.forEach(({ text }, index) => {
    check(
      text.endsWith(index === names.length - 1 ? '.' : separator),
      'addressees are separated by the rules of the day',
      text,
    );
  });
  for (const line of [label, ...names]) check(isSized(line, 28), 'addressees are 14 pt', line.text);
  const upright = [...label.runs.slice(1), ...names.flatMap(({ runs }) => runs)];
  check(
    upright.every(({ italic, bold }) => !italic && !bold),
    'addressees are upright',
  );
  return 1 + names.length;
}
