import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import { lastDayOfMonth, type Month, parseMonth } from '../vietnamese/dates.ts';
import { listVisits } from '../visits/list-visits.ts';
import { agendasFor, loadAgendas } from './agendas.ts';
import { checkMeeting } from './check-meeting.ts';
import { cleanForm } from './clean-form.ts';
import { countSheet } from './count-sheet.ts';
import { createMeeting } from './create-meeting.ts';
import { listAbsences } from './list-absences.ts';
import { listMeetings } from './list-meetings.ts';
import { meetingPage, meetingRecord } from './meeting-page.ts';
import { cellsWithoutMeeting } from './missing-meetings.ts';
import { recordNotHeld } from './not-held.ts';
import { removeMeeting } from './remove-meeting.ts';
import { saveCounts } from './save-counts.ts';
import { saveMeeting } from './save-meeting.ts';

export const meetingProcedures = {
  list: os.meetings.list.handler(({ context: { session }, input }) =>
    listMeetings(session.office.db, { from: input.from, to: input.to, organisationId: input.organisation_id }),
  ),
  visits: os.meetings.visits.handler(({ context: { session }, input }) => listVisits(session.office.db, input)),
  missing: os.meetings.missing.handler(({ context: { session }, input }) =>
    cellsWithoutMeeting(session.office.db, monthOf(input.period), input.organisation_id),
  ),
  absences: os.meetings.absences.handler(({ context: { session }, input }) =>
    listAbsences(session.office.db, { year: input.year, organisationId: input.organisation_id }),
  ),
  get: os.meetings.get.handler(({ context: { session }, input }) => meetingPage(session.office.sharing, input.id)),
  create: os.meetings.create.handler(async ({ context: { session }, input }) => {
    const id = await session.office.write('Ghi buổi sinh hoạt', `Kỳ ${input.period}`, (db) =>
      createMeeting(db, { cellId: input.cell_id, period: input.period, kind: input.kind }),
    );
    return { id };
  }),
  notHeld: os.meetings.notHeld.handler(async ({ context: { session }, input }) => {
    const { cell_id: cellId, period, state, reason } = input;
    const action = state === 'postponed' ? 'Ghi hoãn sinh hoạt' : 'Ghi tháng không họp';
    const id = await session.office.write(action, `Kỳ ${period}`, (db) =>
      recordNotHeld(db, { cellId, period, state, reason }),
    );
    return { id };
  }),
  remove: os.meetings.remove.handler(async ({ context: { session }, input }) => {
    const { cell, period } = await meetingRecord(session.office.sharing, input.id);
    await session.office.write('Xóa buổi sinh hoạt', `${cell}, kỳ ${period}`, (db) => removeMeeting(db, input.id));
    session.drafts.delete(input.id);
    return {};
  }),
  save: os.meetings.save.handler(async ({ context: { session }, input }) => {
    const { cell, period } = await meetingRecord(session.office.sharing, input.id);
    await session.office.write('Sửa buổi sinh hoạt', `${cell}, kỳ ${period}`, (db) =>
      saveMeeting(db, input.id, input.form),
    );
    session.drafts.delete(input.id);
    return meetingPage(session.office.sharing, input.id);
  }),
  check: os.meetings.check.handler(({ context: { session }, input }) =>
    checkMeeting(session.office.sharing, input.id, cleanForm(input.form)),
  ),
  // What is being typed of a meeting is for whoever may see the meeting.
  draft: os.meetings.draft.handler(async ({ context: { session }, input }) =>
    (await isMeeting(session, input.id)) ? (session.drafts.get(input.id) ?? null) : null,
  ),
  keepDraft: os.meetings.keepDraft.handler(async ({ context: { session }, input }) => {
    if (!(await isMeeting(session, input.id))) return {};
    if (input.draft === null) session.drafts.delete(input.id);
    else session.drafts.set(input.id, input.draft);
    return {};
  }),
  agendas: os.meetings.agendas.handler(async ({ context: { session }, input }) => {
    const organisations = await readOrganisationHistory(session.office.db);
    const version = organisations.versionOn(input.cell_id, lastDayOfMonth(monthOf(input.period)));
    return agendasFor(loadAgendas(session.options.resourcesDir), {
      kind: input.kind,
      cellType: version?.cell_type ?? null,
    });
  }),
  countSheet: os.meetings.countSheet.handler(({ context: { session }, input }) =>
    countSheet(session.office.db, { period: monthOf(input.period), organisationId: input.organisation_id }),
  ),
  saveCounts: os.meetings.saveCounts.handler(async ({ context: { session }, input }) => {
    const period = monthOf(input.period);
    const changed = await session.office.write('Nhập số liệu nhanh', `Kỳ ${period}`, (db) =>
      saveCounts(db, { period, rows: input.rows, replaceRolls: input.replace_rolls }),
    );
    return { changed };
  }),
};

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new SochiboError('wrong_arguments', `Kỳ ${text} không phải là một tháng.`);
  return month;
}

async function isMeeting({ office }: Session, id: string): Promise<boolean> {
  return (await office.db.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
