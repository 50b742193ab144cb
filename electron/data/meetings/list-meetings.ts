import type { Kysely } from 'kysely';
import type { MeetingRecord } from '../../contract/meetings.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { dayOfMeeting } from './register.ts';

export interface MeetingQuery {
  /** First and last period (month), inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  /** A cell, or a grassroots organisation with its cells. */
  organisationId?: string | undefined;
  id?: string | undefined;
}

/**
 * Meetings by period, then in the order of the office's list, then by date; names as they were on the day. Score and
 * grade are those that count: the superior's decision where there is one, else the cell's own (BC-05).
 */
export async function listMeetings(db: Kysely<Tables>, query: MeetingQuery): Promise<MeetingRecord[]> {
  const [rows, places] = await Promise.all([select(db, query).execute(), readOrganisationHistory(db)]);
  return rows
    .flatMap((row) => {
      const cell = places.placeOn(row.cell_id, dayOfMeeting(row));
      return cell === null ? [] : [{ row, cell }];
    })
    .filter(
      ({ row, cell }) =>
        query.organisationId === undefined ||
        row.cell_id === query.organisationId ||
        cell.grassroots_id === query.organisationId,
    )
    .sort(
      (a, b) =>
        a.row.period.localeCompare(b.row.period) ||
        a.cell.order - b.cell.order ||
        (a.row.date ?? '').localeCompare(b.row.date ?? ''),
    )
    .map(({ row, cell }) => {
      const { self_total, self_grade, decided_total, decided_grade, ...meeting } = row;
      return {
        ...meeting,
        cell: cell.name,
        grassroots: cell.grassroots,
        held: row.state === 'held',
        score: decided_total ?? self_total,
        grade: decided_grade ?? self_grade,
        other_day_approved: row.other_day_approved === null ? null : row.other_day_approved === 1,
      };
    });
}

function select(db: Kysely<Tables>, { from, to, id }: MeetingQuery) {
  let query = db
    .selectFrom('meeting')
    .leftJoin('rating as self', (join) =>
      join.onRef('self.meeting_id', '=', 'meeting.id').on('self.scorer_role', '=', 'self'),
    )
    .leftJoin('rating as decided', (join) =>
      join.onRef('decided.meeting_id', '=', 'meeting.id').on('decided.scorer_role', '=', 'superior_decision'),
    )
    .select([
      'meeting.id',
      'meeting.cell_id',
      'meeting.period',
      'meeting.state',
      'meeting.date',
      'meeting.kind',
      'meeting.started_at',
      'meeting.ended_at',
      'meeting.members_total',
      'meeting.exempt',
      'meeting.working_away',
      'meeting.temporarily_received',
      'meeting.suspended',
      'meeting.due',
      'meeting.present',
      'meeting.present_exempt',
      'meeting.absent_excused',
      'meeting.absent_unexcused',
      'meeting.theme',
      'meeting.other_day_approved',
      'meeting.not_held_reason',
      'meeting.note',
      'self.total as self_total',
      'self.grade as self_grade',
      'decided.total as decided_total',
      'decided.grade as decided_grade',
    ]);
  if (from !== undefined) query = query.where('meeting.period', '>=', from);
  if (to !== undefined) query = query.where('meeting.period', '<=', to);
  if (id !== undefined) query = query.where('meeting.id', '=', id);
  return query;
}
