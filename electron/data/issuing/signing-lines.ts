import type { Kysely } from 'kysely';
import type { Signing } from '../../contract/settings.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { inForce } from '../schema/in-force.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** Who signs, as the lines under a text name him (document format, 5.2, 5.3). */
export interface Signer {
  /** `T/M BAN THƯỜNG VỤ`; empty where the title stands alone. */
  authority: string;
  title: string;
  name: string;
}

export interface SignerQuestion {
  issuer: DocumentIssuer;
  organisationId: string | null;
  day: IsoDate;
  signing: Signing;
  /** Of the body that issues, as `readIssuerLines` gives it. */
  bodyCode: string;
}

/** Who signs when nobody was chosen: the first who may; with an empty title where the office has entered nobody. */
export async function usualSigner(db: Kysely<Tables>, question: SignerQuestion): Promise<Signer> {
  const [first] = await readSigners(db, question);
  return first ?? { authority: '', title: '', name: '' };
}

/**
 * Who may sign on a day: secretary and deputies of a cell, T/M CHI BỘ and never T/M CHI ỦY; of the office's bodies those the
 * office has entered. Heads of advisory bodies sign directly and their deputies K/T, so a signer without a body belongs
 * by his authority (5.2); none of them signs for a congress.
 */
export async function readSigners(db: Kysely<Tables>, question: SignerQuestion): Promise<Signer[]> {
  const { issuer, organisationId, day, signing, bodyCode } = question;
  if (issuer === 'cell') return cellSigners(db, organisationId, day);
  const alone = issuer === 'advisory_body';
  const withoutBody = alone ? bodyCode === signing.advisory_code : issuer === 'committee';
  return signing.signers
    .filter((signer) => isInForce(signer, day))
    .filter(({ signs_for, authority }) =>
      signs_for === null ? withoutBody && belongsToAdvisoryBody(authority) === alone : signs_for === bodyCode,
    )
    .map(({ authority, title, name }) => ({ authority, title, name }));
}

/** Authority and position as they stand under a text; who signs with one line has no second. */
export function signingLines({ authority, title, name }: Signer): {
  authority: string;
  position: string | null;
  name: string | null;
} {
  return authority === ''
    ? { authority: title, position: null, name: name || null }
    : { authority, position: title || null, name: name || null };
}

/** A head who signs alone, or a deputy in his place: for an advisory body, never for one that decides together (5.2). */
export function belongsToAdvisoryBody(authority: string): boolean {
  return authority === '' || /^K\/T\s/iu.test(authority);
}

async function cellSigners(db: Kysely<Tables>, cellId: string | null, day: IsoDate): Promise<Signer[]> {
  const posts =
    cellId === null
      ? []
      : await db
          .selectFrom('cell_committee_member as post')
          .innerJoin('member', 'member.id', 'post.member_id')
          .select(['member.full_name', 'post.position'])
          .where('post.organisation_id', '=', cellId)
          .where(inForce('post', day))
          .execute();
  const named = (position: string, title: string) =>
    posts
      .filter((post) => post.position === position)
      .map(({ full_name }) => ({ authority: 'T/M CHI BỘ', title, name: full_name }));
  const secretaries = named('secretary', 'BÍ THƯ');
  const blank = { authority: 'T/M CHI BỘ', title: 'BÍ THƯ', name: '' };
  return [...(secretaries.length > 0 ? secretaries : [blank]), ...named('deputy_secretary', 'PHÓ BÍ THƯ')];
}
