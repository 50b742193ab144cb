import type { IssueOptions } from '../../contract/documents.ts';
import type { Relation } from '../../contract/frozen.ts';
import type { RegisterForm, RegisterRow } from '../../contract/register.ts';
import { SochiboError } from '../errors.ts';
import { loadOfficePresets } from '../office-file/presets.ts';
import { os } from '../procedures.ts';
import { documentSource } from '../reporting/document-procedures.ts';
import { issue } from '../reporting/frozen/issue.ts';
import { documentOf, finishDocument } from '../reporting/run-document.ts';
import { isTable, tableKind } from '../reporting/table-facts.ts';
import type { Session } from '../session.ts';
import { readSigning } from '../settings/read-settings.ts';
import { today } from '../today.ts';
import { isIsoDate } from '../vietnamese/dates.ts';
import { readBodies } from './bodies.ts';
import { readKinds, saveKinds } from './document-kinds.ts';
import { removeDocument, requireDocument, setState } from './document-states.ts';
import { factsOf } from './finished-facts.ts';
import { formWarnings } from './form-warnings.ts';
import { isComplete, issueDocument } from './issue-document.ts';
import { isToBeIssued, requestOf } from './issue-of-row.ts';
import { listRegister, type RegisterSource, registerChecks, registerRow } from './list-register.ts';
import { checkIssue, type IssueQuestion, prepareIssue } from './prepare-issue.ts';
import { readProposal } from './propose.ts';
import { saveDocument } from './save-document.ts';
import { formatSymbol } from './symbol.ts';

const stateActions = {
  draft: 'Đưa văn bản về dự thảo',
  presented: 'Trình ký văn bản',
  signed: 'Ghi văn bản đã ký',
  sent: 'Ghi văn bản đã gửi',
  returned: 'Ghi văn bản bị trả lại',
} as const;

export const registerProcedures = os.register.router({
  list: os.register.list.handler(async ({ context: { session }, input }) =>
    listRegister(await sourceOf(session), input),
  ),
  checks: os.register.checks.handler(async ({ context: { session } }) => registerChecks(await sourceOf(session))),
  choices: os.register.choices.handler(async ({ context: { session }, input }) => {
    const { db, signing, catalogue } = await sourceOf(session);
    const bodies = await readBodies(db, signing, dayOr(input.on));
    const terms = await db.selectFrom('term').select(['id', 'name']).orderBy('valid_from', 'desc').execute();
    return {
      kinds: catalogue.kinds,
      signing_lines: catalogue.signing_lines,
      bodies: bodies.map(({ issuer, name, bodyCode }) => ({ issuer, name, body_code: bodyCode })),
      terms,
    };
  }),
  next: os.register.next.handler(async ({ context: { session }, input }) => {
    const holder = holderOf(input);
    const { proposal } = await readProposal(session.office.db, holder, { day: dayOr(input.date), without: null });
    return proposal;
  }),
  prepare: os.register.prepare.handler(async ({ context: { session }, input }) =>
    prepareIssue(session, await sourceOf(session), input),
  ),
  check: os.register.check.handler(async ({ context: { session }, input }) =>
    checkIssue(session, await sourceOf(session), input),
  ),
  issue: os.register.issue.handler(async ({ context: { session }, input: { state, ...input } }) => {
    const complete = state !== 'draft' && isComplete({ ...input.options, kind_code: kindCodeOf(input) });
    const id = await (complete ? issue(session, input) : keepDraft(session, input));
    return requireRow(await sourceOf(session), id);
  }),
  save: os.register.save.handler(async ({ context: { session }, input: { id, form } }) => ({
    id: await session.office.write(
      id === null ? 'Ghi văn bản ngoài chương trình vào sổ' : 'Sửa văn bản trong sổ',
      form.subject,
      (db) => saveDocument(db, id, { form, today: today() }),
    ),
  })),
  checkForm: os.register.checkForm.handler(async ({ context: { session }, input }) => {
    const { db, catalogue, signing } = await sourceOf(session);
    return formWarnings(db, { ...input, catalogue, signing, today: today() });
  }),
  setState: os.register.setState.handler(async ({ context: { session }, input: { id, state, on, receiver } }) => {
    const row = await requireDocument(session.office.db, id);
    if (state === 'signed' && (await isToBeIssued(session.office.db, row))) {
      await issue(session, await requestOf(session.office.db, row, receiver));
      return { id };
    }
    const { number, kind_code, body_code, subject } = row;
    const symbol = number === null ? subject : formatSymbol({ number, kindCode: kind_code, bodyCode: body_code });
    await session.office.write(stateActions[state], symbol, (db) =>
      setState(db, id, { state, on: on ?? today(), receiver: receiver ?? null }),
    );
    return { id };
  }),
  remove: os.register.remove.handler(async ({ context: { session }, input: { id } }) => {
    const { subject } = await requireDocument(session.office.db, id);
    await session.office.write('Xóa dự thảo khỏi sổ văn bản', subject, (db) => removeDocument(db, id));
    return { id };
  }),
  saveKinds: os.register.saveKinds.handler(async ({ context: { session }, input: { kinds } }) => {
    await session.office.write('Sửa thể loại văn bản', '', (db) => saveKinds(db, kinds));
    return null;
  }),
});

async function sourceOf(session: Session): Promise<RegisterSource> {
  const { db } = session.office;
  const { resourcesDir } = session.options;
  const [signing, catalogue] = await Promise.all([
    readSigning(db, loadOfficePresets(resourcesDir)),
    readKinds(db, resourcesDir),
  ]);
  return { db, signing, catalogue, today: today() };
}

interface DraftRequest extends IssueQuestion {
  options: IssueOptions;
  relation?: Relation | undefined;
  receiver?: string | undefined;
}

function kindCodeOf(question: IssueQuestion): string {
  return isTable(question) ? tableKind : documentOf(question.code).kind.code;
}

/** A document in the register that is not issued yet. Throws `wrong_arguments` for a table, which is none. */
async function keepDraft(session: Session, request: DraftRequest): Promise<string> {
  if (isTable(request)) {
    throw new SochiboError('wrong_arguments', 'Biểu số liệu không có dự thảo trong sổ. Ghi số và ngày để ban hành.');
  }
  const finished = await finishDocument(documentSource(session), request);
  const presets = loadOfficePresets(session.options.resourcesDir);
  return session.office.write('Ghi dự thảo vào sổ', finished.draft.name, (db) =>
    issueDocument(db, presets, factsOf(finished, request.about), { ...request, state: 'draft' }),
  );
}

async function requireRow(source: RegisterSource, id: string): Promise<RegisterRow> {
  const row = await registerRow(source, id);
  if (row) return row;
  throw new SochiboError('not_found', 'Không có văn bản này trong sổ. Mở lại Sổ văn bản.');
}

function holderOf(form: Pick<RegisterForm, 'kind_code' | 'issuer' | 'organisation_id' | 'body_code'>) {
  return {
    kindCode: form.kind_code,
    issuer: form.issuer,
    organisationId: form.organisation_id,
    bodyCode: form.body_code,
  };
}

function dayOr(day: string | null | undefined) {
  return typeof day === 'string' && isIsoDate(day) ? day : today();
}
