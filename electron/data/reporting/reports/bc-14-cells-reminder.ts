import type { Kysely } from 'kysely';
import { rootOrganisationId } from '../../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import type { Tables } from '../../schema/database.ts';
import { document } from '../document.ts';
import { parsePeriod, previousPeriod } from '../period.ts';
import { type FinishedReport, finishReport } from '../run-report.ts';
import {
  type CellsLetter,
  cellsLetterAddressees,
  cellsLetterBody,
  cellsLetterSubject,
  owedIn,
  owedTotal,
} from './bc-14/cells.ts';
import { meetingsWithoutMinutes } from './bc-14/minutes-owed.ts';
import { readLetterOffice, requirePeriod } from './bc-14/office.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { decapitalised } from './prose/phrases.ts';
import { Quotes, rowsBehind } from './prose/quotes.ts';

/** More addressees than these are named in the letter, not above it. */
const mostAddressees = 6;

/** BC-14 Công văn đôn đốc to cells without a report, a theme, a grade or minutes; every figure but the last is one of BC-05. */
export const cellsReminder = document<CellsLetter>({
  code: 'BC-14-CHB',
  title: 'Công văn đôn đốc chi bộ sinh hoạt và gửi kết quả',
  kind: { code: 'CV', name: null },
  issuer: 'advisory_body',
  subject: null,
  async list(source, { key, label }, unit) {
    const about = { period: key, ...(unit === null ? {} : { unit }) };
    const now = await finishReport(source, { code: 'BC-05', period: key, ...(unit === null ? {} : { unit }) });
    return owedTotal({ now, ...(await readOwed(source.db, now)) }) === 0 ? [] : [{ name: nameOfLetter(label), about }];
  },
  async read(source, { period, unit }) {
    const key = requirePeriod(period);
    const asked = { code: 'BC-05', ...(unit === undefined ? {} : { unit }) };
    const [now, before, organisations, rootId, office] = await Promise.all([
      finishReport(source, { ...asked, period: key }),
      finishReport(source, { ...asked, period: previousPeriod(parsePeriod(key)).key }),
      readOrganisationHistory(source.db),
      rootOrganisationId(source.db),
      readLetterOffice(source.db),
    ]);
    return {
      now,
      before,
      organisations,
      rootId,
      ...(await readOwed(source.db, now)),
      advisoryBody: office.advisoryBody,
    };
  },
  build: (letter) => ({
    name: nameOfLetter(letter.now.scope.period.label),
    day: letter.now.scope.asOf,
    organisationId: null,
    subject: cellsLetterSubject(letter),
    addressees: { names: cellsLetterAddressees(letter, mostAddressees), submission: false },
    body: cellsLetterBody(letter),
    recipients: ['Như trên'],
    annexes: [],
    filedOnly: true,
    warnings: owedTotal(letter) === 0 ? ['Trong kỳ không có chi bộ nào phải đôn đốc.'] : [],
  }),
  ...fieldsFrom<CellsLetter>(
    { Kỳ: ({ now }) => now.scope.period.label, 'Cơ quan tham mưu': ({ advisoryBody }) => advisoryBody },
    {
      'Chi bộ': rowsOf(
        (letter) =>
          owedIn(letter).flatMap(({ key, cells }) =>
            [...cells].map(([id, notes]) => ({
              name: letter.organisations.nameOn(id, letter.now.scope.period.dateTo),
              what: owedNames[key],
              notes,
            })),
          ),
        {
          TT: (_, index) => index + 1,
          'Tên chi bộ': ({ name }) => name,
          'Việc chưa làm': ({ what }) => what,
          'Thời gian': ({ notes }) => notes.join(', '),
        },
      ),
    },
  ),
});

const owedNames = {
  'not-reported': 'Chưa báo cáo sinh hoạt',
  thematic: 'Chưa sinh hoạt chuyên đề',
  'not-graded': 'Chưa chấm điểm, xếp loại',
  minutes: 'Chưa gửi biên bản',
} as const;

async function readOwed(
  db: Kysely<Tables>,
  now: FinishedReport,
): Promise<Pick<CellsLetter, 'cellOfMeeting' | 'withoutMinutes'>> {
  const { months, lastMonth } = now.scope.period;
  const [meetings, attached] = await Promise.all([
    db
      .selectFrom('meeting')
      .leftJoin('meeting_preparation as preparation', 'preparation.meeting_id', 'meeting.id')
      .select(['meeting.id', 'meeting.cell_id', 'meeting.period', 'meeting.date', 'meeting.state'])
      .select('preparation.minutes_posted_on')
      .where('meeting.period', '>=', months[0])
      .where('meeting.period', '<=', lastMonth)
      .orderBy('meeting.date')
      .orderBy('meeting.id')
      .execute(),
    db.selectFrom('attachment').select('entity_id').execute(),
  ]);
  const kept = new Set(attached.map(({ entity_id }) => entity_id));
  const counted = new Set(rowsBehind(new Quotes(now).figure('cells')).map(({ id }) => id));
  return {
    cellOfMeeting: new Map(meetings.map(({ id, cell_id }) => [id, cell_id])),
    withoutMinutes: meetingsWithoutMinutes(
      meetings.map((meeting) => ({
        ...meeting,
        hasMinutes: meeting.minutes_posted_on !== null || kept.has(meeting.id),
      })),
      now.scope.asOf,
    ).filter(({ id }) => meetings.some((meeting) => meeting.id === id && counted.has(meeting.cell_id))),
  };
}

function nameOfLetter(label: string): string {
  return `Công văn đôn đốc chi bộ ${decapitalised(label).replace('/', '-')}`;
}
