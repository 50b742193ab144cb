import type { Kysely } from 'kysely';
import type { IssuingBody, Signing } from '../../contract/settings.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { inForce } from '../schema/in-force.ts';
import { addDays, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { committeeCode, committeeName } from './committee-name.ts';

/** A body of the office as documents of a day name it. */
export interface Body {
  issuer: IssuingBody['issuer'];
  name: string;
  superior: string;
  bodyCode: string;
  place: string;
}

/**
 * The office's bodies of a day: the committee, the advisory body that keeps this book, then the others the office has
 * entered, and a congress (document format, 5.1). A day before the office was converted has the bodies of then.
 */
export async function readBodies(db: Kysely<Tables>, signing: Signing, day: IsoDate): Promise<[Body, ...Body[]]> {
  const office = await db
    .selectFrom('office')
    .select(['name', 'superior', 'place', 'issuer', 'advisory_body', 'body_code'])
    .executeTakeFirstOrThrow();
  const since = dayAfterLast(signing.bodies);
  const entered = signing.bodies.filter((body) => isInForce(body, day));
  const ofToday = since === null || since <= day;
  const former = ofToday ? null : (entered.find(({ issuer }) => issuer === 'committee') ?? null);
  const earlier = ofToday ? await earlierName(db, { name: office.name, day }) : null;
  const committee: Body = former
    ? bodyOf(former, { superior: partyOrganisationName(office.superior), place: office.place })
    : {
        issuer: 'committee',
        name: earlier ?? office.issuer,
        superior: partyOrganisationName(office.superior),
        bodyCode: (earlier && committeeCode(earlier)) ?? office.body_code,
        place: office.place,
      };
  const advisory: Body[] = ofToday
    ? [
        {
          issuer: 'advisory_body',
          name: office.advisory_body,
          superior: earlier ?? office.name,
          bodyCode: signing.advisory_code,
          place: committee.place,
        },
      ]
    : [];
  const others = entered
    .filter(({ issuer }) => issuer !== 'committee')
    .map((body) =>
      bodyOf(body, {
        superior: body.issuer === 'congress' ? partyOrganisationName(committee.name) : committee.name,
        place: committee.place,
      }),
    );
  const congress = others.some(({ issuer }) => issuer === 'congress') ? [] : [usualCongress(committee)];
  return [committee, ...advisory, ...others, ...congress];
}

function bodyOf(
  { issuer, name, superior, body_code, place }: IssuingBody,
  usual: { superior: string; place: string },
): Body {
  return { issuer, name, superior: superior ?? usual.superior, bodyCode: body_code, place: place ?? usual.place };
}

/** Until the office has named its congress. */
function usualCongress({ name, place }: Body): Body {
  return {
    issuer: 'congress',
    name: 'Đại hội đại biểu',
    superior: partyOrganisationName(name),
    bodyCode: 'ĐH',
    place,
  };
}

/** The first day of the office as its facts name it now; null: it has always been so. */
function dayAfterLast(bodies: readonly IssuingBody[]): IsoDate | null {
  const ends = bodies.flatMap(({ issuer, valid_to }) =>
    issuer === 'committee' && valid_to !== null ? [valid_to] : [],
  );
  const last = parseIsoDate(ends.sort().at(-1) ?? '');
  return last && addDays(last, 1);
}

/**
 * What the committee was called on a day when its organisation bore another name; null: as now. For offices that were
 * renamed, or converted by a program that did not keep their bodies.
 */
async function earlierName(db: Kysely<Tables>, { name, day }: { name: string; day: IsoDate }): Promise<string | null> {
  const then = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .select('version.name')
    .where('version.parent_id', 'is', null)
    .where(inForce('version', day))
    .where(inForce('organisation', day))
    .executeTakeFirst();
  if (!then || then.name === partyOrganisationName(name)) return null;
  return committeeName(then.name);
}
