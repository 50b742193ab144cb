import type { DocumentAbout, EditableParagraph, GoneParagraph } from '../../../electron/contract/documents.ts';

export type DocumentQuestion = { code: string; about: DocumentAbout };

/** A document as the data side shows it before it is issued. */
export type DocumentPage = {
  html: string;
  css: string;
  title: string;
  paragraphs: EditableParagraph[];
  gone: GoneParagraph[];
  figures: { key: string; label: string; value: number | null }[];
  warnings: string[];
};

/** What the document prints for a paragraph: the clerk's words where there are any. */
export function wordsShown({ edited, generated }: EditableParagraph): string {
  return edited ?? generated;
}
