import type { MeetingForm, Preview } from '../../contract/meetings.ts';
import type { MadeFile } from '../../contract/values.ts';
import { writeHtml } from '../documents/html-writer.ts';
import type { Session } from '../session.ts';
import { templateContent } from '../templates/office-templates.ts';
import { documentFile } from './document-file.ts';
import { documentSource, formatOf } from './document-procedures.ts';
import { minutes, minutesOfForm } from './reports/bc-11-minutes.ts';
import { finishDocument, finishDraft } from './run-document.ts';

/** The minutes as they will print; of `form`, where the clerk has typed what is not saved yet. Throws `not_found`. */
export async function minutesPreview(session: Session, id: string, form: MeetingForm | null): Promise<Preview> {
  const source = documentSource(session);
  const about = { id };
  const made = await minutesOfForm(source, about, form);
  const finished = await finishDraft(source, { kind: minutes, about }, made);
  return { ...writeHtml(finished.official, formatOf(session, finished)), title: finished.draft.name };
}

/** Writes the saved minutes as a Word document or a web page. Throws `not_found`. */
export async function minutesFile(session: Session, id: string, format: 'docx' | 'html'): Promise<MadeFile> {
  const finished = await finishDocument(documentSource(session), { code: minutes.code, about: { id } });
  const own = await templateContent(session.office.db, minutes.code);
  const how = { profile: formatOf(session, finished), format, template: own?.content ?? null };
  return documentFile(session.files, finished, how);
}
