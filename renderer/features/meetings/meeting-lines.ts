import type { MeetingRecord } from '../../../electron/contract/meetings.ts';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';

/** A line of the list of meetings: a meeting (held, planned or not held), or a cell of which nothing is recorded (R42). */
export type MeetingLine =
  | { id: string; state: 'recorded'; meeting: MeetingRecord }
  | { id: string; state: 'missing'; cell: OrganisationRecord; period: string };

const regularKinds: readonly (string | null)[] = ['regular', 'regular_with_thematic', null];

/**
 * Meetings in their order and, for a single month, after them the cells that have neither a regular meeting nor a
 * reason for not meeting (R4, R42). A planned meeting is not yet a report, but its line stands for the cell.
 */
export function meetingLines(
  meetings: readonly MeetingRecord[],
  cells: readonly OrganisationRecord[],
  month: string | null,
): MeetingLine[] {
  const recorded = meetings.map<MeetingLine>((meeting) => ({ id: meeting.id, state: 'recorded', meeting }));
  if (month === null) return recorded;
  const reported = new Set(meetings.filter(({ kind }) => regularKinds.includes(kind)).map(({ cell_id }) => cell_id));
  const missing = cells
    .filter(({ kind, id }) => (kind === 'cell' || kind === 'grassroots_cell') && !reported.has(id))
    .map<MeetingLine>((cell) => ({ id: `missing:${cell.id}`, state: 'missing', cell, period: month }));
  return [...recorded, ...missing];
}

/** Σpresent / Σdue in percent, one decimal, half up (handbook R12); null when nobody was due or it is not known. */
export function attendanceRate(present: number | null, due: number | null): number | null {
  if (present === null || due === null || due === 0) return null;
  return Math.round((present * 1000) / due) / 10;
}
