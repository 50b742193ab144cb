import type { Kysely } from 'kysely';
import type { NumberProposal } from '../../contract/register.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { proposeNumber } from './series.ts';
import {
  noTermHint,
  readSeries,
  readTermBook,
  type SeriesDocument,
  type SeriesHolder,
  termFor,
} from './series-book.ts';
import { formatSymbol } from './symbol.ts';

/** The next number of a series by the term of a day, with the series itself; `without`: the document that asks. */
export async function readProposal(
  db: Kysely<Tables>,
  holder: SeriesHolder,
  { day, without }: { day: IsoDate; without: string | null },
): Promise<{ proposal: NumberProposal; others: SeriesDocument[]; termId: string | null; termHint: string | null }> {
  const book = await readTermBook(db);
  const { term, hint } = termFor(book, holder, day);
  const others = await readSeries(db, book, { holder, day, without });
  const last = others.reduce<SeriesDocument | null>(
    (highest, one) => ((one.number ?? 0) > (highest?.number ?? 0) ? one : highest),
    null,
  );
  return {
    proposal: {
      number: proposeNumber(others),
      term: term?.name ?? null,
      last:
        last === null || last.number === null
          ? null
          : {
              symbol: formatSymbol({ number: last.number, kindCode: last.kindCode, bodyCode: holder.bodyCode }),
              date: last.date,
            },
      hint: term === null ? (hint ?? noTermHint) : null,
    },
    others,
    termId: term?.id ?? null,
    termHint: hint,
  };
}
