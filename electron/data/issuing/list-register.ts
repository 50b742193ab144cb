import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../contract/documents.ts';
import type { RegisterRow, SeriesCheck } from '../../contract/register.ts';
import type { Signing } from '../../contract/settings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { DocumentState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { readBodies } from './bodies.ts';
import { type KindCatalogue, kindName } from './document-kinds.ts';
import { nextStates } from './document-states.ts';
import { otherDocument } from './save-document.ts';
import { checkSeries } from './series.ts';
import { readTermBook, seriesKey, termFor } from './series-book.ts';
import { formatSymbol } from './symbol.ts';

export interface RegisterQuestion {
  kind_code?: string | undefined;
  term_id?: string | undefined;
  state?: DocumentState | undefined;
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
}

export interface RegisterSource {
  db: Kysely<Tables>;
  signing: Signing;
  catalogue: KindCatalogue;
  today: IsoDate;
}

/** The documents of the register that fit, the latest first: those without a day, then by day and number downwards. */
export async function listRegister(source: RegisterSource, question: RegisterQuestion = {}): Promise<RegisterRow[]> {
  const { kind_code, term_id, state, from, to, text } = question;
  const words = searchKey(text ?? '').split(' ');
  const rows = await registerRows(source);
  return rows
    .filter(
      (row) =>
        (kind_code === undefined || row.kind_code === kind_code) &&
        (term_id === undefined || row.term_id === term_id) &&
        (state === undefined || row.state === state) &&
        (from === undefined || row.date === null || row.date >= from) &&
        (to === undefined || row.date === null || row.date <= to) &&
        words.every((word) => searchText(row).includes(word)),
    )
    .sort(latestFirst);
}

/** One document of the register; null where there is none of this id. */
export async function registerRow(source: RegisterSource, id: string): Promise<RegisterRow | null> {
  return (await registerRows(source)).find((row) => row.id === id) ?? null;
}

/** What is wrong with each series of numbers that has something wrong. */
export async function registerChecks(source: RegisterSource): Promise<SeriesCheck[]> {
  const [book, stored, named] = await Promise.all([
    readTermBook(source.db),
    source.db.selectFrom('issued_document').selectAll().execute(),
    registerRows(source),
  ]);
  const names = new Map(named.map((row) => [row.id, row]));
  return [...Map.groupBy(stored, (row) => seriesKey(row, book)).values()].flatMap((rows) => {
    const found = checkSeries(rows.map(({ id, number, date }) => ({ id, number, date: dayOrNull(date) })));
    const one = names.get(rows[0]?.id ?? '');
    if (!found || !one) return [];
    const { outOfOrder, ...rest } = found;
    const quiet = found.gaps.length + found.duplicates.length + outOfOrder.length === 0;
    return quiet ? [] : [{ ...rest, out_of_order: outOfOrder, label: seriesLabel(one) }];
  });
}

function seriesLabel({ issuer, kind, kind_code, body_code, organisation_id, issuer_name, term }: RegisterRow): string {
  const what = issuer === 'congress' ? `Văn bản đại hội, ${body_code}` : `${kind}, ${kind_code}/${body_code}`;
  return [
    what,
    ...(organisation_id === null ? [] : [issuer_name]),
    ...(term === null ? [] : [`nhiệm kỳ ${term}`]),
  ].join(', ');
}

async function registerRows({ db, signing, catalogue, today }: RegisterSource): Promise<RegisterRow[]> {
  const [rows, frozen, book, places] = await Promise.all([
    db.selectFrom('issued_document').selectAll().execute(),
    db.selectFrom('frozen_report').select(['id', 'issued_document_id']).orderBy('id').execute(),
    readTermBook(db),
    readOrganisationHistory(db),
  ]);
  const days = new Set(rows.map(({ date }) => dayOrNull(date) ?? today));
  const bodies = new Map(
    await Promise.all([...days].map(async (day) => [day, await readBodies(db, signing, day)] as const)),
  );
  const frozenIds = new Map(frozen.map((one) => [one.issued_document_id, one.id]));
  const symbols = new Map(rows.map((row) => [row.id, symbolOf(row)]));
  const termNames = new Map(book.terms.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const day = dayOrNull(row.date);
    const holder = { issuer: row.issuer, organisationId: row.organisation_id };
    const termId = day === null ? row.term_id : (termFor(book, holder, day).term?.id ?? null);
    const named = (bodies.get(day ?? today) ?? []).filter(({ issuer }) => issuer === row.issuer);
    const body = named.find(({ bodyCode }) => bodyCode === row.body_code) ?? named[0];
    const { document_code: code, options, file_sha256, about, ...said } = row;
    return {
      ...said,
      code,
      about: code === otherDocument ? null : aboutOf(about),
      kind: kindName(catalogue.kinds, row.kind_code),
      issuer_name:
        row.organisation_id === null ? (body?.name ?? row.body_code) : places.nameOn(row.organisation_id, day ?? today),
      symbol: symbols.get(row.id) ?? null,
      term_id: termId,
      term: termId === null ? null : (termNames.get(termId) ?? null),
      related_to: relatedTo(row, symbols),
      frozen_id: frozenIds.get(row.id) ?? null,
      next_states: [...nextStates[row.state]],
    };
  });
}

function relatedTo(
  { relation, replaces_id }: IssuedDocumentRow,
  symbols: ReadonlyMap<string, string | null>,
): string | null {
  if (relation === null || replaces_id === null) return null;
  return `${relation === 'replaces' ? 'thay thế' : 'bổ sung'} ${symbols.get(replaces_id) ?? 'văn bản chưa có số'}`;
}

function symbolOf({ number, kind_code, body_code }: IssuedDocumentRow): string | null {
  return number === null ? null : formatSymbol({ number, kindCode: kind_code, bodyCode: body_code });
}

/** What `aboutKey` has put together. */
export function aboutOf(key: string): DocumentAbout {
  const [period = '', unit = '', id = ''] = key.split('/');
  return { ...(period ? { period } : {}), ...(unit ? { unit } : {}), ...(id ? { id } : {}) };
}

function searchText({ symbol, kind, subject, receiver, signer_name, issuer_name }: RegisterRow): string {
  return searchKey([symbol, kind, subject, receiver, signer_name, issuer_name].join(' '));
}

function latestFirst(a: RegisterRow, b: RegisterRow): number {
  const [one, other] = [a.date ?? '9999', b.date ?? '9999'];
  return other.localeCompare(one) || (b.number ?? 0) - (a.number ?? 0) || b.id.localeCompare(a.id);
}

function dayOrNull(date: string | null): IsoDate | null {
  return date === null ? null : parseIsoDate(date);
}
