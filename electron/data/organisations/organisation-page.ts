import type { Kysely } from 'kysely';
import type { OrganisationRecord } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { listOrganisations } from './list-organisations.ts';

export interface OrganisationPage {
  organisation: OrganisationRecord;
  names: { name: string; valid_from: string | null; valid_to: string | null }[];
  meeting_days: { day: number; valid_from: string | null; valid_to: string | null }[];
  events: { date: string; detail: string; document: string | null }[];
  committee: { member_id: string; full_name: string; position: string }[];
  officials: { official_id: string; full_name: string; title: string | null; role: string }[];
}

/** One organisation, what it was called and when it met, and who works in it on `asOf`. Throws `not_found`. */
export async function organisationPage(db: Kysely<Tables>, id: string, asOf: string): Promise<OrganisationPage> {
  const present = await listOrganisations(db, { asOf });
  const organisation =
    present.find((record) => record.id === id) ??
    (await listOrganisations(db, { asOf, all: true })).find((record) => record.id === id);
  if (!organisation) throw new SochiboError('not_found', 'Không có tổ chức này trong sổ.');
  const dated = ['valid_from', 'valid_to'] as const;
  const [names, days, events, committee, officials] = await Promise.all([
    db
      .selectFrom('organisation_version')
      .select(['name', ...dated])
      .where('organisation_id', '=', id)
      .orderBy('valid_from')
      .execute(),
    db
      .selectFrom('meeting_day')
      .select(['day', ...dated])
      .where('organisation_id', '=', id)
      .orderBy('valid_from')
      .execute(),
    db
      .selectFrom('organisation_event')
      .select(['date', 'detail', 'document'])
      .where((eb) => eb.or([eb('organisation_id', '=', id), eb('other_id', '=', id)]))
      .orderBy('date', 'desc')
      .execute(),
    db
      .selectFrom('cell_committee_member as post')
      .innerJoin('member', 'member.id', 'post.member_id')
      .select(['post.member_id', 'member.full_name', 'post.position'])
      .where('post.organisation_id', '=', id)
      .where(inForce('post', asOf))
      .execute(),
    db
      .selectFrom('assignment')
      .innerJoin('official', 'official.id', 'assignment.official_id')
      .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
      .select(['assignment.official_id', 'official.full_name', 'entry.title', 'assignment.role'])
      .where('assignment.target_id', 'in', [id, ...(organisation.parent_id === null ? [] : [organisation.parent_id])])
      .where(inForce('assignment', asOf))
      .orderBy('official.sort_key')
      .execute(),
  ]);
  const order = ['secretary', 'deputy_secretary', 'committee_member'];
  committee.sort((a, b) => order.indexOf(a.position) - order.indexOf(b.position));
  return { organisation, names, meeting_days: days, events, committee, officials };
}
