import type { DocumentAbout } from '../../../electron/contract/documents.ts';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { documentPath } from '../../app/document-path.ts';
import { matchesWords } from '../../components/fold.ts';
import { formatInt } from '../../components/format.ts';
import { type Branch, treeLines } from '../../components/tree.ts';

export type ListedDocument = { code: string; title: string; name: string; about: DocumentAbout };

/** A kind of document with how many there are of it, or one document. */
export type DocumentLine = {
  key: string;
  parent: string | null;
  name: string;
  code: string;
  /** Null for a kind. */
  document: ListedDocument | null;
  /** Null for a kind, and for a document that is not in the register. */
  registered: RegisterRow | null;
};

type Shown = {
  closed: ReadonlySet<string>;
  /** Only what every word of it begins a word of. */
  text: string;
  registered: ReadonlyMap<string, RegisterRow>;
};

/** The documents of a period under their kinds, each as it stands in the register. */
export function documentLines(
  documents: readonly ListedDocument[],
  { closed, text, registered }: Shown,
): Branch<DocumentLine>[] {
  const rowOf = ({ code, about }: ListedDocument) => registered.get(documentPath(code, about)) ?? null;
  const wordsOf = (one: ListedDocument) => `${one.code} ${one.title} ${one.name} ${rowOf(one)?.symbol ?? ''}`;
  const found = text.trim() ? documents.filter((one) => matchesWords(wordsOf(one), text)) : documents;
  const items = [...Map.groupBy(found, ({ code }) => code)].flatMap(([code, ofKind]): DocumentLine[] => [
    {
      key: kindKey(code),
      parent: null,
      name: `${ofKind[0]?.title ?? code} (${formatInt(ofKind.length)})`,
      code,
      document: null,
      registered: null,
    },
    ...ofKind.map((document) => ({
      key: [code, ...Object.values(document.about)].join('/'),
      parent: kindKey(code),
      name: document.name,
      code,
      document,
      registered: rowOf(document),
    })),
  ]);
  return treeLines(items, { idOf: ({ key }) => key, parentOf: ({ parent }) => parent, closed });
}

/** By its address, how each document of the program stands in the register: the last that was written there of it. */
export function registeredByPath(rows: readonly RegisterRow[]): ReadonlyMap<string, RegisterRow> {
  const inOrder = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(inOrder.flatMap((row) => (row.about === null ? [] : [[documentPath(row.code, row.about), row]])));
}

/** The line of a kind, by its code. */
export function kindKey(code: string): string {
  return `kind:${code}`;
}
