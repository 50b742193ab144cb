import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { DocumentSource } from './document.ts';

/** What every document of a run asks: the tree with its past, and the dated rules. */
export interface OfficeBooks {
  places: OrganisationHistory;
  rules: Rules;
}

export async function officeBooks({ db }: DocumentSource): Promise<OfficeBooks> {
  const [places, rules] = await Promise.all([readOrganisationHistory(db), readRules(db)]);
  return { places, rules };
}
