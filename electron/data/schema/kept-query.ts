import { type Compilable, type CompiledQuery, type Expression, type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';

/** Where the text of a name goes when the query is asked. */
export type Places<Name extends string> = (name: Name) => Expression<string>;

class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is the same each time but for the texts it is asked with, built and compiled once for each handle: for the few
 * that every call or every save asks. To build and compile the reading of one row costs Kysely several times what SQLite
 * takes to answer it. A place may stand where a value does; `build` can decide nothing by it.
 */
export function keptQuery<Name extends string, Row>(
  build: (db: Kysely<Tables>, place: Places<Name>) => Compilable<Row>,
): (db: Kysely<Tables>, texts: Record<Name, string>) => Promise<Row[]> {
  const kept = new WeakMap<Kysely<Tables>, CompiledQuery<Row>>();
  return async (db, texts) => {
    const compiled = kept.get(db) ?? build(db, (name) => sql`${new Place(name)}`).compile();
    kept.set(db, compiled);
    const given: Readonly<Record<string, string>> = texts;
    const parameters = compiled.parameters.map((one) => (one instanceof Place ? given[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
