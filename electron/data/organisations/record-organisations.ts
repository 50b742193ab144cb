import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type {
  MeetingDayRow,
  OrganisationCountRow,
  OrganisationEventRow,
  OrganisationRow,
  OrganisationVersionRow,
} from '../schema/organisation-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface OrganisationChanges {
  organisation: RowChanges<OrganisationRow>;
  organisation_version: RowChanges<OrganisationVersionRow>;
  meeting_day: RowChanges<MeetingDayRow>;
  organisation_event: RowChanges<OrganisationEventRow>;
  organisation_count: RowChanges<OrganisationCountRow>;
}

/** Writes organisations with their dated names and set days, events and counts, inside the running transaction. */
export async function recordOrganisations(db: Kysely<Tables>, changes: OrganisationChanges): Promise<void> {
  await writeRows(
    db,
    changes.organisation,
    (rows) => db.insertInto('organisation').values(rows),
    (id, values) => db.updateTable('organisation').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.organisation_version,
    (rows) => db.insertInto('organisation_version').values(rows),
    (id, values) => db.updateTable('organisation_version').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.meeting_day,
    (rows) => db.insertInto('meeting_day').values(rows),
    (id, values) => db.updateTable('meeting_day').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.organisation_event,
    (rows) => db.insertInto('organisation_event').values(rows),
    (id, values) => db.updateTable('organisation_event').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.organisation_count,
    (rows) => db.insertInto('organisation_count').values(rows),
    (id, values) => db.updateTable('organisation_count').set(values).where('id', '=', id).execute(),
  );
}
