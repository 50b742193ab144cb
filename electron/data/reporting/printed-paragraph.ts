import type { Block, Run } from '../documents/model.ts';
import type { FigureRun, WrittenParagraph } from './document.ts';

/**
 * A paragraph as it prints: the program's words, or the clerk's (`edited`) with the figures that are still in them.
 * Nothing where the clerk has emptied it: it is left out.
 */
export function printedParagraph({ key: link, mark, runs }: WrittenParagraph, edited: string | null): Block[] {
  if (edited === '') return [];
  const printed = edited === null ? runs.map(printedRun) : editedRuns(edited, runs.filter(isFigure));
  if (mark === undefined) return [{ kind: 'paragraph', runs: printed, link }];
  return [
    mark === '-' || mark === '+' ? { kind: 'item', mark, runs: printed, link } : { kind: mark, runs: printed, link },
  ];
}

/** A paragraph in plain words, as it is shown beside the clerk's own. */
export function wordsOf({ runs }: WrittenParagraph): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

export function isFigure(run: string | FigureRun): run is FigureRun {
  return typeof run !== 'string';
}

function printedRun(run: string | FigureRun): Run {
  return typeof run === 'string' ? { text: run } : { text: run.text, link: run.key };
}

/** A number that the clerk has kept still opens to its records: they are looked for one after the other, as whole numbers. */
function editedRuns(edited: string, figures: readonly FigureRun[]): Run[] {
  const runs: Run[] = [];
  let rest = edited;
  for (const { key, text } of figures) {
    const at = findNumber(rest, text);
    if (at < 0) continue;
    if (at > 0) runs.push({ text: rest.slice(0, at) });
    runs.push({ text, link: key });
    rest = rest.slice(at + text.length);
  }
  return rest === '' ? runs : [...runs, { text: rest }];
}

/** Where `number` stands in `text`, not as part of a longer number; -1 where it does not. */
function findNumber(text: string, number: string): number {
  const escaped = number.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
  return text.search(new RegExp(String.raw`(?<![\p{L}\d]|\d[.,])${escaped}(?![\p{L}\d]|[.,]\d)`, 'u'));
}
