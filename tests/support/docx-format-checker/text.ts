import { find, parseXml, type ReadRun } from '../docx-reader.ts';
import type { Check, OpenDocx } from './findings.ts';
import { paragraphsIn } from './open-docx.ts';

/** Habits of state documents (document format, 3.1), and what a program leaves behind. */
const forbidden: readonly [name: string, pattern: RegExp][] = [
  ['Số with a colon', /(?:^|\n)Số\s?:/u],
  ['V/v', /V\/v/u],
  ['./. at the end', /\.\/\./u],
  ['the national title', /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập - Tự do/iu],
  ['a rule of characters', /[─━═_]{3}/u],
  ['a value a program lost', /\bundefined\b|\bnull\b|\bNaN\b|\[object |Invalid Date/u],
  ['a tag that was not filled in', /\{[^}\n]{1,60}\}/u],
  ['an ISO date', /\b\d{4}-\d{2}-\d{2}\b/u],
  ['two blanks where no gap is', /\S {2}\S/u],
  ['a blank before a mark', /\p{L} [,;.:](?:\s|$)/u],
];

/** Spelling forms, fonts and words of the whole file, headers included. */
export function checkText(docx: OpenDocx, check: Check): void {
  const roots = [
    docx.body,
    ...[...docx.parts].filter(([path]) => /^word\/(?:header|footer)/u.test(path)).map(([, xml]) => parseXml(xml)),
  ];
  const paragraphs = roots.flatMap((root) => paragraphsIn(root, docx));
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  checkRuns(runs, check);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  check(text === text.normalize('NFC'), 'text is NFC');
  for (const [name, pattern] of forbidden) check(!pattern.test(text), `no ${name}`, pattern.exec(text)?.[0]);
  check(find(docx.defaults, 'w:lang')?.attributes['w:val'] === 'vi-VN', 'language is Vietnamese');
  check(
    [...docx.parts.values()].every((part) => !/<w:t[ >][^<]*\n/u.test(part)),
    'no text holds a line feed',
  );
}

function checkRuns(runs: readonly ReadRun[], check: Check): void {
  const slots = ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia'];
  for (const run of runs) {
    check(
      slots.every((slot) => run.fonts[slot] === 'Times New Roman'),
      'Times New Roman in all four slots',
      run.text,
    );
    check(['auto', '000000'].includes(run.colour), 'text is black', run.text);
    check(!run.underlined || run.text === 'Nơi nhận:', 'nothing is underlined but the recipients label', run.text);
    check(run.text !== 'Nơi nhận:' || !(run.bold && run.italic), 'recipients label is not bold italic', run.text);
  }
}
