import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { MeetingForm } from '../../contract/meetings.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingPreparationRow } from '../schema/meeting-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { fromTruth, toTruth } from '../schema/truth.ts';

type Preparation = MeetingForm['preparation'];

/** How the meeting was prepared and followed up; nulls where nothing is recorded. */
export async function readPreparation(db: Kysely<Tables>, meetingId: string): Promise<Preparation> {
  const row = await rowOf(db, meetingId);
  return {
    cell_committee_met_before: fromTruth(row?.cell_committee_met_before ?? null),
    cell_committee_met_on: row?.cell_committee_met_on ?? null,
    members_notified: fromTruth(row?.members_notified ?? null),
    superior_notified_on: row?.superior_notified_on ?? null,
    documents_posted_on: row?.documents_posted_on ?? null,
    documents_on_app: fromTruth(row?.documents_on_app ?? null),
    minutes_posted_on: row?.minutes_posted_on ?? null,
    break_minutes: row?.break_minutes ?? null,
    speakers: row?.speakers ?? null,
    prior_tasks_set: row?.prior_tasks_set ?? null,
    prior_tasks_met: row?.prior_tasks_met ?? null,
    mode_guidance: row?.mode_guidance ?? null,
  };
}

/** Writes what differs; with nothing said and no row there is none. */
export async function savePreparation(db: Kysely<Tables>, meetingId: string, said: Preparation): Promise<void> {
  const row = await rowOf(db, meetingId);
  const columns: Omit<MeetingPreparationRow, 'id' | 'meeting_id'> = {
    ...said,
    cell_committee_met_before: toTruth(said.cell_committee_met_before),
    members_notified: toTruth(said.members_notified),
    documents_on_app: toTruth(said.documents_on_app),
  };
  if (row) {
    const changes = changedColumns(row, columns);
    if (changes !== null) await db.updateTable('meeting_preparation').set(changes).where('id', '=', row.id).execute();
  } else if (Object.values(columns).some((value) => value !== null)) {
    await db
      .insertInto('meeting_preparation')
      .values({ ...columns, id: newId(), meeting_id: meetingId })
      .execute();
  }
}

function rowOf(db: Kysely<Tables>, meetingId: string): Promise<MeetingPreparationRow | undefined> {
  return db.selectFrom('meeting_preparation').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst();
}
