import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { isMonth, lastDayOfMonth } from '../vietnamese/dates.ts';
import { type CellName, cellNamesOn } from './cell-names.ts';

/** Names as they were at the end of each month asked for, read once a month (a report of 2024 shows 2024's names). */
export class NamesByPeriod {
  readonly #db: Kysely<Tables>;
  readonly #months = new Map<string, Promise<Map<string, CellName>>>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The organisation's name and grassroots organisation at the end of `period`. */
  async of(organisationId: string, period: string): Promise<CellName> {
    let names = this.#months.get(period);
    if (!names) {
      if (!isMonth(period)) throw new TypeError(`not a month: ${period}`);
      names = cellNamesOn(this.#db, lastDayOfMonth(period));
      this.#months.set(period, names);
    }
    return (await names).get(organisationId) ?? { name: '', grassroots: '', grassroots_id: organisationId, order: 0 };
  }
}
