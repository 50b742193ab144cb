import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PeriodGradeRecord } from '../../contract/ratings.ts';
import { SochiboError } from '../errors.ts';
import type { Grade } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { firstDayOfMonth, type IsoDate, lastDayOfMonth, type Month, parseMonth } from '../vietnamese/dates.ts';
import { type CellGrades, type GradedSpan, gradesOfCells, readGradeBook } from './grade-book.ts';

/**
 * Every cell's grades of a quarter or a year (`2024-Q3`, `2024`): its meetings by grade, what the sheet's rule proposes and
 * what the superior decided, in the order of the office's list.
 */
export async function listPeriodGrades(
  db: Kysely<Tables>,
  period: string,
  today: IsoDate,
): Promise<PeriodGradeRecord[]> {
  const span = spanOf(period, today);
  const { first, last } = ends(span);
  const days = { from: firstDayOfMonth(first), to: span.dateTo };
  const book = await readGradeBook(db, { months: { from: first, to: last }, days });
  const cells = book.organisations.cellsBetween(days.from, days.to);
  const grades = gradesOfCells(book, cells, span);
  return cells
    .flatMap((id) => {
      const [place, own] = [book.organisations.placeOn(id, span.dateTo), grades.get(id)];
      return place && own ? [{ place, record: recordOf(id, place, own) }] : [];
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ record }) => record);
}

export interface Decision {
  cell_id: string;
  period: string;
  decided: Grade | null;
  decided_on: string | null;
  document: string | null;
  note: string | null;
}

/** What the superior committee decided, beside what the rule proposed on that day. Throws `not_found` for no such cell. */
export async function decidePeriodGrade(db: Kysely<Tables>, decision: Decision, today: IsoDate): Promise<void> {
  const { cell_id, period, ...said } = decision;
  const known = (await listPeriodGrades(db, period, today)).find((record) => record.cell_id === cell_id);
  if (!known) throw new SochiboError('not_found', 'Sổ không có chi bộ này trong kỳ. Chọn chi bộ trong danh sách.');
  const present = await db
    .selectFrom('period_grade')
    .select('id')
    .where('cell_id', '=', cell_id)
    .where('period', '=', period)
    .executeTakeFirst();
  const values = { ...said, proposed: known.proposed.grade };
  const isEmpty = Object.values(said).every((value) => value === null);
  if (present && isEmpty) await db.deleteFrom('period_grade').where('id', '=', present.id).execute();
  else if (present) await db.updateTable('period_grade').set(values).where('id', '=', present.id).execute();
  else if (!isEmpty)
    await db
      .insertInto('period_grade')
      .values({ ...values, id: newId(), cell_id, period })
      .execute();
}

function recordOf(
  cellId: string,
  { name, grassroots }: { name: string; grassroots: string },
  { months, proposed, decided }: CellGrades,
): PeriodGradeRecord {
  const held = months.filter(({ state }) => state === 'held');
  const recorded = months.some(({ state }) => state === 'held' || state === 'not_held');
  const graded = (grade: Grade | null) =>
    recorded ? held.filter(({ rating }) => (rating?.grade ?? null) === grade).length : null;
  return {
    ...{ cell_id: cellId, cell: name, grassroots },
    ...{ good: graded('good'), fair: graded('fair'), average: graded('average'), poor: graded('poor') },
    not_graded: graded(null),
    proposed,
    decided: decided?.decided ?? null,
    decided_on: decided?.decided_on ?? null,
    document: decided?.document ?? null,
    note: decided?.note ?? null,
  };
}

function spanOf(period: string, today: IsoDate): GradedSpan {
  const [year = '', quarter] = period.split('-Q');
  const [from, to] = quarter === undefined ? [1, 12] : [Number(quarter) * 3 - 2, Number(quarter) * 3];
  const months: Month[] = [];
  for (let number = from; number <= to; number += 1) {
    const month = parseMonth(`${year}-${String(number).padStart(2, '0')}`);
    if (month !== null) months.push(month);
  }
  const last = months.at(-1);
  if (last === undefined)
    throw new SochiboError('wrong_arguments', `Kỳ "${period}" không đúng. Viết 2024 hoặc 2024-Q3.`);
  const dateTo = lastDayOfMonth(last);
  return { key: period, months, dateTo, quarters: [], asOf: today < dateTo ? today : dateTo };
}

function ends({ months }: GradedSpan): { first: Month; last: Month } {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a period without months');
  return { first, last };
}
