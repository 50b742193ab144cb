import type { Kysely, Selectable } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';

/** A visit and the meeting it was at. Throws `not_found` for a visit the office has not. */
export async function readVisitWithMeeting(
  db: Kysely<Tables>,
  visitId: string,
): Promise<{ visit: Selectable<Tables['visit']>; meeting: Selectable<Tables['meeting']> }> {
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) throw new SochiboError('not_found', 'Không có lượt dự này trong sổ.');
  const meeting = await db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', visit.meeting_id)
    .executeTakeFirstOrThrow();
  return { visit, meeting };
}
