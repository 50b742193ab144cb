import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RemarkForm } from '../../electron/contract/remarks.ts';
import { listRemarks, remarksNotSent } from '../../electron/data/remarks/list-remarks.ts';
import { saveRemark } from '../../electron/data/remarks/save-remark.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { refusal } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const day = (text: string) => parseIsoDate(text) ?? expect.fail(`no day: ${text}`);
const form: RemarkForm = {
  grasped: 'Nắm chắc địa bàn',
  guided: null,
  resolved: null,
  proposals: null,
  relations: null,
  weaknesses: null,
  level: 'good',
  document: '12-NX/ĐU',
  sent_on: '2024-12-10',
  note: null,
};

describe('yearly remarks of the officials of a district', () => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice('district-a');
  }, 60_000);
  afterAll(() => made.remove());
  const list = (year = 2024, on = '2024-12-31') => listRemarks(made.office.db, { year, day: day(on) });

  test('are owed by each commune an official was assigned to in the year, never by a cell', async () => {
    const communes = new Set(made.truth.organisations.filter(({ kind }) => kind === 'DB_CS').map(({ code }) => code));
    const expected = new Set(
      made.truth.assignments
        .filter(({ target, to }) => communes.has(target) && (to === null || to >= '2024-01-01'))
        .map(({ official, target }) => `${official} ${target}`),
    );
    expect(expected.size).toBeGreaterThan(5);
    expect(new Set((await list()).map(({ id }) => id))).toEqual(expected);
    expect(await list(2019)).toEqual([]);
  });

  test('show the visits and the quota of the visit log: those of the truth', async () => {
    const { meetings, visits, figures } = made.truth;
    const cellOf = new Map(meetings.map(({ id, cell }) => [id, cell]));
    for (const record of await list()) {
      const truth = figures.officials.by_official[record.official_id];
      expect(record.counted_visits, record.official).toBe(truth?.counted);
      expect(record.quota, record.official).toBe(truth?.quota);
      expect(record.quota_met, record.official).toBe(truth?.shortfall === 0);
      const there = visits.filter(
        ({ official, meeting, basis }) =>
          official === record.official_id &&
          basis !== 'OWN_CELL' &&
          cellOf.get(meeting)?.startsWith(record.committee_id),
      );
      expect(record.visit_total, `${record.official} in ${record.committee}`).toBe(there.length);
    }
  });

  test('one a year: written, sent, and then no longer asked for', async () => {
    const [first] = await list();
    const of = { official_id: first?.official_id ?? '', committee_id: first?.committee_id ?? '', year: 2024 };
    const before = await remarksNotSent(made.office.db, { year: 2024, day: day('2024-12-16') });
    expect(before.every(({ standing }) => standing === 'overdue')).toBe(true);
    const write = (changes: Partial<RemarkForm>) =>
      made.office.write('Ghi nhận xét', '', (db) => saveRemark(db, of, { ...form, ...changes }));
    expect((await refusal(write({ level: null }))).message).toContain('mức độ');
    expect((await refusal(write({ sent_on: '2023-12-10' }))).message).toContain('2024');
    const id = await write({});
    expect(await write({ grasped: 'Nắm chắc tình hình' })).toBe(id);
    const after = await remarksNotSent(made.office.db, { year: 2024, day: day('2024-12-16') });
    expect(after.map((record) => record.id)).toEqual(before.slice(1).map((record) => record.id));
    expect((await list())[0]).toMatchObject({ standing: 'sent', form: { grasped: 'Nắm chắc tình hình' } });
    const early = await remarksNotSent(made.office.db, { year: 2024, day: day('2024-12-09') });
    expect(early).toHaveLength(before.length);
  });
});
