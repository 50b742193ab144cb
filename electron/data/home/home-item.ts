import type { HomeItem, HomeTopic } from '../../contract/home.ts';
import type { MissingMeeting } from '../../contract/meetings.ts';
import type { PetitionRecord } from '../../contract/petitions.ts';
import type { ReportSource } from '../reporting/run-report.ts';
import type { IsoDate, Month } from '../vietnamese/dates.ts';

export type HomeRecord = HomeItem['records'][number];

/** As of which day, and of which month the page is asked. */
export interface HomeQuestion extends ReportSource {
  day: IsoDate;
  month: Month;
  /** What several sentences are made of, read once: all petitions as of the day, cells without a meeting of the month. */
  petitions: readonly PetitionRecord[];
  missingMeetings: readonly MissingMeeting[];
}

/** One list of a room as a sentence of the page. */
export type HomeList = (question: HomeQuestion) => Promise<HomeItem | null>;

/** Days that "this week" looks ahead. */
export const weekAhead = 6;

/** One sentence of the page with its records; null where there is nothing to say. */
export function homeItem(
  topic: HomeTopic,
  urgency: HomeItem['urgency'],
  records: readonly HomeRecord[],
  sentence: (count: number) => string,
): HomeItem | null {
  if (records.length === 0) return null;
  return { topic, urgency, count: records.length, sentence: sentence(records.length), records: [...records] };
}
