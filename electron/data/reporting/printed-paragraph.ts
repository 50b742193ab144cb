import type { Block, Run } from '../documents/model.ts';
import type { FigureRun, WrittenParagraph } from './document.ts';

/**
 * A paragraph as it prints: the program's words, or the clerk's (`edited`) with the figures that are still in them.
 * Nothing where the clerk has emptied it: it is left out.
 */
export function printedParagraph({ key: link, mark, runs }: WrittenParagraph, edited: string | null): Block[] {
  if (edited === '') return [];
  const printed = edited === null ? runs.map(printedRun) : editedRuns(edited, runs);
  if (mark === undefined) return [{ kind: 'paragraph', runs: printed, link }];
  return [
    mark === '-' || mark === '+' ? { kind: 'item', mark, runs: printed, link } : { kind: mark, runs: printed, link },
  ];
}

/** A paragraph in plain words, as it is shown beside the clerk's own. */
export function wordsOf({ runs }: Pick<WrittenParagraph, 'runs'>): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

export function isFigure(run: string | FigureRun): run is FigureRun {
  return typeof run !== 'string';
}

function printedRun(run: string | FigureRun): Run {
  return typeof run === 'string' ? { text: run } : { text: run.text, link: run.key };
}

/**
 * A number that the clerk has kept still opens to its records. They are looked for one after the other, between the words
 * they stood between: the 7 of `7 buổi` is not that of `tháng 7`.
 */
function editedRuns(edited: string, runs: WrittenParagraph['runs']): Run[] {
  const printed: Run[] = [];
  let rest = edited;
  for (const [index, run] of runs.entries()) {
    if (!isFigure(run)) continue;
    const place = between(wordsOf({ runs: runs.slice(0, index) }), wordsOf({ runs: runs.slice(index + 1) }));
    const at = placesOf(run.text, rest).find((candidate) =>
      standsAlike(place, between(rest.slice(0, candidate), rest.slice(candidate + run.text.length))),
    );
    if (at === undefined) continue;
    if (at > 0) printed.push({ text: rest.slice(0, at) });
    printed.push({ text: run.text, link: run.key });
    rest = rest.slice(at + run.text.length);
  }
  return rest === '' ? printed : [...printed, { text: rest }];
}

/** Where `number` stands in `text`, not as part of a longer number. */
function placesOf(number: string, text: string): number[] {
  const escaped = number.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  const whole = new RegExp(String.raw`(?<![\p{L}\d]|\d[.,])${escaped}(?![\p{L}\d]|[.,]\d)`, 'gu');
  return [...text.matchAll(whole)].map(({ index }) => index);
}

interface Place {
  before: string;
  after: string;
}

/** The word, in small letters, or the sign on either side of a number; empty at the ends. */
function between(left: string, right: string): Place {
  return {
    before: /(\p{L}+|[^\p{L}\s])\s*$/u.exec(left.toLocaleLowerCase('vi'))?.[1] ?? '',
    after: /^\s*(\p{L}+|[^\p{L}\s])/u.exec(right.toLocaleLowerCase('vi'))?.[1] ?? '',
  };
}

/** The same on both sides, or the same word on one: a sign alone (`7/8`, `7/2024`) says nothing. */
function standsAlike(one: Place, other: Place): boolean {
  const [before, after] = [one.before === other.before, one.after === other.after];
  return (before && after) || (before && isWord(one.before)) || (after && isWord(one.after));
}

function isWord(text: string): boolean {
  return /^\p{L}/u.test(text);
}
