import type { Kysely } from 'kysely';
import { type OrganisationHistory, readOrganisationHistory } from '../../../organisations/organisation-history.ts';
import { type PetitionBook, readPetitionBook } from '../../../petitions/petition-book.ts';
import { type Rules, readRules } from '../../../rules/read-rules.ts';
import type { Tables } from '../../../schema/database.ts';
import type { ReportScope } from '../../report.ts';

export interface Bc04Data {
  scope: ReportScope;
  organisations: OrganisationHistory;
  rules: Rules;
  book: PetitionBook;
  /** Code list `petition_fields`, in its order. */
  fields: readonly { code: string; label: string }[];
}

/** Everything BC-04 is made of. */
export async function readBc04(db: Kysely<Tables>, scope: ReportScope): Promise<Bc04Data> {
  const [organisations, rules, book, fields] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    readPetitionBook(db),
    db
      .selectFrom('code_list')
      .select(['code', 'label'])
      .where('list', '=', 'petition_fields')
      .orderBy('position')
      .execute(),
  ]);
  return { scope, organisations, rules, book, fields };
}
