import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { IssueOptions } from '../../contract/documents.ts';
import { SochiboError } from '../errors.ts';
import type { OfficePresets } from '../office-file/presets.ts';
import type { DocumentIssuer, DocumentRelation, DocumentState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';
import { readSigning } from '../settings/read-settings.ts';
import { type IsoDate, isIsoDate } from '../vietnamese/dates.ts';
import { kept } from './issue-options.ts';
import { readIssuerLines } from './issuer-lines.ts';
import { lastRow } from './last-row.ts';
import { readProposal } from './propose.ts';
import { usualSigner } from './signing-lines.ts';
import { formatSymbol } from './symbol.ts';

/** What a document of the program is, for the register. */
export interface DocumentFacts {
  /** `BC-09`; the code of a report for a return form. */
  code: string;
  /** The key of `aboutKey`. */
  about: string;
  kindCode: string;
  issuer: DocumentIssuer;
  /** The cell that issues; null: the office. */
  organisationId: string | null;
  subject: string;
  /** The day whose names and terms hold while it has no date. */
  day: IsoDate;
}

export interface Issuing {
  options: IssueOptions;
  /** How it stands to the one issued before it; without it, one that is signed or sent is not issued again. */
  relation?: DocumentRelation | undefined;
  /** Without it: signed where there are number and date, else a draft. */
  state?: DocumentState | undefined;
  receiver?: string | undefined;
  file?: { name: string; sha256: string } | undefined;
}

/**
 * Writes a document of the program into the register, inside a running write; returns the row's id. One that is being
 * drafted keeps its row; one that was signed or sent gets a new row that replaces or supplements it. Throws `conflict`
 * for a signed one without `relation`, `wrong_arguments` for a signature without number or day.
 */
export async function issueDocument(
  db: Kysely<Tables>,
  presets: OfficePresets,
  facts: DocumentFacts,
  issuing: Issuing,
): Promise<string> {
  const { options } = issuing;
  const before = await lastRow(db, facts);
  const issued = before !== null && (before.state === 'signed' || before.state === 'sent');
  if (issued && issuing.relation === undefined) throw issuedBefore(before);
  const complete = isComplete({ ...options, kind_code: facts.kindCode });
  const state = issuing.state ?? (complete ? 'signed' : 'draft');
  if ((state === 'signed' || state === 'sent') && !complete) throw incomplete();
  const day = options.date !== null && isIsoDate(options.date) ? options.date : facts.day;
  const signing = await readSigning(db, presets);
  const issuer = { issuer: facts.issuer, organisationId: facts.organisationId, day, signing };
  const { bodyCode } = await readIssuerLines(db, issuer);
  const signer = options.signer ?? (await usualSigner(db, { ...issuer, bodyCode }));
  const draft = issued ? null : before;
  const { termId } = await readProposal(db, { ...facts, bodyCode }, { day, without: draft?.id ?? null });
  const row: Omit<IssuedDocumentRow, 'id'> = {
    document_code: facts.code,
    about: facts.about,
    kind_code: facts.kindCode,
    issuer: facts.issuer,
    organisation_id: facts.organisationId,
    body_code: bodyCode,
    term_id: termId,
    number: options.number,
    date: options.date,
    subject: facts.subject,
    signer_name: signer.name,
    signer_title: signer.title,
    signing_authority: signer.authority,
    state,
    receiver: issuing.receiver ?? draft?.receiver ?? null,
    sent_on: state === 'sent' ? options.date : null,
    returned_on: draft?.returned_on ?? null,
    options: JSON.stringify(kept.parse(options)),
    file_name: issuing.file?.name ?? null,
    file_sha256: issuing.file?.sha256 ?? null,
    replaces_id: issued ? before.id : (draft?.replaces_id ?? null),
    relation: issued ? (issuing.relation ?? null) : (draft?.relation ?? null),
    note: draft?.note ?? null,
  };
  if (draft) {
    await db.updateTable('issued_document').set(row).where('id', '=', draft.id).execute();
    return draft.id;
  }
  const id = newId();
  await db
    .insertInto('issued_document')
    .values({ id, ...row })
    .execute();
  return id;
}

function issuedBefore({ number, kind_code, body_code, subject }: IssuedDocumentRow): SochiboError {
  const symbol = number === null ? subject : formatSymbol({ number, kindCode: kind_code, bodyCode: body_code });
  return new SochiboError(
    'conflict',
    `Văn bản này đã ban hành: ${symbol}. Chọn ban hành để thay thế hoặc để bổ sung văn bản đó.`,
  );
}

/** Kinds that need no number to be signed: minutes (document format, 6.1), papers without a code (4.2), a person's own form. */
const unnumberedKinds: readonly string[] = ['BB', 'GM', 'GGT', 'PBS'];

/** Whether a document can be a signed one: it has its day, and its number unless its kind goes without. */
export function isComplete({
  number,
  date,
  kind_code,
}: Pick<IssuedDocumentRow, 'number' | 'date' | 'kind_code'>): boolean {
  return date !== null && (number !== null || unnumberedKinds.includes(kind_code));
}

export function incomplete(): SochiboError {
  return new SochiboError('wrong_arguments', 'Văn bản đã ký phải có số và ngày. Ghi số, ngày rồi thử lại.');
}
