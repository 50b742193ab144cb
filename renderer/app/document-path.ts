import type { DocumentAbout } from '../../electron/contract/documents.ts';

const parts = ['period', 'unit', 'id'] as const;

/** The address of one document. What it is about is a part of the path: an address of the window carries no query. */
export function documentPath(code: string, about: DocumentAbout): string {
  const words = parts.flatMap((part) => (about[part] === undefined ? [] : [[part, about[part]]]));
  return `/documents/${encodeURIComponent(code)}/${new URLSearchParams(words).toString()}`;
}

/** What a document is about, from the last part of its address as the router gives it. */
export function aboutOf(part: string): DocumentAbout {
  const words = new URLSearchParams(part);
  return Object.fromEntries(parts.map((name) => [name, words.get(name)]).filter(([, value]) => value !== null));
}
