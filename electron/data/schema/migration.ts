import type { Database } from 'better-sqlite3';

/** One step of the schema. `version` is the `user_version` of a file after it; steps run in order inside one transaction. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(connection: Database): void;
}
