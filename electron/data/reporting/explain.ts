import type { Kysely } from 'kysely';
import type { Explanation } from '../../contract/reports.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { type Descriptions, describeRows } from './describe-rows.ts';
import { type Figure, type FigureRow, figureValue, type SumFigure } from './figure.ts';
import { type FinishedReport, finishReport, type ReportQuestion, type ReportSource } from './run-report.ts';

/** Which figure of a report; the row `total` is the last line. */
export interface FigureQuestion extends ReportQuestion {
  row: string;
  column: string;
}

/**
 * The records behind one figure, in words (architecture, decision 5). Their amounts add up to the value; for a ratio the
 * rows are those of the numerator, for a mean all that were averaged, and `parts` says what is divided by what.
 * Throws as `runReport`, and `not_found` for a row or column the report does not have.
 */
export async function explain(source: ReportSource, question: FigureQuestion): Promise<Explanation> {
  return explainFigure(source.db, await finishReport(source, question), question);
}

/** As `explain`, of a report already at hand. */
export async function explainFigure(
  db: Kysely<Tables>,
  finished: FinishedReport,
  question: Pick<FigureQuestion, 'row' | 'column'>,
): Promise<Explanation> {
  const { name, figure } = find(finished, question);
  const column = finished.form.columns.find(({ key }) => key === question.column);
  const label = [name, column?.label ?? question.column, finished.scope.period.label].join(' · ');
  return explainWrittenFigure(db, { label, figure });
}

/** As `explain`, of any figure with its name in words: one in a text, one that was frozen. */
export async function explainWrittenFigure(
  db: Kysely<Tables>,
  { label, figure }: { label: string; figure: Figure },
): Promise<Explanation> {
  const descriptions = await describeRows(db, rowsOf(figure));
  return explanationOf({ label, figure, value: figureValue(figure) }, descriptions);
}

/** The same with the words of its records at hand, and the value it is to be shown with. */
export function explanationOf(
  { label, figure, value }: { label: string; figure: Figure; value: number | null },
  descriptions: Descriptions,
): Explanation {
  return {
    label,
    value,
    how: figure.how,
    rows: rowsOf(figure).map(({ entity, id, amount, note }) => {
      const described = descriptions.of(entity, id);
      const words = note === null ? described.label : `${described.label}, ${note}`;
      return { entity, id, label: words, context: described.context, amount };
    }),
    parts: partsOf(figure),
  };
}

function find(
  { rows, total }: FinishedReport,
  { row: key, column }: Pick<FigureQuestion, 'row' | 'column'>,
): { name: string; figure: Figure } {
  const row = key === 'total' ? { name: 'Tổng cộng', figures: total } : rows.find((candidate) => candidate.key === key);
  if (!row)
    throw new SochiboError('not_found', `Báo cáo không có dòng "${key}". Xem khóa của dòng trong report --json.`);
  const figure = row.figures[column];
  if (!figure) {
    throw new SochiboError('not_found', `Báo cáo không có cột "${column}". Xem khóa của cột trong report --json.`);
  }
  return { name: row.name, figure };
}

function rowsOf(figure: Figure): readonly FigureRow[] {
  switch (figure.how) {
    case 'count':
    case 'sum':
    case 'average':
      return figure.rows;
    case 'ratio':
      return figure.numerator.rows;
    case 'unknown':
      return [];
  }
}

function partsOf(figure: Figure): Explanation['parts'] {
  if (figure.how === 'ratio') {
    return { numerator: added(figure.numerator), denominator: added(figure.denominator) };
  }
  if (figure.how === 'average') return { numerator: added(figure), denominator: figure.rows.length };
  return null;
}

function added({ rows }: Pick<SumFigure, 'rows'>): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}
