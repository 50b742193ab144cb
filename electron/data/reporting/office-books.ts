import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { DocumentSource } from './document.ts';

/** What every document of a run asks: the tree with its past, and the dated rules. */
export interface OfficeBooks {
  places: OrganisationHistory;
  rules: Rules;
}

/** Kept as long as the source is: one source makes one document, or all those of a folder. */
const kept = new WeakMap<DocumentSource, Promise<OfficeBooks>>();

/** Reads them once for a source, so that the 236 minutes of a month do not each read the whole tree. */
export function officeBooks(source: DocumentSource): Promise<OfficeBooks> {
  const known = kept.get(source);
  if (known) return known;
  const books = Promise.all([readOrganisationHistory(source.db), readRules(source.db)]).then(([places, rules]) => ({
    places,
    rules,
  }));
  kept.set(source, books);
  return books;
}
