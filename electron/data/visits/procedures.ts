import { os } from '../procedures.ts';
import { codeChoicesOf } from '../rules/code-choices.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { listEvents, removeEvent, saveEvent } from './events.ts';
import { lateVisitReports, listVisitReports } from './list-reports.ts';
import { meetingVisits } from './meeting-visits.ts';
import {
  acceptVisitReport,
  returnVisitReport,
  saveVisitReport,
  submitVisitReport,
  visitReportPage,
} from './visit-report.ts';
import { changeVisit, recordVisit, removeVisit } from './write-visit.ts';

const dayOr = (text: string | undefined) => (text === undefined ? null : parseIsoDate(text)) ?? today();

export const visitProcedures = os.visits.router({
  ofMeeting: os.visits.ofMeeting.handler(({ context: { session }, input }) =>
    meetingVisits(session.office.db, input.meeting_id),
  ),
  record: os.visits.record.handler(async ({ context: { session }, input }) => ({
    id: await session.office.write('Ghi lượt dự sinh hoạt', '', (db) => recordVisit(db, input.meeting_id, input.entry)),
  })),
  change: os.visits.change.handler(async ({ context: { session }, input }) => {
    await session.office.write('Sửa lượt dự sinh hoạt', '', (db) => changeVisit(db, input.id, input.entry));
    return { id: input.id };
  }),
  remove: os.visits.remove.handler(async ({ context: { session }, input }) => {
    await session.office.write('Xóa lượt dự sinh hoạt', '', (db) => removeVisit(db, input.id));
    return {};
  }),
  events: os.visits.events.handler(({ context: { session }, input }) =>
    listEvents(session.office.db, { from: input.from, to: input.to, officialId: input.official_id }),
  ),
  eventKinds: os.visits.eventKinds.handler(({ context: { session } }) =>
    codeChoicesOf(session.office.db, 'event_kinds', today()),
  ),
  saveEvent: os.visits.saveEvent.handler(async ({ context: { session }, input }) => ({
    id: await session.office.write('Ghi sự kiện', `Ngày ${input.form.date}`, (db) =>
      saveEvent(db, input.id ?? null, input.form),
    ),
  })),
  removeEvent: os.visits.removeEvent.handler(async ({ context: { session }, input }) => {
    await session.office.write('Xóa sự kiện', '', (db) => removeEvent(db, input.id));
    return {};
  }),
  reports: os.visits.reports.handler(({ context: { session }, input }) =>
    listVisitReports(
      session.office.db,
      { from: input.from, to: input.to, officialId: input.official_id, organisationId: input.organisation_id },
      dayOr(input.day),
    ),
  ),
  lateReports: os.visits.lateReports.handler(({ context: { session }, input }) =>
    lateVisitReports(session.office.db, dayOr(input.day)),
  ),
  report: os.visits.report.handler(({ context: { session }, input }) =>
    visitReportPage(session.office.db, input.visit_id),
  ),
  saveReport: os.visits.saveReport.handler(async ({ context: { session }, input }) => {
    const { visit_id: visitId, form } = input;
    await session.office.write('Ghi báo cáo kết quả dự', '', (db) => saveVisitReport(db, visitId, form));
    return visitReportPage(session.office.db, visitId);
  }),
  submitReport: os.visits.submitReport.handler(async ({ context: { session }, input }) => {
    const { visit_id: visitId, on } = input;
    await session.office.write('Nộp báo cáo kết quả dự', `Ngày ${on}`, (db) => submitVisitReport(db, visitId, on));
    return visitReportPage(session.office.db, visitId);
  }),
  returnReport: os.visits.returnReport.handler(async ({ context: { session }, input }) => {
    const { visit_id: visitId, on, reason } = input;
    await session.office.write('Trả lại báo cáo kết quả dự', '', (db) => returnVisitReport(db, visitId, on, reason));
    return visitReportPage(session.office.db, visitId);
  }),
  acceptReport: os.visits.acceptReport.handler(async ({ context: { session }, input }) => {
    const { visit_id: visitId, on } = input;
    await session.office.write('Nhận báo cáo kết quả dự', '', (db) => acceptVisitReport(db, visitId, on));
    return visitReportPage(session.office.db, visitId);
  }),
});
