import type { Kysely } from 'kysely';
import { dayOfMeeting } from '../../meetings/register.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../../organisations/organisation-history.ts';
import { readPetitionBook } from '../../petitions/petition-book.ts';
import type { Tables } from '../../schema/database.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { document } from '../document.ts';
import { parsePeriod, previousPeriod } from '../period.ts';
import { finishReport } from '../run-report.ts';
import { type Conclusions, conclusionsBody, openMatters } from './bc-14/conclusions.ts';
import { readLetterOffice, requirePeriod } from './bc-14/office.ts';
import { fieldsFrom, rowsOf } from './letters/fields.ts';
import { dayText } from './letters/wording.ts';
import { decapitalised } from './prose/phrases.ts';

/**
 * BC-14 Thông báo kết luận after the visits of a period: what was seen, and who answers what by when. It gives work to
 * bodies, so the committee issues it; the advisory body drafts it (handbook: C).
 */
export const conclusionsNotice = document<Conclusions>({
  code: 'BC-14-KL',
  title: 'Thông báo kết luận qua dự sinh hoạt chi bộ',
  kind: { code: 'TB', name: 'Thông báo' },
  issuer: 'committee',
  subject: null,
  async list({ db }, { key, label, months, lastMonth }, unit) {
    const visit = await db
      .selectFrom('visit')
      .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
      .select('visit.id')
      .where('meeting.period', '>=', months[0])
      .where('meeting.period', '<=', lastMonth)
      .executeTakeFirst();
    const about = { period: key, ...(unit === null ? {} : { unit }) };
    return visit === undefined ? [] : [{ name: nameOf(label), about }];
  },
  async read(source, { period, unit }) {
    const { db } = source;
    const key = requirePeriod(period);
    const asked = { code: 'BC-02', ...(unit === undefined ? {} : { unit }) };
    const [now, before, office, organisations, book] = await Promise.all([
      finishReport(source, { ...asked, period: key }),
      finishReport(source, { ...asked, period: previousPeriod(parsePeriod(key)).key }),
      readLetterOffice(db),
      readOrganisationHistory(db),
      readPetitionBook(db),
    ]);
    const { dateFrom, dateTo } = now.scope.period;
    const raised = book.petitions.filter(
      ({ date, cell_id }) =>
        date !== null && date >= dateFrom && date <= dateTo && isIn(organisations, cell_id, dateTo, unit),
    );
    const remarks = await readRemarks(db, organisations, { now: now.scope.period, unit });
    return {
      now,
      before,
      ...office,
      ...remarks,
      matters: openMatters(raised, now.scope.asOf, ({ cell_id }, day) => placeName(organisations, cell_id, day)),
    };
  },
  build: (conclusions) => ({
    name: nameOf(conclusions.now.scope.period.label),
    day: conclusions.now.scope.asOf,
    organisationId: null,
    subject: `kết luận qua dự sinh hoạt chi bộ ${decapitalised(conclusions.now.scope.period.label)}`,
    addressees: null,
    body: conclusionsBody(conclusions),
    recipients: ['Các cơ quan, đơn vị được giao trả lời', 'Các chi bộ có kiến nghị', 'Các đồng chí được phân công dự'],
    annexes: [],
  }),
  ...fieldsFrom<Conclusions>(
    { Kỳ: ({ now }) => now.scope.period.label, 'Cơ quan tham mưu': ({ advisoryBody }) => advisoryBody },
    {
      'Kiến nghị': rowsOf(({ matters }) => matters, {
        TT: (_, index) => index + 1,
        'Nội dung': ({ petition }) => petition.content,
        'Chi bộ': ({ cell }) => cell,
        'Nơi trả lời': ({ petition }) => petition.body,
        'Hạn trả lời': ({ petition }) => (petition.due_date === null ? null : dayText(petition.due_date)),
      }),
    },
  ),
});

function isIn(organisations: OrganisationHistory, cellId: string, day: IsoDate, unit: string | undefined): boolean {
  return unit === undefined || organisations.chainOn(cellId, day).includes(unit);
}

/** With the grassroots organisation, where that is not the office's own: `Chi bộ thôn 4` is the name of many cells. */
function placeName(organisations: OrganisationHistory, id: string, day: IsoDate): string {
  const place = organisations.placeOn(id, day);
  if (place === null) return '';
  const isOwn = organisations.chainOn(id, day).at(-1) === place.grassroots_id;
  return isOwn || place.grassroots_id === id ? place.name : `${place.name}, ${place.grassroots}`;
}

/** What visit reports of the period say of weaknesses and difficulties, by day of the visit. */
async function readRemarks(
  db: Kysely<Tables>,
  organisations: OrganisationHistory,
  { now, unit }: { now: { months: readonly [string, ...string[]]; lastMonth: string }; unit: string | undefined },
): Promise<Pick<Conclusions, 'weaknesses' | 'difficulties'>> {
  const rows = await db
    .selectFrom('visit_report as report')
    .innerJoin('visit', 'visit.id', 'report.visit_id')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select(['visit.id', 'visit.name', 'report.weaknesses', 'report.difficulties'])
    .select(['meeting.cell_id', 'meeting.period', 'meeting.date'])
    .where('meeting.period', '>=', now.months[0])
    .where('meeting.period', '<=', now.lastMonth)
    .orderBy('meeting.date')
    .orderBy('visit.id')
    .execute();
  const of = (text: (row: (typeof rows)[number]) => string | null) =>
    rows
      .filter((row) => isIn(organisations, row.cell_id, dayOfMeeting(row), unit))
      .flatMap((row) => {
        const said = text(row);
        if (said === null) return [];
        return [
          {
            visitId: row.id,
            cell: placeName(organisations, row.cell_id, dayOfMeeting(row)),
            official: row.name,
            text: said,
          },
        ];
      });
  return { weaknesses: of((row) => row.weaknesses), difficulties: of((row) => row.difficulties) };
}

function nameOf(label: string): string {
  return `Thông báo kết luận qua dự sinh hoạt ${decapitalised(label).replace('/', '-')}`;
}
