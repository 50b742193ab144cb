import type { Block, OfficialDocument, Run } from '../documents/model.ts';

/** What a document prints in running text, piece by piece: what a clerk may have written. */
export function printedTexts({ title, addressees, body, signature, annexes }: OfficialDocument): string[] {
  return [
    title.subject ?? '',
    ...(addressees?.names ?? []),
    ...body.flatMap(blockTexts),
    ...(signature.kind === 'authority' ? signature.recipients : []),
    ...annexes.flatMap((annex) => [annex.title, ...annex.body.flatMap(blockTexts)]),
  ];
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'division':
      return [block.name];
    case 'article':
      return [block.heading ?? '', joined(block.runs ?? [])];
    case 'grounds':
      return block.texts;
    case 'resolution':
    case 'dotted':
      return [];
    case 'table':
      return [...block.head, ...block.rows].flat().map(({ text }) => text);
    default:
      return [joined(block.runs)];
  }
}

const joined = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
