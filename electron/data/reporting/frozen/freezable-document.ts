import { type IssueOptions, unissued } from '../../../contract/documents.ts';
import { safeFileName } from '../../documents/file-output.ts';
import { type FormatProfile, profileForDate } from '../../documents/profile.ts';
import { factsOf } from '../../issuing/finished-facts.ts';
import type { DocumentFacts } from '../../issuing/issue-document.ts';
import { readIssueOptions } from '../../issuing/issue-options.ts';
import { markOf } from '../../office-file/log-heads.ts';
import type { Session } from '../../session.ts';
import { templateContent } from '../../templates/office-templates.ts';
import { namesRelation } from '../../templates/relation-tags.ts';
import { aboutKey } from '../document.ts';
import { writeDocument } from '../document-file.ts';
import { documentSource, formatOf } from '../document-procedures.ts';
import { parsePeriod } from '../period.ts';
import { finishDocument } from '../run-document.ts';
import {
  type Adjustment,
  adjustmentAnnex,
  adjustmentFields,
  adjustmentNote,
  adjustmentParagraph,
} from './adjustments.ts';
import type { FrozenContent, FrozenText } from './content.ts';
import type { Circumstances, Freezable, FrozenFile, FrozenQuestion } from './freezable.ts';
import { settleFile } from './settle-file.ts';
import { snapshotDocument } from './snapshot.ts';

/** A document with the figures of its text. Throws as `finishDocument`. */
export async function freezableDocument(
  session: Session,
  { code, about }: FrozenQuestion,
  circumstances: Circumstances,
): Promise<Freezable> {
  const { madeOn, issue, later } = circumstances;
  const source = { ...documentSource(session), madeOn };
  const saved = await readIssueOptions(source.db, code, aboutKey(about));
  const known = later ? unissued : saved;
  const options = circumstances.options ?? {
    ...saved,
    number: issue.number ?? known.number,
    date: issue.date ?? known.date,
    signer: issue.signer ?? saved.signer,
  };
  const finished = await finishDocument(source, { code, about, options });
  const period = about.period === undefined ? null : parsePeriod(about.period);
  const format = formatOf(session, finished);
  const template = (await templateContent(source.db, code))?.content ?? null;
  const content = await snapshotDocument(source.db, finished, { ...circumstances, period, format, template });
  return asFreezable(session, content, { facts: factsOf(finished, about), options });
}

function asFreezable(
  session: Session,
  content: FrozenContent,
  { facts, options }: { facts: DocumentFacts; options: IssueOptions },
): Freezable {
  return {
    content,
    asOf: content.madeOn,
    facts,
    options,
    adjusted(adjustment) {
      const { document } = content;
      const changed = document && adjustedText(document, adjustment);
      return asFreezable(session, { ...content, document: changed }, { facts, options });
    },
    write: (logHead) => writeFrozenDocument(session, { ...content, logHead }),
  };
}

/** The document with what it says of the earlier one: in the built-in layout, or where a template of the office has a tag for it. */
function adjustedText(document: FrozenText, adjustment: Adjustment): FrozenText {
  const annex = adjustmentAnnex(adjustment);
  const { body, annexes } = document.official;
  const note = adjustmentParagraph(adjustment);
  // What is decided in articles says at its end what it stands for; before its grounds nothing may stand.
  const inArticles = body.some(({ kind }) => kind === 'article' || kind === 'grounds');
  return {
    ...document,
    template:
      document.template !== null && namesRelation(Buffer.from(document.template, 'base64')) ? document.template : null,
    fields: { ...document.fields, ...adjustmentFields(adjustment) },
    adjustment: { note: adjustmentNote(adjustment), annex: annex?.title ?? null },
    official: {
      ...document.official,
      body: inArticles ? [...body, note] : [note, ...body],
      annexes: [...annexes, ...(annex === null ? [] : [annex])],
    },
  };
}

/** The Word file of a frozen document, from its words and figures of then. */
export async function writeFrozenDocument(
  session: Session,
  { document, madeOn, logHead = null }: FrozenContent,
): Promise<FrozenFile> {
  if (document === null) throw new TypeError('a return form is no document');
  const { name, official, fields, template } = document;
  const path = session.files.reserve(safeFileName(`${name}.docx`));
  await writeDocument(
    path,
    { official, fields, draft: { name } },
    {
      profile: frozenFormat(session, document, madeOn),
      format: 'docx',
      template: template === null ? null : Buffer.from(template, 'base64'),
      mark: logHead && markOf(logHead),
    },
  );
  const hash = await settleFile(path);
  return { file: session.files.register(path), sha256: hash };
}

/** The format it was printed in. */
export function frozenFormat(
  { formatProfiles }: Session,
  { format, spelling }: NonNullable<FrozenContent['document']>,
  madeOn: FrozenContent['madeOn'],
): FormatProfile {
  const profile = formatProfiles.find(({ code }) => code === format) ?? profileForDate(formatProfiles, madeOn);
  return { ...profile, spelling };
}
