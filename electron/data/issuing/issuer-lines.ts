import type { Kysely } from 'kysely';
import type { Signing } from '../../contract/settings.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { type Body, readBodies } from './bodies.ts';
import { committeeCode, committeeName, placeOfOrganisation } from './committee-name.ts';

/** Who a document is from, as its header says it. */
export interface IssuerLines {
  superior: string | null;
  issuer: string;
  bodyCode: string;
  /** Where it is signed. */
  place: string;
}

export interface IssuerQuestion {
  issuer: DocumentIssuer;
  /** The cell, or the committee below the office, that issues; null: the office. */
  organisationId: string | null;
  day: IsoDate;
  signing: Signing;
  /** Which of several advisory bodies; the one that keeps this book when missing. */
  bodyCode?: string | undefined;
}

/**
 * Header lines by issuer (document format, 5.1): above a committee or a cell stands the superior party organisation, above
 * an advisory body its own committee, above a congress its own party organisation. A standing committee prints its
 * committee. Names are those of `day`. Throws `wrong_arguments` for a cell that is not named.
 */
export async function readIssuerLines(db: Kysely<Tables>, question: IssuerQuestion): Promise<IssuerLines> {
  const { issuer, organisationId, day, signing, bodyCode } = question;
  const bodies = await readBodies(db, signing, day);
  if (organisationId !== null && issuer === 'committee') {
    return committeeLines(db, { organisationId, day, place: bodies[0].place });
  }
  if (organisationId !== null) return cellLines(db, { organisationId, day, issuer, place: bodies[0].place });
  if (issuer === 'cell') throw new SochiboError('wrong_arguments', 'Văn bản của chi bộ phải ghi chi bộ nào.');
  const fitting = bodies.filter((body) => body.issuer === issuer);
  const body: Body = fitting.find((one) => one.bodyCode === bodyCode) ?? fitting[0] ?? bodies[0];
  return { superior: body.superior, issuer: body.name, bodyCode: body.bodyCode, place: body.place };
}

/** A committee below the office, as a commune's on the official who follows it (BC-10); above it the office's organisation. */
async function committeeLines(
  db: Kysely<Tables>,
  { organisationId, day, place }: { organisationId: string; day: IsoDate; place: string },
): Promise<IssuerLines> {
  const places = await readOrganisationHistory(db);
  const organisation = places.nameOn(organisationId, day);
  const name = committeeName(organisation);
  return {
    superior: partyOrganisationName(places.nameOn(places.chainOn(organisationId, day).at(-1) ?? organisationId, day)),
    issuer: name,
    bodyCode: committeeCode(name) ?? 'ĐU',
    place: placeOfOrganisation(organisation) ?? place,
  };
}

/** A cell under a grassroots committee, or a grassroots cell under the office itself; its congress. */
async function cellLines(
  db: Kysely<Tables>,
  {
    organisationId,
    day,
    issuer,
    place,
  }: { organisationId: string; day: IsoDate; issuer: DocumentIssuer; place: string },
): Promise<IssuerLines> {
  const places = await readOrganisationHistory(db);
  const name = places.nameOn(organisationId, day);
  const grassroots = places.grassrootsOf(organisationId, day);
  const above = grassroots === organisationId ? places.chainOn(organisationId, day).at(-1) : grassroots;
  const superior = partyOrganisationName(places.nameOn(above ?? organisationId, day));
  const where = placeOfOrganisation(superior) ?? place;
  if (issuer === 'congress') {
    const isCell = ['cell', 'grassroots_cell'].includes(places.kindOf(organisationId) ?? '');
    const congress = isCell ? 'Đại hội chi bộ' : 'Đại hội đại biểu';
    return { superior: name, issuer: congress, bodyCode: 'ĐH', place: placeOfOrganisation(name) ?? where };
  }
  return { superior, issuer: name, bodyCode: 'CB', place: where };
}
