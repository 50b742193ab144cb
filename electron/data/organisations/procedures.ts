import { loadOfficePresets } from '../office-file/presets.ts';
import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { formatDate } from '../vietnamese/dates.ts';
import { sizeFlags } from './cell-size.ts';
import { changeOrganisation } from './change-organisation.ts';
import { convertOffice } from './convert-office.ts';
import { createOrganisation } from './create-organisation.ts';
import { listOrganisations } from './list-organisations.ts';
import { approveMeetingDay, removeMeetingDayException, setMeetingDay } from './meeting-days.ts';
import { organisationPage } from './organisation-page.ts';
import { dissolveOrganisation, mergeOrganisations, splitOrganisation } from './reorganise.ts';
import { dayOf, nameNow } from './versions.ts';

export const organisationProcedures = os.organisations.router({
  list: os.organisations.list.handler(({ context: { session }, input }) =>
    listOrganisations(session.office.db, { asOf: input.as_of ?? today(), all: input.all ?? false }),
  ),
  get: os.organisations.get.handler(({ context: { session }, input }) =>
    organisationPage(session.office.db, input.id, input.as_of ?? today()),
  ),
  sizeFlags: os.organisations.sizeFlags.handler(({ context: { session }, input }) =>
    sizeFlags(session.office.db, dayOf(input.as_of ?? today())),
  ),
  create: os.organisations.create.handler(({ context: { session }, input }) =>
    session.office.write('Tạo tổ chức đảng', input.facts.name, async (db) => ({
      id: await createOrganisation(db, { ...input, from: dayOf(input.valid_from) }),
    })),
  ),
  change: os.organisations.change.handler(({ context: { session }, input: { from, ...change } }) =>
    session.office.write('Sửa tổ chức đảng', change.facts.name, async (db) => {
      await changeOrganisation(db, { ...change, from: from === null ? null : dayOf(from) });
      return { id: change.id };
    }),
  ),
  setMeetingDay: os.organisations.setMeetingDay.handler(async ({ context: { session }, input }) => {
    const name = await nameNow(session.office.db, input.id);
    const detail = `${name}: ${input.day === null ? 'theo quy định chung' : `ngày ${input.day}`} từ ${formatDate(dayOf(input.from))}`;
    return session.office.write('Đặt ngày sinh hoạt', detail, async (db) => {
      await setMeetingDay(db, { ...input, from: dayOf(input.from) });
      return { id: input.id };
    });
  }),
  approveMeetingDay: os.organisations.approveMeetingDay.handler(async ({ context: { session }, input }) => {
    const days = { valid_from: dayOf(input.valid_from), valid_to: dayOf(input.valid_to) };
    const name = await nameNow(session.office.db, input.id);
    return session.office.write('Duyệt ngày sinh hoạt khác', `${name}: ngày ${input.day}`, async (db) => {
      await approveMeetingDay(db, { ...input, ...days });
      return { id: input.id };
    });
  }),
  removeMeetingDayException: os.organisations.removeMeetingDayException.handler(({ context: { session }, input }) =>
    session.office.write('Bỏ ngoại lệ ngày sinh hoạt', '', async (db) => ({
      id: await removeMeetingDayException(db, input.exception_id),
    })),
  ),
  merge: os.organisations.merge.handler(async ({ context: { session }, input }) => {
    const names = await Promise.all(input.sources.map((id) => nameNow(session.office.db, id)));
    return session.office.write('Sáp nhập tổ chức đảng', names.join(', '), async (db) => ({
      id: await mergeOrganisations(db, { ...input, date: dayOf(input.date) }),
    }));
  }),
  split: os.organisations.split.handler(async ({ context: { session }, input }) => {
    const name = await nameNow(session.office.db, input.source);
    return session.office.write('Chia tách tổ chức đảng', name, async (db) => ({
      id: await splitOrganisation(db, { ...input, date: dayOf(input.date) }),
    }));
  }),
  dissolve: os.organisations.dissolve.handler(async ({ context: { session }, input }) => {
    const name = await nameNow(session.office.db, input.id);
    return session.office.write('Giải thể tổ chức đảng', name, async (db) => {
      await dissolveOrganisation(db, { ...input, date: dayOf(input.date) });
      return { id: input.id };
    });
  }),
  convert: os.organisations.convert.handler(({ context: { session }, input }) =>
    session.office.write('Chuyển đổi mô hình tổ chức', input.office.name, async (db) => {
      const presets = loadOfficePresets(session.options.resourcesDir);
      return { id: await convertOffice(db, { ...input, date: dayOf(input.date) }, presets) };
    }),
  ),
});
