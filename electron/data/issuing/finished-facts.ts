import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../contract/documents.ts';
import type { Signature } from '../documents/model.ts';
import { aboutKey } from '../reporting/document.ts';
import type { FinishedDocument } from '../reporting/run-document.ts';
import type { Tables } from '../schema/database.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { type IsoDate, isIsoDate } from '../vietnamese/dates.ts';
import { type KindCatalogue, readKinds } from './document-kinds.ts';
import type { DocumentFacts } from './issue-document.ts';
import { lastRow } from './last-row.ts';
import { printedTexts } from './printed-texts.ts';
import { readProposal } from './propose.ts';
import type { Signer } from './signing-lines.ts';
import { warningsOf } from './warnings.ts';

/** What a finished document is, for the register. */
export function factsOf({ kind, draft, day }: FinishedDocument, about: DocumentAbout): DocumentFacts {
  return {
    code: kind.code,
    about: aboutKey(about),
    kindCode: kind.kind.code,
    issuer: draft.issuer ?? kind.issuer,
    organisationId: draft.organisationId,
    subject: draft.subject ?? draft.name,
    day,
  };
}

/** What a finished document has against the rules of issuing, with the number its series would give it. */
export async function documentWarnings(
  db: Kysely<Tables>,
  catalogue: KindCatalogue,
  { finished, about, today: now }: { finished: FinishedDocument; about: DocumentAbout; today: IsoDate },
) {
  const { kind, official, options, day } = finished;
  const facts = factsOf(finished, about);
  const { level: officeLevel } = await db.selectFrom('office').select('level').executeTakeFirstOrThrow();
  const { header, signature } = official;
  const bodyCode = header.numberAndSymbol?.bodyCode ?? 'CB';
  const draft = await lastRow(db, facts);
  const held = draft !== null && draft.state !== 'signed' && draft.state !== 'sent' ? draft.id : null;
  const { proposal, others, termHint } = await readProposal(db, { ...facts, bodyCode }, { day, without: held });
  const warnings = warningsOf(
    {
      kind: { code: facts.kindCode, name: kind.kind.name },
      issuer: facts.issuer,
      superior: header.superior,
      issuerName: header.issuer.join(' '),
      bodyCode,
      officeLevel,
      number: header.numberAndSymbol === null ? null : options.number,
      date: options.date !== null && isIsoDate(options.date) ? options.date : null,
      today: now,
      signer: signerOf(signature),
      texts: printedTexts(official),
      termHint,
      others,
    },
    catalogue,
  );
  return { warnings, proposal, bodyCode };
}

/** Who signs with authority; under minutes, who certifies them. */
function signerOf(signature: Signature): Signer | null {
  const lines = signature.kind === 'authority' ? signature : signature.kind === 'pair' ? signature.confirmation : null;
  if (!lines) return null;
  const { authority, position, name } = lines;
  return position === null
    ? { authority: '', title: authority, name: name ?? '' }
    : { authority, title: position, name: name ?? '' };
}

/** The warnings of a finished document, for its preview. */
export async function issueWarnings(
  { office, options }: Session,
  finished: FinishedDocument,
  about: DocumentAbout,
): Promise<string[]> {
  const catalogue = await readKinds(office.db, options.resourcesDir);
  return (await documentWarnings(office.db, catalogue, { finished, about, today: today() })).warnings;
}
