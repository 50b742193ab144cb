import type { Kysely } from 'kysely';
import type { Tables } from '../../../schema/database.ts';
import { planOfYear } from '../../../themes/plan-year.ts';
import { addDays, type IsoDate, monthOf, parseIsoDate } from '../../../vietnamese/dates.ts';
import { searchKey } from '../../../vietnamese/fold.ts';
import { type Period, parsePeriod, quarterName } from '../../period.ts';
import { decapitalised } from '../prose/phrases.ts';
import type { Bc09Data, GuidingDocument, PlannedTheme } from './data.ts';

/** What the office issued in the period that guides others: signed documents of its register and decisions of assignment. */
export async function readIssuedDocuments(
  db: Kysely<Tables>,
  { dateFrom, dateTo }: Period,
): Promise<readonly GuidingDocument[]> {
  const [issued, decisions] = await Promise.all([
    db
      .selectFrom('issued_document')
      .select(['kind_code', 'body_code', 'number', 'date', 'subject'])
      .where('date', '>=', dateFrom)
      .where('date', '<=', dateTo)
      .where('issuer', 'in', ['committee', 'advisory_body'])
      .where('state', 'in', ['signed', 'sent'])
      // Reports and minutes tell what was done; they guide nobody.
      .where('kind_code', 'not in', ['BC', 'BB'])
      .where('number', 'is not', null)
      .orderBy('date')
      .orderBy('kind_code')
      .orderBy('number')
      .execute(),
    db
      .selectFrom('decision')
      .selectAll()
      .where('date', '>=', dateFrom)
      .where('date', '<=', dateTo)
      .orderBy('date')
      .orderBy('number_symbol')
      .execute(),
  ]);
  const known = [
    ...decisions.flatMap((row) =>
      guiding(row.number_symbol, row.date, row.subject ?? assignmentSubject, row.issuing_body),
    ),
    ...issued.flatMap(({ kind_code, body_code, number, date, subject }) =>
      guiding(`${String(number).padStart(2, '0')}-${kind_code}/${body_code}`, date, subject, null),
    ),
  ];
  return known.filter(({ symbol }, index) => known.findIndex((one) => one.symbol === symbol) === index);
}

/** The decisions under which somebody is assigned on the day. */
export async function readAssignmentDecisions(db: Kysely<Tables>, day: IsoDate): Promise<readonly GuidingDocument[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('assignment_entry as entry', 'entry.decision_id', 'decision.id')
    .select(['decision.number_symbol', 'decision.date', 'decision.issuing_body', 'decision.subject'])
    .where((eb) => eb.or([eb('entry.valid_from', 'is', null), eb('entry.valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('entry.valid_to', 'is', null), eb('entry.valid_to', '>=', day)]))
    .distinct()
    .orderBy('decision.date')
    .execute();
  return rows.flatMap((row) => guiding(row.number_symbol, row.date, row.subject, row.issuing_body));
}

const assignmentSubject = 'về phân công cấp ủy viên, cán bộ dự sinh hoạt chi bộ';

function guiding(
  symbol: string,
  on: string | null,
  subject: string | null,
  issuingBody: string | null,
): GuidingDocument[] {
  const date = on === null ? null : parseIsoDate(on);
  return date === null
    ? []
    : [{ symbol, date, subject: subject === null ? null : decapitalised(subject), issuingBody }];
}

/** Themes planned for the quarter after the period's end, or for the one it is still in. */
export async function readNextThemes(
  db: Kysely<Tables>,
  { dateTo }: Period,
  unit: string | undefined,
): Promise<Bc09Data['next']> {
  const month = monthOf(addDays(dateTo, 1));
  const [quarter] = parsePeriod(month).quarters;
  if (!quarter) return { name: '', themes: [] };
  const plans = await planOfYear(db, { year: quarter.year, quarter: quarter.number, organisationId: unit });
  const planned = plans.flatMap(({ cell_id, quarters }) =>
    quarters
      .filter((each) => each.quarter === quarter.number)
      // What a running quarter has held already is no task any more.
      .flatMap(({ entries }) => entries.filter(({ meetings }) => meetings.length === 0))
      .map(({ title }) => ({ title, cellId: cell_id })),
  );
  const themes = [...Map.groupBy(planned, ({ title }) => searchKey(title)).values()].flatMap((same): PlannedTheme[] => {
    const [first] = same;
    return first ? [{ title: first.title, cellIds: [...new Set(same.map(({ cellId }) => cellId))] }] : [];
  });
  return {
    name: decapitalised(quarterName(quarter)),
    themes: themes.sort((a, b) => b.cellIds.length - a.cellIds.length),
  };
}
