import type { DocumentAbout } from '../../../electron/contract/documents.ts';
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
};

/** The documents of a period under their kinds. `text`: only what every word of it begins a word of. */
export function documentLines(
  documents: readonly ListedDocument[],
  { closed, text }: { closed: ReadonlySet<string>; text: string },
): Branch<DocumentLine>[] {
  const found = text.trim()
    ? documents.filter(({ code, title, name }) => matchesWords(`${code} ${title} ${name}`, text))
    : documents;
  const items = [...Map.groupBy(found, ({ code }) => code)].flatMap(([code, ofKind]): DocumentLine[] => [
    {
      key: kindKey(code),
      parent: null,
      name: `${ofKind[0]?.title ?? code} (${formatInt(ofKind.length)})`,
      code,
      document: null,
    },
    ...ofKind.map((document) => ({
      key: [code, ...Object.values(document.about)].join('/'),
      parent: kindKey(code),
      name: document.name,
      code,
      document,
    })),
  ]);
  return treeLines(items, { idOf: ({ key }) => key, parentOf: ({ parent }) => parent, closed });
}

/** The line of a kind, by its code. */
export function kindKey(code: string): string {
  return `kind:${code}`;
}
