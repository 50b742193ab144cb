import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { MeetingForm } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import { readRules } from '../rules/read-rules.ts';
import type { MeetingState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { toTruth } from '../schema/truth.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { moveReportDueDates } from '../visits/report-due-dates.ts';
import { countsOfRoll, type DueRule } from './attendance-rules.ts';
import { cleanForm } from './clean-form.ts';
import { refuseSecondRegular } from './create-meeting.ts';
import { savePreparation } from './preparation.ts';
import { priorTaskCounts, savePriorTasks } from './prior-tasks.ts';
import { dayOfMeeting } from './register.ts';
import { saveLists } from './save-lists.ts';

/**
 * Writes the whole form, and of it only what differs from what is there; what the form does not show stays. A meeting
 * with a date has been held; without one, a reason makes its month one without a meeting.
 * Throws `not_found`, `wrong_arguments` for an end before the start, `conflict` for a second regular meeting.
 */
export async function saveMeeting(db: Kysely<Tables>, id: string, typed: MeetingForm): Promise<void> {
  const form = cleanForm(typed);
  refuseWrongTimes(form);
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const state = stateAfter(row, form);
  const kind = state === 'not_held' || state === 'postponed' ? null : form.kind;
  if (kind !== null && kind !== row.kind) {
    await refuseSecondRegular(db, { id, cellId: row.cell_id, period: row.period, kind });
  }
  const { attendance, guests, agenda, opinions, votes, tasks, prior_tasks, preparation, score, grade, ...fields } =
    form;
  const changes = changedColumns(row, {
    ...fields,
    ...rollCounts(form, await dueRule(db, row, form)),
    kind,
    state,
    not_held_reason: state === 'held' ? null : form.not_held_reason,
    other_day_approved: toTruth(form.other_day_approved),
    dues_announced: toTruth(form.dues_announced),
  });
  if (changes !== null) await db.updateTable('meeting').set(changes).where('id', '=', id).execute();
  const movedTo = changes?.date ? parseIsoDate(changes.date) : null;
  if (movedTo !== null) await moveReportDueDates(db, id, movedTo);
  await saveLists(db, id, { attendance, guests, agenda, opinions, votes, tasks });
  await savePriorTasks(db, id, prior_tasks);
  await savePreparation(db, id, withTaskCounts(preparation, prior_tasks));
  await saveSelfRating(db, id, { score, grade });
}

/** Where results of tasks were heard one by one, their numbers follow them. */
function withTaskCounts(
  preparation: MeetingForm['preparation'],
  tasks: MeetingForm['prior_tasks'],
): MeetingForm['preparation'] {
  const counts = priorTaskCounts(tasks);
  return counts === null ? preparation : { ...preparation, prior_tasks_set: counts.set, prior_tasks_met: counts.met };
}

/**
 * A month without a meeting stays one until it gets a date, or its reason is taken out; a meeting whose day the register
 * does not say (R42) was held all the same.
 */
function stateAfter(row: MeetingRow, { date, not_held_reason }: MeetingForm): MeetingState {
  if (date !== null) return 'held';
  if (not_held_reason !== null) return row.state === 'postponed' ? 'postponed' : 'not_held';
  const hadNothingToSay = row.date === null && row.not_held_reason === null;
  return hadNothingToSay ? row.state : 'planned';
}

/** The office's rule of who is due (R10) on the day of the meeting. */
async function dueRule(db: Kysely<Tables>, { period }: MeetingRow, { date }: MeetingForm): Promise<DueRule> {
  return (await readRules(db)).on('members_due', dayOfMeeting({ date, period })).value;
}

/** After a roll-call the counts follow the list; where the list only names the absent, the typed counts stand. */
function rollCounts({ attendance }: MeetingForm, rule: DueRule): Partial<MeetingRow> {
  const counts = countsOfRoll(
    attendance.map(({ standing_then, status_then, result }) => ({
      standing: standing_then,
      status: status_then,
      result,
    })),
    rule,
  );
  if (counts === null) return {};
  return {
    due: counts.due,
    present: counts.present,
    present_exempt: counts.presentExempt,
    absent_excused: counts.absentExcused,
    absent_unexcused: counts.absentUnexcused,
  };
}

function refuseWrongTimes({ started_at, ended_at }: MeetingForm): void {
  if (started_at !== null && ended_at !== null && ended_at < started_at) {
    throw new SochiboError(
      'wrong_arguments',
      `Giờ kết thúc (${ended_at}) trước giờ bắt đầu (${started_at}). Sửa một trong hai giờ rồi ghi lại.`,
    );
  }
}

/** The cell's own rating; with nothing left to say it goes, unless it carries a note. */
export async function saveSelfRating(
  db: Kysely<Tables>,
  meetingId: string,
  { score, grade }: Pick<MeetingForm, 'score' | 'grade'>,
): Promise<void> {
  const present = await db
    .selectFrom('rating')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('scorer_role', '=', 'self')
    .executeTakeFirst();
  // Scored by a sheet: its points are those of the rating form, which this form only shows.
  if (present && present.scoring_sheet_id !== null) return;
  const isEmpty = score === null && grade === null;
  if (!present) {
    if (isEmpty) return;
    await db
      .insertInto('rating')
      .values({ id: newId(), meeting_id: meetingId, scorer_role: 'self', total: score, grade, note: null })
      .execute();
  } else if (isEmpty && present.note === null) {
    await db.deleteFrom('rating').where('id', '=', present.id).execute();
  } else {
    const changes = changedColumns(present, { total: score, grade });
    if (changes !== null) await db.updateTable('rating').set(changes).where('id', '=', present.id).execute();
  }
}
