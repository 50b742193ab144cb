import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/data/documents/docx-writer.ts';
import { loadFormatProfiles, profileForDate } from '../../electron/data/documents/profile.ts';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { explainWrittenFigure } from '../../electron/data/reporting/explain.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { documentOf, type FinishedDocument, finishDocument } from '../../electron/data/reporting/run-document.ts';
import { checkDocx } from '../support/docx-format-checker.ts';
import { refusal, resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

const [forms, presets] = [loadReportForms(resourcesDir), loadOfficePresets(resourcesDir)];
const profiles = loadFormatProfiles(resourcesDir);

function textOf({ official }: FinishedDocument): string {
  return official.body
    .flatMap((block) => ('runs' in block && block.runs ? [block.runs.map(({ text }) => text).join('')] : []))
    .join('\n');
}

describe.each<Sample>(['district-a', 'commune-b'])('decisions and letters of %s', (sample) => {
  let made: TruthOffice;
  const source = () => ({ db: made.office.db, forms, presets, madeOn: day('2025-01-15') });
  const first = async (code: string, period: string) => {
    const [found] = await documentOf(code).list(source(), parsePeriod(period), null);
    if (!found) throw new Error(`nothing for ${code} in ${period}`);
    return finishDocument(source(), { code, about: found.about });
  };
  const invited = 'mời';

  beforeAll(async () => {
    made = await truthOffice(sample);
    await addTruthPetitions(made);
    const cell = made.truth.meetings.find(({ held }) => held)?.cell ?? '';
    await made.office.write('Thử', '', (db) =>
      db
        .insertInto('meeting')
        .values({ ...emptyMeeting(invited, cell, '2025-02'), kind: 'regular', state: 'planned', date: '2025-02-03' })
        .execute(),
    );
  }, 60_000);
  afterAll(() => made.remove());

  test.each([
    ['BC-01', '2024-07'],
    ['quyet-dinh-phan-cong', '2024-01'],
    ['BC-14-CB', '2024-07'],
    ['BC-14-CHB', '2024-Q4'],
    ['BC-14-KL', '2024-07'],
    ['BC-14-GM', '2025-02'],
  ])('%s keeps to the format and says nothing that is not known', async (code, period) => {
    const finished = await first(code, period);
    const { official, draft, kind } = finished;
    const profile = profileForDate(profiles, finished.day);
    const wrong = await checkDocx(await writeDocx(official, profile), {
      rules: 'HD36',
      form: kind.kind.name === null ? 'letter' : 'titled',
      number: official.header.numberAndSymbol !== null,
      date: true,
      signature: 'authority',
      annexes: draft.annexes.length,
      duplex: false,
    });
    expect(wrong).toEqual([]);
    expect(textOf(finished)).not.toMatch(/null|undefined|NaN|\[object/u);
  });

  test('every figure of a letter is that of its report: the records behind it add up to what is printed', async () => {
    for (const code of ['BC-14-CB', 'BC-14-CHB', 'BC-14-KL']) {
      const { figures } = await first(code, '2024-Q4');
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures.filter(({ figure: { how } }) => how === 'count' || how === 'sum')) {
        const { rows } = await explainWrittenFigure(made.office.db, figure);
        expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(Number(figure.text.replaceAll('.', '')));
      }
    }
  });

  test('the year: exactly the officials who are short of the quota are reminded, with what they did', async () => {
    const { official, ...finished } = await first('BC-14-CB', '2024');
    const short = Object.entries(made.truth.figures.officials.by_official).filter(
      ([, { shortfall }]) => Number(shortfall) > 0,
    );
    const keys = finished.figures.map(({ key }) => key);
    const reminded = new Set(keys.flatMap((key) => /^BC-02\/2024\/(.+)\/quota_to_date$/u.exec(key)?.[1] ?? []));
    reminded.delete('total');
    expect([...reminded].toSorted()).toEqual(short.map(([id]) => id).toSorted());
    expect(official.signature).toMatchObject({ authority: 'TRƯỞNG BAN', position: null });
  });

  test('the decision bears its own number and day, and lists every assignment once', async () => {
    const { official, draft } = await first('quyet-dinh-phan-cong', '2024-01');
    const { decision = '', decision_date } = made.truth.assignments[0] ?? {};
    expect(official.header.numberAndSymbol?.number).toBe(Number(decision.split('-')[0]));
    expect(official.header.placeAndDate).toMatchObject({ date: decision_date });
    const [list] = draft.annexes;
    const table = list?.body[0];
    expect(list?.landscape).toBe(true);
    expect(table?.kind === 'table' && table.rows.length).toBe(made.truth.assignments.length);
    expect(table?.kind === 'table' && table.head[0]?.length).toBe(13);
  });

  test('BC-01 is signed by the official alone, without a number', async () => {
    const finished = await first('BC-01', '2024-07');
    expect(finished.official.header.numberAndSymbol).toBeNull();
    const name = /Họ và tên: ([^;]+);/u.exec(textOf(finished))?.[1];
    expect(finished.official.signature).toMatchObject({ authority: 'Người báo cáo', position: null, name });
  });

  test('an invitation is the cell’s own; a record there is not is refused', async () => {
    const { official } = await finishDocument(source(), { code: 'BC-14-GM', about: { id: invited } });
    expect(official.header.numberAndSymbol).toMatchObject({ kindCode: 'GM', bodyCode: 'CB' });
    expect(official.signature).toMatchObject({ authority: 'T/M CHI BỘ' });
    const missing = finishDocument(source(), { code: 'BC-01', about: { id: 'không có' } });
    expect((await refusal(missing)).code).toBe('not_found');
  });
});
