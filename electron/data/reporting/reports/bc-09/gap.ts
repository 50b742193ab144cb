import type { WrittenParagraph } from '../../document.ts';

/** What nobody has recorded is left for the clerk to write, and seen at once: nothing is made up. */
export function gap(key: string, what: string): WrittenParagraph {
  return { kind: 'written', key, runs: [`[Bổ sung ${what}: ${'…'.repeat(8)}]`] };
}
