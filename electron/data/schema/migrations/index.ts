import type { Migration } from '../migration.ts';
import { initial } from './0001-initial.ts';
import { visitingLoop } from './0002-visiting-loop.ts';
import { issuedDocuments } from './0003-issued-documents.ts';
import { exchange } from './0004-exchange.ts';
import { people } from './0005-people.ts';
import { logHeads } from './0006-log-heads.ts';

/** Every migration there ever was, in order, forward only. */
export const migrations: readonly Migration[] = [initial, visitingLoop, issuedDocuments, exchange, people, logHeads];
