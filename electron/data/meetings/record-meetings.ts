import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { AttendanceRow, MeetingRow, RatingRow } from '../schema/meeting-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface MeetingChanges {
  meeting: RowChanges<MeetingRow>;
  attendance: RowChanges<AttendanceRow>;
  rating: RowChanges<RatingRow>;
}

/** Writes meetings with the named absentees and ratings, inside the running transaction. */
export async function recordMeetings(db: Kysely<Tables>, changes: MeetingChanges): Promise<void> {
  await writeRows(
    db,
    changes.meeting,
    (rows) => db.insertInto('meeting').values(rows),
    (id, values) => db.updateTable('meeting').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.attendance,
    (rows) => db.insertInto('attendance').values(rows),
    (id, values) => db.updateTable('attendance').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.rating,
    (rows) => db.insertInto('rating').values(rows),
    (id, values) => db.updateTable('rating').set(values).where('id', '=', id).execute(),
  );
}
