import type { Kysely } from 'kysely';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';

/**
 * The day of a meeting was corrected: due dates that were kept with reports on visits to it run from the new day (R35),
 * so that a wrong day typed at first makes no report late.
 */
export async function moveReportDueDates(db: Kysely<Tables>, meetingId: string, date: IsoDate): Promise<void> {
  const { days } = (await readRules(db)).on('visit_report_due', date).value;
  const visits = db.selectFrom('visit').select('id').where('meeting_id', '=', meetingId);
  await db
    .updateTable('visit_report')
    .set({ due_date: addDays(date, days) })
    .where('visit_id', 'in', visits)
    .where('due_date', 'is not', null)
    .where('due_date', '!=', addDays(date, days))
    .execute();
}
