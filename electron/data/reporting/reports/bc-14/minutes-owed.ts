import { addDays, type IsoDate, parseIsoDate } from '../../../vietnamese/dates.ts';
import type { FigureRow } from '../../figure.ts';

/** Days after a meeting in which its minutes, resolution and score go to the committee (cells handbook 4.1). */
const minutesDueIn = 2;

interface MinutedMeeting {
  id: string;
  state: string;
  date: string | null;
  /** Posted, or kept beside the meeting. */
  hasMinutes: boolean;
}

/**
 * Meetings held whose minutes are due by the day and have not come. Where minutes of no meeting are known, nobody keeps
 * them here, and that they are missing says nothing (R42).
 */
export function meetingsWithoutMinutes(meetings: readonly MinutedMeeting[], day: IsoDate): FigureRow[] {
  if (!meetings.some(({ hasMinutes }) => hasMinutes)) return [];
  return meetings
    .filter(({ state, date, hasMinutes }) => {
      const held = date === null ? null : parseIsoDate(date);
      return state === 'held' && !hasMinutes && held !== null && addDays(held, minutesDueIn) < day;
    })
    .map(({ id }) => ({ entity: 'meeting', id, amount: 1, note: null }));
}
