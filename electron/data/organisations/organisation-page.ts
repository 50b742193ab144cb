import type { Kysely } from 'kysely';
import type { OrganisationFacts, OrganisationRecord, SizeFlag } from '../../contract/organisations.ts';
import { SochiboError } from '../errors.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Dated } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { sizeFlags } from './cell-size.ts';
import { listOrganisations } from './list-organisations.ts';
import { factsOf } from './organisation-facts.ts';
import { nearestVersion } from './organisation-history.ts';
import { dayOf, versionsOf } from './versions.ts';

export interface OrganisationPage {
  organisation: OrganisationRecord;
  facts: OrganisationFacts;
  names: ({ name: string; parent: string | null } & Dated)[];
  meeting_days: ({ day: number; document: string | null; reason: string | null } & Dated)[];
  meeting_day_exceptions: ({
    id: string;
    day: number;
    approval_document: string | null;
    reason: string | null;
  } & Dated)[];
  general_day: number | null;
  events: {
    id: string;
    date: string;
    kind: string;
    detail: string;
    document: string | null;
    other_id: string | null;
    other: string | null;
  }[];
  committee: {
    member_id: string;
    full_name: string;
    position: string;
    valid_from: string | null;
    decision: string | null;
  }[];
  officials: { official_id: string; full_name: string; title: string | null; role: string }[];
  flags: SizeFlag[];
}

/** One organisation, what it was called and when it met, and who works in it on `asOf`. Throws `not_found`. */
export async function organisationPage(db: Kysely<Tables>, id: string, asOf: string): Promise<OrganisationPage> {
  const all = await listOrganisations(db, { asOf, all: true });
  const organisation =
    (await listOrganisations(db, { asOf })).find((record) => record.id === id) ??
    all.find((record) => record.id === id);
  const versions = await versionsOf(db, id);
  const version = nearestVersion(versions, dayOf(asOf));
  if (!organisation || !version) throw new SochiboError('not_found', 'Không có tổ chức này trong sổ.');
  const nameOf = new Map(all.map((record) => [record.id, record.name]));
  const [days, exceptions, events, committee, officials, rules, flags] = await Promise.all([
    setDays(db, id),
    approvedDays(db, id),
    eventsOf(db, id),
    committeeOn(db, id, asOf),
    officialsOn(db, organisation, asOf),
    readRules(db),
    sizeFlags(db, dayOf(asOf)),
  ]);
  return {
    organisation,
    facts: factsOf(version),
    names: versions
      .map(({ name, parent_id, valid_from, valid_to }) => ({
        name,
        parent: parent_id === null ? null : (nameOf.get(parent_id) ?? null),
        valid_from,
        valid_to,
      }))
      .filter((one, index, list) => one.name !== list[index - 1]?.name || one.parent !== list[index - 1]?.parent),
    meeting_days: days,
    meeting_day_exceptions: exceptions,
    general_day: rules.on('meeting_day', dayOf(asOf)).value.day,
    events: events.map(({ organisation_id, other_id, ...event }) => {
      const other = organisation_id === id ? other_id : organisation_id;
      return { ...event, other_id: other, other: other === null ? null : (nameOf.get(other) ?? null) };
    }),
    committee,
    officials,
    flags: flags.filter((flag) => flag.organisation_id === id),
  };
}

function setDays(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('meeting_day')
    .select(['day', 'document', 'reason', 'valid_from', 'valid_to'])
    .where('organisation_id', '=', id)
    .orderBy('valid_from')
    .execute();
}

function approvedDays(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('meeting_day_exception')
    .select(['id', 'day', 'approval_document', 'reason', 'valid_from', 'valid_to'])
    .where('organisation_id', '=', id)
    .orderBy('valid_from')
    .execute();
}

function eventsOf(db: Kysely<Tables>, id: string) {
  return db
    .selectFrom('organisation_event')
    .select(['id', 'date', 'kind', 'detail', 'document', 'organisation_id', 'other_id'])
    .where((eb) => eb.or([eb('organisation_id', '=', id), eb('other_id', '=', id)]))
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

const postOrder = ['secretary', 'deputy_secretary', 'committee_member'];

async function committeeOn(db: Kysely<Tables>, id: string, asOf: string) {
  const posts = await db
    .selectFrom('cell_committee_member as post')
    .innerJoin('member', 'member.id', 'post.member_id')
    .select(['post.member_id', 'member.full_name', 'post.position', 'post.valid_from', 'post.decision'])
    .where('post.organisation_id', '=', id)
    .where(inForce('post', asOf))
    .orderBy('member.sort_key')
    .execute();
  return posts.sort((a, b) => postOrder.indexOf(a.position) - postOrder.indexOf(b.position));
}

function officialsOn(db: Kysely<Tables>, { id, parent_id }: OrganisationRecord, asOf: string) {
  return db
    .selectFrom('assignment')
    .innerJoin('official', 'official.id', 'assignment.official_id')
    .innerJoin('assignment_entry as entry', 'entry.id', 'assignment.entry_id')
    .select(['assignment.official_id', 'official.full_name', 'entry.title', 'assignment.role'])
    .where('assignment.target_id', 'in', [id, ...(parent_id === null ? [] : [parent_id])])
    .where(inForce('assignment', asOf))
    .orderBy('official.sort_key')
    .execute();
}
