import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { checkSheet } from './check-sheet.ts';
import { entriesOf, meetingRatings, scoringSubject } from './meeting-ratings.ts';
import { decidePeriodGrade, listPeriodGrades } from './period-grades.ts';
import { issuedWith, listSheets, readSheets, sheetPage } from './read-sheets.ts';
import { adoptSheet, closeSheet, createSheet, deleteSheet, loadPresetSheets, saveSheet } from './record-sheets.ts';
import { removeRating, saveRating } from './save-rating.ts';
import { score } from './score.ts';
import { loadPresets } from './sheet-file.ts';

export const ratingProcedures = os.ratings.router({
  presets: os.ratings.presets.handler(async ({ context: { session } }) => {
    const there = new Set((await readSheets(session.office.db)).map(({ code }) => code));
    return loadPresets(session.options.resourcesDir).map(({ code, name, definition }) => ({
      ...{ code, name, issued_with: issuedWith(definition), loaded: there.has(code) },
    }));
  }),
  loadPresets: os.ratings.loadPresets.handler(async ({ context: { session }, input }) => {
    const wanted = loadPresets(session.options.resourcesDir).filter(({ code }) => input.codes.includes(code));
    const ids = await session.office.write('Nạp mẫu chấm điểm', wanted.map(({ code }) => code).join(', '), (db) =>
      loadPresetSheets(db, wanted),
    );
    return { ids };
  }),
  sheets: os.ratings.sheets.handler(({ context: { session } }) => listSheets(session.office.db)),
  sheet: os.ratings.sheet.handler(({ context: { session }, input }) => sheetPage(session.office.db, input.id)),
  check: os.ratings.check.handler(({ input }) => checkSheet(input.definition)),
  createSheet: os.ratings.createSheet.handler(async ({ context: { session }, input }) => {
    const id = await session.office.write('Thêm mẫu chấm điểm', input.name, (db) =>
      createSheet(db, { code: input.code, name: input.name, copyOf: input.copy_of }),
    );
    return { id };
  }),
  saveSheet: os.ratings.saveSheet.handler(({ context: { session }, input }) =>
    session.office.write('Sửa mẫu chấm điểm', input.name, (db) =>
      saveSheet(db, {
        ...{ id: input.id, name: input.name, scopeOrganisationId: input.scope_organisation_id },
        ...{ definition: input.definition, from: input.from === null ? null : parseIsoDate(input.from) },
      }),
    ),
  ),
  adopt: os.ratings.adopt.handler(async ({ context: { session }, input }) => {
    await session.office.write('Áp dụng mẫu chấm điểm', `Từ ngày ${input.from}`, (db) =>
      adoptSheet(db, input.id, dayOf(input.from)),
    );
    return { id: input.id };
  }),
  closeSheet: os.ratings.closeSheet.handler(async ({ context: { session }, input }) => {
    await session.office.write('Thôi áp dụng mẫu chấm điểm', `Hết ngày ${input.to}`, (db) =>
      closeSheet(db, input.id, dayOf(input.to)),
    );
    return { id: input.id };
  }),
  deleteSheet: os.ratings.deleteSheet.handler(async ({ context: { session }, input }) => {
    await session.office.write('Xóa mẫu chấm điểm', '', (db) => deleteSheet(db, input.id));
    return { id: input.id };
  }),

  ofMeeting: os.ratings.ofMeeting.handler(({ context: { session }, input }) =>
    meetingRatings(session.office.db, input.meeting_id),
  ),
  reckon: os.ratings.reckon.handler(async ({ context: { session }, input }) => {
    const { sheet } = await scoringSubject(session.office.db, input.meeting_id);
    return { score: sheet === null ? null : score(sheet.sheet.definition, sheet.facts, entriesOf(input.items)) };
  }),
  save: os.ratings.save.handler(async ({ context: { session }, input }) => {
    await session.office.write('Ghi phiếu chấm điểm', roleWords[input.role], (db) =>
      saveRating(db, { meetingId: input.meeting_id, role: input.role, form: input.form }),
    );
    return meetingRatings(session.office.db, input.meeting_id);
  }),
  remove: os.ratings.remove.handler(async ({ context: { session }, input }) => {
    await session.office.write('Xóa phiếu chấm điểm', roleWords[input.role], (db) =>
      removeRating(db, input.meeting_id, input.role),
    );
    return meetingRatings(session.office.db, input.meeting_id);
  }),

  periodGrades: os.ratings.periodGrades.handler(({ context: { session }, input }) =>
    listPeriodGrades(session.office.db, input.period, today()),
  ),
  decide: os.ratings.decide.handler(async ({ context: { session }, input }) => {
    await session.office.write('Ghi xếp loại kỳ', input.period, (db) => decidePeriodGrade(db, input, today()));
    return { cell_id: input.cell_id };
  }),
});

const roleWords = {
  self: 'Chi bộ tự chấm',
  cell_committee: 'Chi ủy chấm',
  visiting_official: 'Cấp ủy viên dự chấm',
  superior_decision: 'Cấp trên quyết định',
} as const;

/** The contract has checked that it is a day. */
function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError('not a day');
  return day;
}
