import type { Block, OfficialDocument, Run, TableCell } from '../documents/model.ts';

/** Everything a document prints but its header, piece by piece. */
export function printedTexts({ title, addressees, body, signature, annexes }: OfficialDocument): string[] {
  return [
    title.subject ?? '',
    ...(addressees?.names ?? []),
    ...body.flatMap(blockTexts),
    ...(signature.kind === 'authority' ? signature.recipients : []),
    ...annexes.flatMap((annex) => [annex.reference ?? '', annex.title, ...annex.body.flatMap(blockTexts)]),
  ];
}

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'table':
      return [...block.head, ...block.rows].flat().map(({ text }: TableCell) => text);
    default:
      return [block.runs.map(({ text }: Run) => text).join('')];
  }
}
