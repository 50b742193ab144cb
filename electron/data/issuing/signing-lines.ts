import type { Kysely } from 'kysely';
import type { Signing } from '../../contract/settings.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

export type Signer = Signing['signers'][number];

/** Who signs when nobody was chosen (document format, 5.3): the secretary for a cell, the first signer who may for the rest. */
export async function usualSigner(
  db: Kysely<Tables>,
  {
    issuer,
    organisationId,
    day,
    signing,
  }: { issuer: DocumentIssuer; organisationId: string | null; day: IsoDate; signing: Signing },
): Promise<Signer> {
  if (issuer === 'cell') {
    return { authority: 'T/M CHI BỘ', title: 'BÍ THƯ', name: (await secretaryOn(db, organisationId, day)) ?? '' };
  }
  // The head of an advisory body signs directly, for no one else (document format, 5.2).
  const alone = issuer === 'advisory_body';
  const signer = signing.signers.find(({ authority }) => (authority === '') === alone);
  return signer ?? { authority: '', title: '', name: '' };
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

async function secretaryOn(db: Kysely<Tables>, cellId: string | null, day: IsoDate): Promise<string | null> {
  if (cellId === null) return null;
  const post = await db
    .selectFrom('cell_committee_member as post')
    .innerJoin('member', 'member.id', 'post.member_id')
    .select('member.full_name')
    .where('post.organisation_id', '=', cellId)
    .where('post.position', '=', 'secretary')
    .where(inForce('post', day))
    .executeTakeFirst();
  return post?.full_name ?? null;
}
