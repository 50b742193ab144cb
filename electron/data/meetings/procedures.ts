import { os } from '../procedures.ts';
import { listVisits } from '../visits/list-visits.ts';
import { createMeeting } from './create-meeting.ts';
import { listMeetings } from './list-meetings.ts';
import { meetingPage } from './meeting-page.ts';
import { saveMeeting } from './save-meeting.ts';

export const meetingProcedures = {
  list: os.meetings.list.handler(({ context: { session }, input }) =>
    listMeetings(session.office.db, { from: input.from, to: input.to, organisationId: input.organisation_id }),
  ),
  visits: os.meetings.visits.handler(({ context: { session }, input }) => listVisits(session.office.db, input)),
  get: os.meetings.get.handler(({ context: { session }, input }) => meetingPage(session.office.db, input.id)),
  create: os.meetings.create.handler(async ({ context: { session }, input }) => {
    const id = await session.office.write('Ghi buổi sinh hoạt', `Kỳ ${input.period}`, (db) =>
      createMeeting(db, { cellId: input.cell_id, period: input.period, kind: input.kind }),
    );
    return { id };
  }),
  save: os.meetings.save.handler(async ({ context: { session }, input }) => {
    const page = await meetingPage(session.office.db, input.id);
    await session.office.write('Sửa buổi sinh hoạt', `${page.meeting.cell}, kỳ ${page.meeting.period}`, (db) =>
      saveMeeting(db, input.id, input.form),
    );
    return meetingPage(session.office.db, input.id);
  }),
};
