import { beforeEach, expect, it } from 'vitest';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { readMeetingForm } from '../../electron/data/meetings/meeting-form.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { listThemes, removeTheme, saveTheme } from '../../electron/data/themes/catalogue.ts';
import { missingThemes } from '../../electron/data/themes/missing-themes.ts';
import { planOfYear } from '../../electron/data/themes/plan-year.ts';
import { copyTheme, savePlan } from '../../electron/data/themes/save-plan.ts';
import { newOffice } from '../support/office.ts';
import { versionRow } from '../support/rows.ts';

let office: Office;
const CELLS = ['thon-1', 'thon-2', 'co-quan'];

beforeEach(async () => {
  office = await newOffice();
  await write(async (db) => {
    for (const [position, id] of CELLS.entries()) {
      await db
        .insertInto('organisation')
        .values({ id, code: null, kind: 'cell', valid_from: null, valid_to: null })
        .execute();
      const cell_type = id === 'co-quan' ? 'CQNN' : 'THON';
      await db
        .insertInto('organisation_version')
        .values(versionRow(`ten-${id}`, id, id, { cell_type, position }))
        .execute();
    }
  });
});

const write = <T>(work: Parameters<typeof office.write<T>>[2]) => office.write('Thử', '', work);
const free = {
  required_by: null,
  required_year: null,
  required_quarter: null,
  cell_types: [],
  valid_from: null,
  valid_to: null,
};
const compulsory = {
  ...free,
  ...{ title: 'Học Bác', required_by: 'KH 12-KH/TU', required_year: 2024, required_quarter: 1, cell_types: ['THON'] },
};
const missing = async (quarter = 1) =>
  (await missingThemes(office.db, { year: 2024, quarter })).map(({ cell_id, reason, title }) => [
    cell_id,
    reason,
    title,
  ]);
const hold = async (cellId: string, date: string, change: { theme?: string; planId?: string }) => {
  const id = await write((db) =>
    createMeeting(db, { cellId, period: date.slice(0, 7), kind: 'regular_with_thematic' }),
  );
  const { row: _, ...form } = await readMeetingForm(office.db, id);
  const { theme = null, planId = null } = change;
  await write((db) => saveMeeting(db, id, { ...form, date, theme, thematic_plan_id: planId }));
  return id;
};

it('R5 a compulsory theme, copied to the cells it binds and held in a combined meeting, is missing no more', async () => {
  const theme = await write((db) => saveTheme(db, compulsory));
  expect(await missing()).toEqual([
    ['thon-1', 'required_not_planned', 'Học Bác'],
    ['thon-2', 'required_not_planned', 'Học Bác'],
    ['co-quan', 'no_plan', null],
  ]);
  const copy = { year: 2024, quarter: 1, themeId: theme, title: 'Học Bác', cellIds: CELLS.slice(0, 2) };
  expect(await write((db) => copyTheme(db, copy))).toBe(2);
  expect(await write((db) => copyTheme(db, copy))).toBe(0);
  const [first] = await planOfYear(office.db, { year: 2024 });
  const planId = first?.quarters[0]?.entries[0]?.id ?? '';
  expect(first?.quarters[0]?.entries[0]).toMatchObject({ title: 'Học Bác', required_by: 'KH 12-KH/TU', meetings: [] });
  await hold('thon-1', '2024-02-03', { planId });
  await hold('thon-1', '2024-03-03', { planId });
  // R5: the March meeting held in April belongs to the second quarter.
  await hold('thon-2', '2024-04-03', { theme: 'Học Bác' });
  expect(await missing()).toEqual([
    ['thon-2', 'not_held', 'Học Bác'],
    ['co-quan', 'no_plan', null],
  ]);
  const [again] = await planOfYear(office.db, { year: 2024 });
  expect(again?.quarters[0]).toMatchObject({ held: 2, entries: [{ meetings: [{}, {}] }] });
  await expect(write((db) => savePlan(db, { year: 2024, entries: [], removed: [planId] }))).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(write((db) => removeTheme(db, theme))).rejects.toMatchObject({ code: 'conflict' });
});

it('entries are added, changed and taken out in one go', async () => {
  const blank = { theme_id: null, preparer: null, preparer_id: null, planned_month: null, note: null };
  await write((db) =>
    savePlan(db, {
      year: 2024,
      entries: [
        { ...blank, cell_id: 'thon-1', quarter: 2, title: ' Đất  đai ' },
        { ...blank, cell_id: 'thon-1', quarter: 2, title: 'Môi trường' },
      ],
      removed: [],
    }),
  );
  const entries = async () => (await planOfYear(office.db, { year: 2024 }))[0]?.quarters[1]?.entries ?? [];
  const [one, two] = await entries();
  expect([one?.title, two?.title]).toEqual(['Đất đai', 'Môi trường']);
  const changed = await write((db) =>
    savePlan(db, {
      year: 2024,
      entries: [{ ...blank, id: one?.id, cell_id: 'thon-1', quarter: 2, title: 'Đất đai', preparer: 'Lê Thị Ba' }],
      removed: [two?.id ?? ''],
    }),
  );
  expect(changed).toBe(2);
  expect((await entries()).map(({ title, preparer }) => [title, preparer])).toEqual([['Đất đai', 'Lê Thị Ba']]);
});

it('a compulsory theme says by which document, for which year and quarter', async () => {
  await expect(write((db) => saveTheme(db, { ...compulsory, required_quarter: null }))).rejects.toMatchObject({
    code: 'wrong_arguments',
  });
  const id = await write((db) => saveTheme(db, { ...free, title: 'Phát triển đảng viên' }));
  await write((db) => saveTheme(db, { ...free, id, title: 'Phát triển đảng viên', valid_to: '2023-12-31' }));
  expect(await listThemes(office.db, 2024)).toEqual([]);
  expect(await listThemes(office.db, null)).toMatchObject([{ title: 'Phát triển đảng viên', planned: 0 }]);
});
