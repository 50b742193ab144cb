import type { Block, OfficialDocument } from '../documents/model.ts';
import type { DocumentTags } from './check-template.ts';

/** A document in which every tag of a kind stands once, to copy from: facts by name, each list as a table with one row. */
export function starterDocument(title: string, { facts, lists }: DocumentTags): OfficialDocument {
  return {
    header: { superior: null, issuer: [title], numberAndSymbol: null, placeAndDate: null },
    title: { form: 'titled', documentKind: 'Các thẻ của mẫu', subject: null, hyphens: true },
    addressees: null,
    body: [
      ...facts.map((fact): Block => ({ kind: 'paragraph', runs: [{ text: `${fact}: {${fact}}` }], align: 'left' })),
      ...Object.entries(lists).flatMap(([list, tags]) => listBlocks(list, tags)),
    ],
    signature: { kind: 'none' },
    annexes: [],
    duplex: false,
  };
}

function listBlocks(list: string, tags: readonly string[]): Block[] {
  const last = tags.length - 1;
  const cell = (tag: string, index: number) => ({
    text: `${index === 0 ? `{#${list}}` : ''}{${tag}}${index === last ? `{/${list}}` : ''}`,
  });
  return [
    { kind: 'paragraph', runs: [{ text: list, bold: true }] },
    {
      kind: 'table',
      columns: tags.map(() => ({ width: 1, align: 'left' })),
      head: [tags.map((text) => ({ text, bold: true }))],
      rows: [tags.map(cell)],
    },
  ];
}
