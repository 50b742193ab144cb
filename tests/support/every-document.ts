import type { DocumentAbout, IssueOptions } from '../../electron/contract/documents.ts';
import { unissued } from '../../electron/contract/documents.ts';
import { writeDocx } from '../../electron/data/documents/docx-writer.ts';
import type { OfficialDocument } from '../../electron/data/documents/model.ts';
import { type FormatProfile, profileForDate } from '../../electron/data/documents/profile.ts';
import { SochiboError } from '../../electron/data/errors.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import type { Document, DocumentSource } from '../../electron/data/reporting/document.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { documents } from '../../electron/data/reporting/reports/documents.ts';
import { finishDocument } from '../../electron/data/reporting/run-document.ts';
import type { Expectation } from './docx-format-checker/findings.ts';
import { resourcesDir } from './office.ts';
import { day, profiles } from './sample-documents.ts';

/** A document of a sample office as it is issued, and what its file must be. */
export interface MadeDocument {
  code: string;
  name: string;
  official: OfficialDocument;
  profile: FormatProfile;
  expected: Expectation;
}

/** Every way in which a document may be called for in the year of the samples. */
const periods = ['2024-07', '2024-01', '2024-Q3', '2024-H1', '2024-9M', '2024', '2024-12'];

export function sourceOf(office: Office): DocumentSource {
  const presets = loadOfficePresets(resourcesDir);
  return { db: office.db, forms: loadReportForms(resourcesDir), presets, madeOn: day('2025-01-15') };
}

/** Up to `most` documents of each kind that the periods of 2024 call for: the first, the last and some between. */
export async function documentsOf(source: DocumentSource, most: number): Promise<Map<string, MadeDocument[]>> {
  const made = new Map<string, MadeDocument[]>();
  for (const kind of documents) {
    const found = spread(await called(source, kind), most);
    const ones: MadeDocument[] = [];
    for (const [index, about] of found.entries()) {
      ones.push(await madeDocument(source, kind, about));
      if (index === 0) ones.push(await madeDocument(source, kind, about, issuedInEveryWay));
    }
    made.set(kind.code, ones);
  }
  return made;
}

/** Number, date and marks, both sides printed, under the later rules in the old spelling. */
const issuedInEveryWay: IssueOptions = {
  ...unissued,
  number: 7,
  date: '2024-08-05',
  secrecy: 'Mật',
  urgency: 'Khẩn',
  marks: ['Tài liệu hội nghị'],
  spelling: 'old',
  duplex: true,
  format: 'HD05',
};

async function called(source: DocumentSource, kind: Document): Promise<DocumentAbout[]> {
  const found = new Map<string, DocumentAbout>();
  for (const key of periods) {
    for (const { about } of await listed(source, kind, key)) found.set(JSON.stringify(about), about);
  }
  return [...found.values()];
}

async function listed(source: DocumentSource, kind: Document, key: string) {
  try {
    return await kind.list(source, parsePeriod(key), null);
  } catch (error) {
    // A kind made for months says so when it is asked for a year.
    if (error instanceof SochiboError && error.code === 'wrong_arguments') return [];
    throw error;
  }
}

function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, (list.length - 1) / Math.max(1, most - 1));
  const places = new Set(
    Array.from({ length: most }, (_one, index) => Math.min(list.length - 1, Math.round(index * step))),
  );
  return list.filter((_one, index) => places.has(index));
}

/** Made as the program makes it; `options` in place of those chosen for it. */
export async function madeDocument(
  source: DocumentSource,
  kind: Document,
  about: DocumentAbout,
  chosen?: IssueOptions,
): Promise<MadeDocument> {
  const finished = await finishDocument(source, { code: kind.code, about, options: chosen });
  const { official, options } = finished;
  const usual = profiles.find(({ code }) => code === options.format) ?? profileForDate(profiles, finished.day);
  const profile = options.spelling === null ? usual : { ...usual, spelling: options.spelling };
  const expected: Expectation = {
    rules: profile.code === 'HD05' ? 'HD05' : 'HD36',
    form: official.title.form,
    number: official.header.numberAndSymbol !== null,
    date: official.header.placeAndDate !== null,
    signature: official.signature.kind,
    confirmation: official.signature.kind === 'pair' && official.signature.confirmation !== undefined,
    annexes: official.annexes.length,
    duplex: options.duplex,
  };
  return { code: kind.code, name: finished.draft.name, official, profile, expected };
}

export function fileOf({ official, profile }: MadeDocument): Promise<Buffer> {
  return writeDocx(official, profile);
}
