import type { Kysely } from 'kysely';
import type { DocumentAbout, DocumentSubject } from '../../contract/documents.ts';
import type { Addressees, Annex, Block, Signature } from '../documents/model.ts';
import type { Signer } from '../issuing/signing-lines.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { DocumentTags } from '../templates/check-template.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { Figure } from './figure.ts';
import type { Period } from './period.ts';
import type { ReportSource } from './run-report.ts';

/** Where documents are made from: the office, the layouts of its reports, and what a level starts with. */
export interface DocumentSource extends ReportSource {
  db: Kysely<Tables>;
  presets: OfficePresets;
  madeOn: IsoDate;
}

/** A number in running text that opens to the records behind it. */
export interface FigureRun {
  /** Names the figure in its document; the same figure may stand in the text twice. */
  key: string;
  /** In words, for the list that opens: `Chi bộ không sinh hoạt tháng 7/2024`. */
  label: string;
  figure: Figure;
  /** As printed: `98,5%`, `1.234`. */
  text: string;
}

/**
 * A paragraph that the clerk may write anew; with `mark`, an item, or an article, clause or point with its number. `key`
 * stays the same whatever the figures are.
 */
export interface WrittenParagraph {
  kind: 'written';
  key: string;
  mark?: '-' | '+' | 'article' | 'clause' | 'point';
  runs: readonly (string | FigureRun)[];
}

export type DraftBlock = Block | WrittenParagraph;

/** What a document says before it is issued: no header, number, date or signer; the office's options give those. */
export interface DocumentDraft {
  /** Name of the file, without its ending. */
  name: string;
  /** The day whose rules, format and names hold until the document has a date of its own. */
  day: IsoDate;
  /** The cell, or the committee below the office, that issues it; null: the office. */
  organisationId: string | null;
  /** Who issues this one, in place of the kind's issuer: a cell's minutes may be those of its congress, or a committee's. */
  issuer?: DocumentIssuer;
  /** Under the title, beginning with a small letter; of a letter, what it is about. */
  subject: string | null;
  addressees: Addressees | null;
  body: readonly DraftBlock[];
  /** Named before those to whom the office sends every document. */
  recipients: readonly string[];
  annexes: readonly Annex[];
  /** In place of signing authority and recipients: minutes are signed by two (document format, 6.1). */
  signature?: Signature;
  /** Somebody with authority certifies what two have signed, as an extract (6.1). */
  certified?: boolean;
  /** What it goes without: minutes carry neither number nor place and date unless the office wants them (6.1). */
  omits?: readonly ('number' | 'place_and_date' | 'hyphens')[];
  /** Number and date the record itself bears; those chosen for the document go before. */
  recorded?: { number: number | null; date: IsoDate | null };
  /** Who signs where nobody was chosen, in place of the office's first signer: the official under his own report. */
  signer?: Signer;
  /** It goes to its addressees: of those to whom the office sends every document, only where it is kept (`Lưu …`). */
  filedOnly?: boolean;
  /** What a clerk should see to before it is issued, in words. */
  warnings?: readonly string[];
}

/** The document's facts by the name an office's own template calls them; lists become the rows of a table. */
export type DocumentFields = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export interface DocumentDefinition<Data> {
  /** `BC-09`; for documents without a number in the handbook, words: `thong-bao-lich`. */
  code: string;
  /** What the lists call it. */
  title: string;
  /** `{ code: 'BC', name: 'Báo cáo' }`; a letter (CV) prints no name. */
  kind: { code: string; name: string | null };
  issuer: DocumentIssuer;
  /** What `about.id` names; null: a period is enough. */
  subject: DocumentSubject | null;
  /** The documents of this kind that a period calls for; `unit`: of this organisation and what is under it. */
  list(source: DocumentSource, period: Period, unit: string | null): Promise<{ name: string; about: DocumentAbout }[]>;
  /** Throws `wrong_arguments` for a period it is not made for, `not_found` for a record there is not. */
  read(source: DocumentSource, about: DocumentAbout): Promise<Data>;
  build(data: Data): DocumentDraft;
  /** The names that `fields` gives, whatever the record: what a template of this kind may use. */
  tags: DocumentTags;
  fields(data: Data): DocumentFields;
}

/** A document whose data nobody but itself knows. */
export interface Document extends Omit<DocumentDefinition<never>, 'read' | 'build' | 'fields'> {
  make(source: DocumentSource, about: DocumentAbout): Promise<{ draft: DocumentDraft; fields: DocumentFields }>;
}

export function document<Data>({ read, build, fields, ...rest }: DocumentDefinition<Data>): Document {
  return {
    ...rest,
    make: async (source, about) => {
      const data = await read(source, about);
      return { draft: build(data), fields: fields(data) };
    },
  };
}

/** One document of a kind, or one table, as the register and edited paragraphs know it. */
export function aboutKey({ period = '', unit = '', id = '' }: DocumentAbout): string {
  return [period, unit, id].join('/');
}
