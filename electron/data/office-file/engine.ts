import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { Part } from './scope/limit.ts';
import type { Steps } from './steps.ts';

/** What a change has in hand while its transaction runs. */
export interface Hands {
  db: Kysely<Tables>;
  /** Does work on the log in the same transaction: in one go, or with a `pause` between two statements now and then. */
  perform<T>(steps: Steps<T>, pause?: () => Promise<unknown>): Promise<T>;
  /**
   * Runs `work`, which inserts so many rows into each of the tables. Where they are most of a table its indices are set
   * aside meanwhile and made anew of all rows at once, inside the same transaction.
   */
  inBulk<T>(inserts: ReadonlyMap<string, number>, work: () => Promise<T>): Promise<T>;
}

/** Holds a person to a part of the office (`scope/limit.ts`). */
export interface OfficeLimit {
  readonly part: Part | null;
  holds(organisation: string): boolean;
  set(part: Part | null): void;
  begin(): void;
  refuseOutside(transaction: number): void;
}

/** Where the rows of an office are kept: the one thing that knows whether that is a file or a server (decision 0006). */
export interface OfficeEngine {
  /** For reading. */
  readonly db: Kysely<Tables>;
  readonly isOpen: boolean;
  readonly limit: OfficeLimit;
  /** All of `work` is kept when this returns, or none of it; no other change of the office runs meanwhile. */
  transaction<T>(work: (hands: Hands) => Promise<T>): Promise<T>;
  /** Checks references at the end of the running transaction instead of after each statement. */
  deferReferences(hands: Hands): Promise<unknown>;
  /** What the database or the system says when it refuses, in words a clerk can act on. */
  describe(error: unknown, path: string): unknown;
  /** A change that is being made is given up. */
  close(): void;
}
