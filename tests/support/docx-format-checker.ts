import { checkAnnexes } from './docx-format-checker/annexes.ts';
import { checkBody } from './docx-format-checker/body.ts';
import type { Check, Expectation, OpenDocx } from './docx-format-checker/findings.ts';
import { checkHeaderBlock } from './docx-format-checker/header-block.ts';
import { checkMarkup } from './docx-format-checker/markup.ts';
import { openDocx } from './docx-format-checker/open-docx.ts';
import { checkPackage } from './docx-format-checker/package.ts';
import { checkPages } from './docx-format-checker/page.ts';
import { checkSignature, signatureIndex } from './docx-format-checker/signature.ts';
import { checkTables } from './docx-format-checker/tables.ts';
import { checkText } from './docx-format-checker/text.ts';
import { checkTitle } from './docx-format-checker/title.ts';
import { readParagraph } from './docx-reader.ts';

/**
 * What a party document must look like, written a second time from the handbook and sharing nothing with the writer:
 * it reads the XML of a .docx and says what is wrong, in words, each finding once. No finding is a pass.
 */
export async function checkDocx(file: Uint8Array, expected: Expectation): Promise<string[]> {
  const wrong = new Set<string>();
  const check: Check = (isRight, rule, where) => {
    if (!isRight) wrong.add(where === undefined || where === '' ? rule : `${rule}: ${where}`);
  };
  const docx = await openDocx(file);
  if (docx === null) return ['no document body'];
  checkPackage(docx.parts, check);
  checkMarkup(docx.parts, check);
  checkPages(docx, expected, check);
  checkHeaderBlock(docx, expected, check);
  checkText(docx, check);
  checkTables(docx, check);
  checkMainText(docx, expected, check);
  checkSignature(docx, expected, check);
  checkAnnexes(docx, check);
  return [...wrong];
}

/** What stands between the title and the signatures. */
function checkMainText(docx: OpenDocx, expected: Expectation, check: Check): void {
  const opening = checkTitle(docx, expected, check);
  const elements = docx.sections[0]?.elements ?? [];
  const signatures = signatureIndex(docx);
  const above = elements.slice(0, signatures === -1 ? elements.length : signatures);
  const paragraphs = above
    .map((element, index) => ({ element, afterTable: above[index - 1]?.name === 'w:tbl' }))
    .filter(({ element }) => element.name === 'w:p')
    .map(({ element, afterTable }) => ({ afterTable, ...readParagraph(element, docx.defaults) }))
    .slice(opening);
  const written = paragraphs.filter(({ text, leader }) => text !== '' || leader);
  check(written.length > 0 || above.length > 1, 'there is a text');
  check(
    paragraphs.every(({ text, leader, afterTable }) => text !== '' || leader || afterTable),
    'no empty paragraph in the text',
  );
  checkBody(written, 'document', check);
  const last = written.at(-1);
  const endsWithTable = paragraphs.at(-1)?.afterTable === true && paragraphs.at(-1)?.text === '';
  if (last !== undefined && !endsWithTable && !last.leader) {
    check(/(?:[^/]\.["”]?|…\]?)$/u.test(last.text), 'the text ends with one full stop', last.text);
  }
}
