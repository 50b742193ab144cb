import type { DocumentAbout, EditableParagraph, GoneParagraph, IssueOptions } from '../../contract/documents.ts';
import type { OfficialDocument, Signature, TitleBlock } from '../documents/model.ts';
import { SochiboError } from '../errors.ts';
import { readEditedText } from '../issuing/edited-text.ts';
import { readIssueOptions } from '../issuing/issue-options.ts';
import { type IssuerLines, readIssuerLines } from '../issuing/issuer-lines.ts';
import { type Signer, signingLines, usualSigner } from '../issuing/signing-lines.ts';
import { readSigning } from '../settings/read-settings.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { isIsoDate } from '../vietnamese/dates.ts';
import { checkAbout } from './check-about.ts';
import {
  aboutKey,
  type Document,
  type DocumentDraft,
  type DocumentFields,
  type DocumentSource,
  type DraftBlock,
  type FigureRun,
  type WrittenParagraph,
} from './document.ts';
import { documentWarnings } from './document-warnings.ts';
import { isFigure, printedParagraph, wordsOf } from './printed-paragraph.ts';
import { documents } from './reports/documents.ts';

export interface DocumentQuestion {
  code: string;
  about: DocumentAbout;
  /** In place of what was saved for this document. */
  options?: IssueOptions | undefined;
}

/** A document complete with header, number and signer, still knowing its figures and the paragraphs that may be edited. */
export interface FinishedDocument {
  kind: Document;
  draft: DocumentDraft;
  official: OfficialDocument;
  fields: DocumentFields;
  options: IssueOptions;
  /** The day whose format it follows: its own date, or the draft's day. */
  day: IsoDate;
  paragraphs: EditableParagraph[];
  gone: GoneParagraph[];
  figures: readonly FigureRun[];
  /** In words: what to see to before it is issued. */
  warnings: string[];
}

/** The kind of document of this code. Throws `wrong_arguments`. */
export function documentOf(code: string): Document {
  const found = documents.find((one) => one.code === code);
  if (found) return found;
  throw new SochiboError(
    'wrong_arguments',
    `Không có văn bản "${code}". Các văn bản hiện có: ${documents.map((one) => one.code).join(', ')}.`,
  );
}

/** Makes a document from the figures of today and the clerk's own paragraphs. Throws as `checkAbout` and the document's `read`. */
export async function finishDocument(source: DocumentSource, question: DocumentQuestion): Promise<FinishedDocument> {
  const kind = documentOf(question.code);
  await checkAbout(source.db, kind, question.about);
  return finishDraft(source, { ...question, kind }, await kind.make(source, question.about));
}

/** Gives a draft its header, number, signer and edited paragraphs; also one made of what is not saved yet. */
export async function finishDraft(
  source: DocumentSource,
  { kind, about: asked, options: chosen }: { kind: Document } & Pick<DocumentQuestion, 'about' | 'options'>,
  { draft, fields }: { draft: DocumentDraft; fields: DocumentFields },
): Promise<FinishedDocument> {
  const { db } = source;
  const about = aboutKey(asked);
  const options = withRecorded(draft, chosen ?? (await readIssueOptions(db, kind.code, about)));
  const day = options.date !== null && isIsoDate(options.date) ? options.date : draft.day;
  const text = await readEditedText(db, { code: kind.code, about }, draft.body.flatMap(editable));
  const signing = await readSigning(db, source.presets);
  const issued = { issuer: draft.issuer ?? kind.issuer, organisationId: draft.organisationId, day };
  const lines = await readIssuerLines(db, { ...issued, signing });
  const signer =
    options.signer ?? draft.signer ?? (await usualSigner(db, { ...issued, bodyCode: lines.bodyCode, signing }));
  const official = officialDocument(
    { kind, draft, options, paragraphs: text.paragraphs },
    {
      lines,
      signer,
      recipients: usualRecipients(kind, draft, { recipients: signing.recipients, issuer: lines.issuer }),
    },
  );
  const figures = draft.body.flatMap(figuresOf);
  const warnings = documentWarnings({ draft, official, ...text, figures });
  return { kind, draft, official, fields, options, day, ...text, figures, warnings };
}

/** The document as the writers take it. */
export function officialDocument(
  { kind, draft, options, paragraphs }: Pick<FinishedDocument, 'kind' | 'draft' | 'options' | 'paragraphs'>,
  { lines, signer, recipients }: { lines: IssuerLines; signer: Signer; recipients: readonly string[] },
): OfficialDocument {
  const omits = draft.omits ?? [];
  const words = new Map(paragraphs.map(({ key, edited }) => [key, edited]));
  return {
    header: {
      superior: lines.superior,
      issuer: [lines.issuer],
      numberAndSymbol: omits.includes('number')
        ? null
        : { number: options.number, kindCode: kind.kind.code, bodyCode: lines.bodyCode },
      placeAndDate: omits.includes('place_and_date')
        ? null
        : options.date !== null && isIsoDate(options.date)
          ? { place: lines.place, date: options.date }
          : { place: lines.place, date: null, draftYear: Number(draft.day.slice(0, 4)) },
      ...(options.secrecy === null ? {} : { secrecy: options.secrecy }),
      ...(options.urgency === null ? {} : { urgency: options.urgency }),
      marks: options.marks,
    },
    title: titleOf(kind, draft),
    addressees: draft.addressees,
    body: draft.body.flatMap((block) =>
      isWritten(block) ? printedParagraph(block, words.get(block.key) ?? null) : [block],
    ),
    signature: signatureOf(draft, signer, options.recipients ?? [...draft.recipients, ...recipients]),
    annexes: draft.annexes,
    duplex: options.duplex,
  };
}

function signatureOf(
  { signature, certified }: DocumentDraft,
  signer: Signer,
  recipients: readonly string[],
): Signature {
  if (signature === undefined) return { kind: 'authority', recipients, ...signingLines(signer) };
  return signature.kind === 'pair' && certified ? { ...signature, confirmation: signingLines(signer) } : signature;
}

function withRecorded({ recorded }: DocumentDraft, options: IssueOptions): IssueOptions {
  return {
    ...options,
    number: options.number ?? recorded?.number ?? null,
    date: options.date ?? recorded?.date ?? null,
  };
}

/**
 * A cell and an advisory body keep their own copies (document format, 3.3); whom the committee sends its documents to is no
 * business of a cell's.
 */
function usualRecipients(
  kind: Document,
  { issuer = kind.issuer, filedOnly = false }: DocumentDraft,
  { recipients, issuer: body }: { recipients: readonly string[]; issuer: string },
): readonly string[] {
  if (issuer === 'cell') return ['Lưu Chi bộ'];
  const isFiling = (name: string) => /^lưu\s/iu.test(name);
  const filing = issuer === 'advisory_body' ? [`Lưu ${body}`] : recipients.filter(isFiling);
  return filedOnly ? filing : [...recipients.filter((name) => !isFiling(name)), ...filing];
}

function titleOf({ kind }: Pick<Document, 'kind'>, { subject, omits }: DocumentDraft): TitleBlock {
  return kind.name === null
    ? { form: 'letter', subject: subject ?? '' }
    : { form: 'titled', documentKind: kind.name, subject, hyphens: !omits?.includes('hyphens') };
}

const isWritten = (block: DraftBlock): block is WrittenParagraph => block.kind === 'written';

function editable(block: DraftBlock): { key: string; generated: string }[] {
  return isWritten(block) ? [{ key: block.key, generated: wordsOf(block) }] : [];
}

function figuresOf(block: DraftBlock): FigureRun[] {
  return isWritten(block) ? block.runs.filter(isFigure) : [];
}
