import { writeHtml } from '../documents/html-writer.ts';
import { type FormatProfile, profileForDate } from '../documents/profile.ts';
import { SochiboError } from '../errors.ts';
import { saveEditedText } from '../issuing/edited-text.ts';
import { issueWarnings } from '../issuing/finished-facts.ts';
import { loadOfficePresets } from '../office-file/presets.ts';
import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import { templateContent } from '../templates/office-templates.ts';
import { today } from '../today.ts';
import { cleanText } from '../vietnamese/clean-text.ts';
import { aboutKey, type DocumentSource, type FigureRun } from './document.ts';
import { documentFile } from './document-file.ts';
import { explainWrittenFigure } from './explain.ts';
import { figureValue } from './figure.ts';
import { parsePeriod } from './period.ts';
import { documents } from './reports/documents.ts';
import { documentOf, type FinishedDocument, finishDocument } from './run-document.ts';

/** For one run: one document, a list of them, or all those of a folder. */
export function documentSource({ office, reportForms, options }: Session): DocumentSource {
  const presets = loadOfficePresets(options.resourcesDir);
  return { db: office.forOneRun(), forms: reportForms, presets, madeOn: today() };
}

/** The format of the document's day, or the one that was chosen for it, with its spelling. */
export function formatOf({ formatProfiles }: Session, { day, options }: FinishedDocument): FormatProfile {
  const chosen = formatProfiles.find(({ code }) => code === options.format) ?? profileForDate(formatProfiles, day);
  return options.spelling === null ? chosen : { ...chosen, spelling: options.spelling };
}

/** A figure that stands in the text twice is one figure. */
function figuresByKey({ figures }: FinishedDocument): FigureRun[] {
  return [...new Map(figures.map((figure) => [figure.key, figure])).values()];
}

export const documentProcedures = os.documents.router({
  catalogue: os.documents.catalogue.handler(() =>
    documents.map(({ code, title, kind, issuer, subject }) => ({ code, title, kind_code: kind.code, issuer, subject })),
  ),
  list: os.documents.list.handler(async ({ context: { session }, input }) => {
    const source = documentSource(session);
    const period = parsePeriod(input.period);
    const { record } = input;
    const kinds = (input.code === undefined ? documents : [documentOf(input.code)]).filter(
      ({ subject }) => record === undefined || subject === record.subject,
    );
    const found = await Promise.all(
      kinds.map(async ({ code, title, list }) =>
        (await list(source, period, input.unit ?? null)).map((one) => ({ code, title, ...one })),
      ),
    );
    return found.flat().filter(({ about }) => record === undefined || about.id === record.id);
  }),
  preview: os.documents.preview.handler(async ({ context: { session }, input }) => {
    const finished = await finishDocument(documentSource(session), input);
    return {
      ...writeHtml(finished.official, formatOf(session, finished)),
      title: finished.draft.name,
      options: finished.options,
      paragraphs: finished.paragraphs,
      gone: finished.gone,
      figures: figuresByKey(finished).map(({ key, label, figure }) => ({ key, label, value: figureValue(figure) })),
      warnings: [...finished.warnings, ...(await issueWarnings(session, finished, input.about))],
    };
  }),
  explain: os.documents.explain.handler(async ({ context: { session }, input }) => {
    const { figures } = await finishDocument(documentSource(session), input);
    const found = figures.find(({ key }) => key === input.figure);
    if (!found) throw new SochiboError('not_found', `Văn bản không có con số "${input.figure}". Mở lại văn bản.`);
    return explainWrittenFigure(session.office.db, found);
  }),
  saveText: os.documents.saveText.handler(async ({ context: { session }, input }) => {
    const { paragraphs, gone, draft } = await finishDocument(documentSource(session), input);
    const paragraph = paragraphs.find(({ key }) => key === input.paragraph);
    const isGone = gone.some(({ key }) => key === input.paragraph);
    // Words for a paragraph that is gone can only be thrown away.
    if (!paragraph && !(isGone && input.text === null)) {
      throw new SochiboError('not_found', 'Đoạn văn này không còn trong văn bản. Mở lại văn bản.');
    }
    const typed = input.text === null ? null : cleanText(input.text);
    const generated = paragraph?.generated ?? '';
    const text = typed === cleanText(generated) ? null : typed;
    await session.office.write('Sửa lời văn bản', draft.name, (db) =>
      saveEditedText(db, { code: input.code, about: aboutKey(input.about) }, { key: input.paragraph, generated, text }),
    );
    return null;
  }),
  file: os.documents.file.handler(async ({ context: { session }, input }) => {
    const finished = await finishDocument(documentSource(session), input);
    const own = await templateContent(session.office.db, input.code);
    const how = { profile: formatOf(session, finished), format: input.format, template: own?.content ?? null };
    return { file: await documentFile(session.files, finished, how) };
  }),
});
