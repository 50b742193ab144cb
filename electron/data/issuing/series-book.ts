import type { Kysely } from 'kysely';
import type { DocumentIssuer, OfficeLevel } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';
import { formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import type { Numbered } from './series.ts';
import { type Term, termOn, termsOf } from './terms.ts';

/** Whose numbers, and of what kind (document format, 4.1). */
export interface SeriesHolder {
  kindCode: string;
  issuer: DocumentIssuer;
  organisationId: string | null;
  bodyCode: string;
}

/** The terms of the office and its cells. */
export interface TermBook {
  terms: readonly Term[];
  officeLevel: OfficeLevel;
}

export type SeriesDocument = Numbered & { kindCode: string; subject: string };

export async function readTermBook(db: Kysely<Tables>): Promise<TermBook> {
  const [terms, { level: officeLevel }] = await Promise.all([
    db.selectFrom('term').select(['id', 'name', 'level', 'valid_from', 'valid_to']).execute(),
    db.selectFrom('office').select('level').executeTakeFirstOrThrow(),
  ]);
  return { terms, officeLevel };
}

/** The term of a day for whoever issues, and why there is none. */
export function termFor(
  { terms, officeLevel }: TermBook,
  holder: Pick<SeriesHolder, 'issuer' | 'organisationId'>,
  day: IsoDate,
): { term: Term | null; hint: string | null } {
  const own = termsOf(terms, holder, officeLevel);
  const term = termOn(own, day);
  if (term) return { term, hint: null };
  const hint =
    own.length === 0 ? null : `Ngày ${formatDate(day)} không thuộc nhiệm kỳ nào đã ghi (Thiết lập, phần Nhiệm kỳ).`;
  return { term, hint };
}

/** Said beside a proposed number while no term is recorded: numbers then never begin anew. */
export const noTermHint =
  'Chưa ghi nhiệm kỳ nên số chạy thành một dãy. Ghi nhiệm kỳ ở Thiết lập để số bắt đầu lại từ 01 sau mỗi đại hội.';

/**
 * What makes a series: its body, the kind, and the term. All documents of a congress share one. A document without a day
 * belongs to the term it was written in.
 */
export function seriesKey(
  row: Pick<IssuedDocumentRow, 'kind_code' | 'issuer' | 'organisation_id' | 'body_code' | 'date' | 'term_id'>,
  book: TermBook,
): string {
  const day = row.date === null ? null : parseIsoDate(row.date);
  const holder = { issuer: row.issuer, organisationId: row.organisation_id };
  const term = day === null ? row.term_id : (termFor(book, holder, day).term?.id ?? null);
  const kind = row.issuer === 'congress' ? '' : row.kind_code;
  return [row.issuer, row.organisation_id ?? '', row.body_code, kind, term ?? ''].join('/');
}

/** The other documents of the series a document of this day would stand in. */
export async function readSeries(
  db: Kysely<Tables>,
  book: TermBook,
  { holder, day, without }: { holder: SeriesHolder; day: IsoDate; without: string | null },
): Promise<SeriesDocument[]> {
  const key = seriesKey(
    {
      kind_code: holder.kindCode,
      issuer: holder.issuer,
      organisation_id: holder.organisationId,
      body_code: holder.bodyCode,
      date: day,
      term_id: null,
    },
    book,
  );
  const rows = await db.selectFrom('issued_document').selectAll().where('body_code', '=', holder.bodyCode).execute();
  return rows
    .filter((row) => row.id !== without && seriesKey(row, book) === key)
    .map(({ id, kind_code, number, date, subject }) => ({
      id,
      kindCode: kind_code,
      number,
      subject,
      date: date === null ? null : parseIsoDate(date),
    }));
}
