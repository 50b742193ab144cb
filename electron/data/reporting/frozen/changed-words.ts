import type { Difference } from '../../../contract/frozen.ts';
import type { Block } from '../../documents/model.ts';
import type { FrozenText } from './content.ts';

/**
 * Lines of a document that are said otherwise, each beside the one that stands in its place; what only says which earlier
 * one it stands for is no line of its own.
 */
export function changedWords(then: FrozenText | null, now: FrozenText | null): Difference['texts'] {
  if (then === null || now === null) return [];
  const [before, after] = [linesOf(then), linesOf(now)];
  const gone = before.filter((line) => !after.includes(line));
  const added = after.filter((line) => !before.includes(line));
  return Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => ({
    ...{ row: `line ${index + 1}`, row_name: 'Lời văn', label: `chỗ khác thứ ${index + 1}` },
    ...{ was: gone[index] ?? null, now: added[index] ?? null },
  }));
}

function linesOf({ official: { body, annexes }, adjustment }: FrozenText): string[] {
  const own = annexes.filter(({ title }) => title !== adjustment?.annex);
  const lines = [...body, ...own.flatMap((annex) => annex.body)].flatMap(wordsOf);
  return lines.filter((line) => line !== '' && line !== adjustment?.note);
}

function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.map((cells) => cells.map(({ text }) => text).join(' | '));
    case 'grounds':
      return [...block.texts];
    case 'heading':
      return [block.text];
    case 'division':
      return [block.name];
    case 'article':
      return [[block.heading ?? '', joined(block.runs ?? [])].join(' ').trim()];
    case 'resolution':
      return [`${block.body} ${block.verb}`];
    case 'dotted':
      return [];
    case 'paragraph':
    case 'item':
    case 'clause':
    case 'point':
      return [joined(block.runs)];
  }
}

function joined(runs: readonly { text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}
