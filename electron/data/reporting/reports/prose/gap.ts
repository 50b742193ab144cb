import type { WrittenParagraph } from '../../document.ts';

const opening = '[Bổ sung ';

/** What nobody has recorded is left for the clerk to write, and seen at once: nothing is made up. */
export function gap(key: string, what: string): WrittenParagraph {
  return { kind: 'written', key, runs: [`${opening}${what}: ${'…'.repeat(8)}].`] };
}

/** Whether a paragraph still waits for somebody to write it. */
export function isGap(text: string): boolean {
  return text.startsWith(opening);
}
