import { os } from '../procedures.ts';
import { minutesFile, minutesPreview } from './minutes.ts';
import { ratingWorkbookFile } from './rating-workbook-file.ts';

/** Papers of a meeting (BC-11, BC-06): documents, so they are made by reporting and not by the meetings room. */
export const minutesProcedures = {
  minutes: os.meetings.minutes.handler(({ context: { session }, input }) =>
    minutesPreview(session, input.id, input.form ?? null),
  ),
  ratingWorkbook: os.meetings.ratingWorkbook.handler(async ({ context: { session }, input }) => ({
    file: await ratingWorkbookFile(session, input.id),
  })),
  minutesFile: os.meetings.minutesFile.handler(async ({ context: { session }, input }) => ({
    file: await minutesFile(session, input.id, input.format),
  })),
};
