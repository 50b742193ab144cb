import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** Who a document is from, as its header says it. */
export interface IssuerLines {
  superior: string | null;
  issuer: string;
  bodyCode: string;
  /** Where it is signed. */
  place: string;
}

/**
 * Header lines by issuer (document format, 5.1): above a committee or a cell stands the superior party organisation, above
 * an advisory body its own committee. Names are those of `day`. Throws `wrong_arguments` for a cell that is not named.
 */
export async function readIssuerLines(
  db: Kysely<Tables>,
  {
    issuer,
    organisationId,
    day,
    advisoryCode,
  }: { issuer: DocumentIssuer; organisationId: string | null; day: IsoDate; advisoryCode: string },
): Promise<IssuerLines> {
  const office = await db
    .selectFrom('office')
    .select(['name', 'superior', 'place', 'issuer', 'advisory_body', 'body_code'])
    .executeTakeFirstOrThrow();
  const { place } = office;
  if (issuer === 'cell') {
    if (organisationId === null) throw new SochiboError('wrong_arguments', 'Văn bản của chi bộ phải ghi chi bộ nào.');
    const places = await readOrganisationHistory(db);
    const grassroots = places.grassrootsOf(organisationId, day);
    const above = grassroots === organisationId ? await rootOrganisationId(db) : grassroots;
    return {
      superior: partyOrganisationName(places.nameOn(above, day)),
      issuer: places.nameOn(organisationId, day),
      bodyCode: 'CB',
      place,
    };
  }
  if (issuer === 'advisory_body') {
    return { superior: office.name, issuer: office.advisory_body, bodyCode: advisoryCode, place };
  }
  return { superior: partyOrganisationName(office.superior), issuer: office.issuer, bodyCode: office.body_code, place };
}
