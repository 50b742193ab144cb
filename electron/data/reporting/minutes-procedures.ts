import { os } from '../procedures.ts';
import { minutesFile, minutesPreview } from './minutes.ts';

/** The minutes (BC-11) of a meeting: a document, so it is made by reporting and not by the meetings room. */
export const minutesProcedures = {
  minutes: os.meetings.minutes.handler(({ context: { session }, input }) =>
    minutesPreview(session, input.id, input.form ?? null),
  ),
  minutesFile: os.meetings.minutesFile.handler(async ({ context: { session }, input }) => ({
    file: await minutesFile(session, input.id, input.format),
  })),
};
