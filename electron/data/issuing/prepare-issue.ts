import type { DocumentAbout, IssueOptions } from '../../contract/documents.ts';
import type { Relation } from '../../contract/frozen.ts';
import type { NumberProposal, PreparedIssue } from '../../contract/register.ts';
import type { OrganisationBasis } from '../../contract/reports.ts';
import { documentSource } from '../reporting/document-procedures.ts';
import { keyOf } from '../reporting/frozen/freeze.ts';
import { standingRow } from '../reporting/frozen/read-frozen.ts';
import { finishDocument } from '../reporting/run-document.ts';
import { headOf } from '../reporting/run-report.ts';
import { isTable, tableFacts } from '../reporting/table-facts.ts';
import type { Session } from '../session.ts';
import { templateContent } from '../templates/office-templates.ts';
import { namesRelation } from '../templates/relation-tags.ts';
import { today } from '../today.ts';
import { type IsoDate, isIsoDate } from '../vietnamese/dates.ts';
import { kindName } from './document-kinds.ts';
import { documentWarnings, factsOf } from './finished-facts.ts';
import type { DocumentFacts } from './issue-document.ts';
import { readIssueOptions } from './issue-options.ts';
import { readIssuerLines } from './issuer-lines.ts';
import { lastRow } from './last-row.ts';
import { type RegisterSource, registerRow } from './list-register.ts';
import { readProposal } from './propose.ts';
import { readSigners, type Signer, usualSigner } from './signing-lines.ts';
import { warningsOf } from './warnings.ts';

export interface IssueQuestion {
  code: string;
  about: DocumentAbout;
  basis?: OrganisationBasis | undefined;
}

/** What the issue dialog starts from. Throws as `finishDocument`, of a table as `headOf`. */
export async function prepareIssue(
  session: Session,
  source: RegisterSource,
  question: IssueQuestion,
): Promise<PreparedIssue> {
  const { form, facts, has_figures, options, unnumbered, recipients, usual, issuerName, bodyCode, proposal, kind } =
    isTable(question) ? await aboutTable(session, source, question) : await aboutDocument(session, source, question);
  const { db, signing, catalogue } = source;
  const who = { issuer: facts.issuer, organisationId: facts.organisationId, day: facts.day, signing, bodyCode };
  const signers = await readSigners(db, who);
  const [row, frozen] = await Promise.all([lastRow(db, facts), standingRow(db, keyOf(question))]);
  return {
    ...{ form, has_figures, options, unnumbered, recipients, proposal },
    kind_code: facts.kindCode,
    kind: kind ?? kindName(catalogue.kinds, facts.kindCode),
    issuer_name: issuerName,
    body_code: bodyCode,
    subject: facts.subject,
    signers: firstOf(usual ?? (await usualSigner(db, who)), signers),
    formats: form === 'table' ? [] : session.formatProfiles.map(({ code, name }) => ({ code, name })),
    row: row && (await registerRow(source, row.id)),
    frozen_id: frozen?.id ?? null,
  };
}

/** What disagrees with the rules, and the number its series gives on the chosen day. Throws as `prepareIssue`. */
export async function checkIssue(
  session: Session,
  source: RegisterSource,
  question: IssueQuestion & { options: IssueOptions; relation?: Relation | undefined },
): Promise<{ warnings: string[]; proposal: NumberProposal }> {
  if (isTable(question)) return aboutTable(session, source, question);
  const layout = question.relation === undefined ? [] : await laterLayout(source, question.code);
  const finished = await finishDocument(documentSource(session), question);
  const { warnings, proposal } = await documentWarnings(source.db, source.catalogue, {
    ...{ ...question, finished, today: today() },
  });
  return { warnings: [...finished.warnings, ...warnings, ...layout], proposal };
}

/** A template without a place for what is different from the earlier one prints no later document. */
async function laterLayout({ db }: RegisterSource, code: string): Promise<string[]> {
  const own = await templateContent(db, code);
  if (own === null || namesRelation(own.content)) return [];
  return [
    'Mẫu Word của cơ quan không có thẻ {Liên quan}: bản thay thế, bổ sung in theo bố cục của chương trình. Thêm thẻ này vào mẫu để dùng mẫu.',
  ];
}

async function aboutDocument(session: Session, { db, catalogue }: RegisterSource, question: IssueQuestion) {
  const finished = await finishDocument(documentSource(session), question);
  const { official, options, figures, draft, day } = finished;
  const facts: DocumentFacts = { ...factsOf(finished, question.about), day };
  const { proposal, bodyCode } = await documentWarnings(db, catalogue, { ...question, finished, today: today() });
  return {
    ...{ form: 'document' as const, facts, options, proposal, bodyCode, kind: finished.kind.kind.name },
    has_figures: figures.length > 0,
    unnumbered: official.header.numberAndSymbol === null,
    issuerName: official.header.issuer.join(' '),
    recipients: official.signature.kind === 'authority' ? [...official.signature.recipients] : [],
    usual: draft.signer ?? null,
  };
}

/** A table goes up under a number of its own; it has no words to hold against the rules of documents. */
async function aboutTable(
  session: Session,
  { db, signing, catalogue }: RegisterSource,
  { code, about, basis, options: chosen }: IssueQuestion & { options?: IssueOptions },
) {
  const { period = '', unit } = about;
  const head = await headOf({ db, forms: session.reportForms }, { code, period, unit, basis });
  const found = tableFacts(head, about);
  const options = chosen ?? (await readIssueOptions(db, code, found.about));
  const date = options.date !== null && isIsoDate(options.date) ? options.date : null;
  const facts: DocumentFacts = { ...found, day: date ?? today() };
  const lines = await readIssuerLines(db, { ...facts, signing });
  const { bodyCode } = lines;
  const draft = await lastRow(db, facts);
  const held = draft !== null && draft.state !== 'signed' && draft.state !== 'sent' ? draft.id : null;
  const { proposal, others, termHint } = await readProposal(
    db,
    { ...facts, bodyCode },
    { day: facts.day, without: held },
  );
  const { level: officeLevel } = await db.selectFrom('office').select('level').executeTakeFirstOrThrow();
  const warnings = warningsOf(
    {
      ...{ kind: { code: facts.kindCode, name: 'Báo cáo' }, issuer: facts.issuer, superior: lines.superior },
      ...{ issuerName: lines.issuer, bodyCode, officeLevel, number: options.number, date, today: today() },
      ...{ signer: options.signer, texts: [], termHint, others },
    },
    catalogue,
  );
  return {
    ...{ form: 'table' as const, facts, options, proposal, bodyCode, kind: null, has_figures: true, unnumbered: false },
    ...{ warnings: [...runningOn(head.scope), ...warnings], issuerName: lines.issuer, recipients: [], usual: null },
  };
}

/** A form of a period that is not over yet is not what it will be. */
function runningOn({ period, asOf }: { period: { dateTo: IsoDate; label: string }; asOf: IsoDate }): string[] {
  return asOf < period.dateTo ? [`${period.label} chưa kết thúc: số liệu mới đến hôm nay.`] : [];
}

/** The usual signer before the others who may. */
function firstOf(usual: Signer, signers: readonly Signer[]): Signer[] {
  return [usual, ...signers.filter(({ name, title }) => name !== usual.name || title !== usual.title)];
}
