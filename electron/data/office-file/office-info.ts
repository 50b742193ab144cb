import type { Kysely } from 'kysely';
import type { HistoryEntry, OfficeInfo } from '../../contract/office.ts';
import { countedKinds } from '../members/counted.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { leavingAction } from '../people/leaving-action.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { Office } from './office.ts';
import { readTakenBack } from './taken-back.ts';

/** Who the office is and how much it holds; organisations and members as of `asOf`. */
export async function officeInfo({ db, path, view }: Office, asOf: string): Promise<OfficeInfo> {
  const office = await db.selectFrom('office').selectAll().executeTakeFirstOrThrow();
  const [root, months, organisations, members, officials, meetings] = await Promise.all([
    rootOrganisationId(db),
    db.selectFrom('meeting').select('period').distinct().orderBy('period').execute(),
    countOrganisations(db, asOf),
    db
      .selectFrom('member_status as status')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(inForce('status', asOf))
      .where('status.kind', 'in', countedKinds)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('official')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('meeting')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    path,
    name: office.name,
    level: office.level,
    superior: office.superior,
    place: office.place,
    advisory_body: office.advisory_body,
    report_receiver: office.report_receiver,
    root_organisation_id: root,
    view: view && { as_of: view.asOf, words: view.words },
    months: months.map((row) => row.period),
    counts: { ...organisations, members: members.count, officials: officials.count, meetings: meetings.count },
  };
}

async function countOrganisations(db: Kysely<Tables>, asOf: string): Promise<{ grassroots: number; cells: number }> {
  const kinds = await db.selectFrom('organisation').select('kind').where(inForce('organisation', asOf)).execute();
  return {
    grassroots: kinds.filter(({ kind }) => kind === 'grassroots_committee' || kind === 'grassroots_cell').length,
    cells: kinds.filter(({ kind }) => kind === 'cell' || kind === 'grassroots_cell').length,
  };
}

/**
 * The latest changes, newest first (that something was exported changes no record), each with whether it stands taken back.
 * To somebody with a part of the office, their own.
 */
export async function history({ db, part, actor }: Office, limit: number): Promise<HistoryEntry[]> {
  const [rows, undone] = await Promise.all([
    db
      .selectFrom('audit_transaction')
      .select(['id as transaction', 'at', 'actor', 'action', 'detail', 'rows', 'undoes'])
      .where('action', '!=', leavingAction)
      .$if(part !== null, (own) => own.where('actor', '=', actor))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    readTakenBack(db),
  ]);
  return rows.map((row) => ({ ...row, undone: undone.has(row.transaction) }));
}

/** What was done in a transaction, in a line; empty when there is none of that number. */
export async function describeTransaction({ db }: Office, transaction: number): Promise<string> {
  const done = await db
    .selectFrom('audit_transaction')
    .select(['action', 'detail'])
    .where('id', '=', transaction)
    .executeTakeFirst();
  return done ? `${done.action}: ${done.detail}` : '';
}
