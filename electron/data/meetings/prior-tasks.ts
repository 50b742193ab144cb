import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../contract/meetings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { fromTruth, toTruth } from '../schema/truth.ts';
import { dayOfMeeting } from './register.ts';

type PriorTask = MeetingForm['prior_tasks'][number];

/**
 * Tasks that earlier meetings of the cell gave and whose result is heard here: those of which no meeting has heard the
 * result yet, and those this one did; a cell that others were merged into sees to their tasks too. A result stays with the meeting that heard it: what was not done is given again.
 */
export async function readPriorTasks(
  db: Kysely<Tables>,
  meeting: Pick<MeetingRow, 'id' | 'cell_id' | 'period' | 'date'>,
): Promise<PriorTask[]> {
  const organisations = await readOrganisationHistory(db);
  const rows = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meeting_id')
    .select([
      'task.id',
      'task.content',
      'task.person',
      'task.due_date',
      'task.opening_state',
      'task.outcome',
      'task.done',
    ])
    .where('meeting.cell_id', 'in', organisations.withPredecessors(meeting.cell_id, dayOfMeeting(meeting)))
    .where('meeting.id', '!=', meeting.id)
    .where((eb) =>
      eb.or([
        eb('meeting.period', '<', meeting.period),
        eb.and([eb('meeting.period', '=', meeting.period), eb('meeting.date', '<', meeting.date)]),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('task.result_meeting_id', '=', meeting.id),
        eb.and([eb('task.result_meeting_id', 'is', null), eb('task.done', 'is', null), eb('task.outcome', 'is', null)]),
      ]),
    )
    .orderBy('meeting.period')
    .orderBy('meeting.date')
    .orderBy('task.position')
    .orderBy('task.id')
    .execute();
  return rows.map((row) => ({ ...row, done: fromTruth(row.done) }));
}

/** Writes the results heard in a meeting onto the tasks; a result taken out leaves the task open again. */
export async function savePriorTasks(
  db: Kysely<Tables>,
  meetingId: string,
  entries: readonly PriorTask[],
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => id);
  const rows = await db.selectFrom('task').selectAll().where('id', 'in', ids).execute();
  for (const { id, opening_state, outcome, done } of entries) {
    const row = rows.find((task) => task.id === id);
    // Another meeting has heard the result since the form was opened: that stands.
    if (!row || (row.result_meeting_id !== null && row.result_meeting_id !== meetingId)) continue;
    const isHeard = outcome !== null || done !== null;
    const changes = changedColumns(row, {
      opening_state,
      outcome,
      done: toTruth(done),
      result_meeting_id: isHeard ? meetingId : null,
    });
    if (changes !== null) await db.updateTable('task').set(changes).where('id', '=', id).execute();
  }
}

/** How many tasks were to be done by this meeting and how many were; null where no result was heard. */
export function priorTaskCounts(entries: readonly Pick<PriorTask, 'done'>[]): { set: number; met: number } | null {
  const heard = entries.filter(({ done }) => done !== null);
  return heard.length === 0 ? null : { set: entries.length, met: heard.filter(({ done }) => done).length };
}
