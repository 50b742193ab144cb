import { committeeName } from '../organisations/party-organisation-name.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { DocumentSource } from './document.ts';
import { officeBooks } from './office-books.ts';

/** The committee above a cell: that of its grassroots organisation, `Đảng ủy xã An Bình`, or the office's own. */
export async function superiorOf(source: DocumentSource, cellId: string, day: IsoDate): Promise<string> {
  const { places } = await officeBooks(source);
  const grassroots = places.grassrootsOf(cellId, day);
  if (grassroots !== cellId) return committeeName(places.nameOn(grassroots, day));
  return (await source.db.selectFrom('office').select('name').executeTakeFirstOrThrow()).name;
}
