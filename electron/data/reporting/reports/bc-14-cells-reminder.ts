import type { Kysely } from 'kysely';
import { rootOrganisationId } from '../../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../../organisations/organisation-history.ts';
import type { Tables } from '../../schema/database.ts';
import { document } from '../document.ts';
import { parsePeriod, previousPeriod } from '../period.ts';
import { type FinishedReport, finishReport } from '../run-report.ts';
import { type CellsLetter, cellsLetterAddressees, cellsLetterBody, owedIn, owedTotal } from './bc-14/cells.ts';
import { readLetterOffice, requirePeriod } from './bc-14/office.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { decapitalised } from './prose/phrases.ts';

/** More addressees than these are named in the letter, not above it. */
const mostAddressees = 6;

/** BC-14 Công văn đôn đốc to cells without a meeting, a theme or a grade; every figure is one of BC-05. */
export const cellsReminder = document<CellsLetter>({
  code: 'BC-14-CHB',
  title: 'Công văn đôn đốc chi bộ sinh hoạt và gửi kết quả',
  kind: { code: 'CV', name: null },
  issuer: 'advisory_body',
  subject: null,
  async list(source, { key, label }, unit) {
    const about = { period: key, ...(unit === null ? {} : { unit }) };
    const now = await finishReport(source, { code: 'BC-05', period: key, ...(unit === null ? {} : { unit }) });
    const cellOfMeeting = await cellsOfMeetings(source.db, now);
    return owedTotal({ now, cellOfMeeting }) === 0 ? [] : [{ name: nameOfLetter(label), about }];
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
    const cellOfMeeting = await cellsOfMeetings(source.db, now);
    return { now, before, organisations, rootId, cellOfMeeting, advisoryBody: office.advisoryBody };
  },
  build: (letter) => ({
    name: nameOfLetter(letter.now.scope.period.label),
    day: letter.now.scope.asOf,
    organisationId: null,
    subject: `đôn đốc sinh hoạt chi bộ, gửi kết quả ${decapitalised(letter.now.scope.period.label)}`,
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
} as const;

async function cellsOfMeetings(db: Kysely<Tables>, { scope }: FinishedReport): Promise<Map<string, string>> {
  const { months, lastMonth } = scope.period;
  const rows = await db
    .selectFrom('meeting')
    .select(['id', 'cell_id'])
    .where('period', '>=', months[0])
    .where('period', '<=', lastMonth)
    .execute();
  return new Map(rows.map(({ id, cell_id }) => [id, cell_id]));
}

function nameOfLetter(label: string): string {
  return `Công văn đôn đốc chi bộ ${decapitalised(label).replace('/', '-')}`;
}
