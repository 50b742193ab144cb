import type { Kysely } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { type Figure, type FigureRow, figureValue } from '../figure.ts';
import type { FrozenContent } from '../frozen/content.ts';
import type { Period } from '../period.ts';
import type { Figures } from '../report.ts';
import type { FinishedReport } from '../run-report.ts';

/** What a check found, before its records are put in words. */
export interface RawFinding {
  weight: 'disagrees' | 'notice';
  message: string;
  rows: readonly FigureRow[];
}

/** The report that is to be issued and whatever it is held against, each made once. */
export interface CheckContext {
  db: Kysely<Tables>;
  period: Period;
  unit: string | null;
  /** A report of the same period, unit and basis. */
  report(code: string): Promise<FinishedReport>;
  /** The frozen report that stands for another period, of the same unit and basis; null when there is none. */
  frozen(code: string, period: string): Promise<FrozenContent | null>;
}

/** One cross-check. It never stops anything: it says what does not agree, and where to look (handbook R41, R42). */
export interface CrossCheck {
  code: string;
  /** What is held against what, for the list of what was checked. */
  title: string;
  /** The reports it is run for. */
  of: readonly string[];
  run(context: CheckContext): Promise<RawFinding[]>;
}

/** The records behind a figure that counts or sums; none behind what is not known. */
export function rowsOf(figures: Figures, column: string): readonly FigureRow[] {
  const figure: Figure | undefined = figures[column];
  return figure && (figure.how === 'count' || figure.how === 'sum') ? figure.rows : [];
}

/** Null also for a column the report does not have. */
export function valueIn(figures: Figures, column: string): number | null {
  const figure = figures[column];
  return figure ? figureValue(figure) : null;
}

/** Rows whose record is not among `others`. */
export function notAmong(rows: readonly FigureRow[], others: readonly FigureRow[]): FigureRow[] {
  const known = new Set(others.map(({ entity, id }) => `${entity} ${id}`));
  return rows.filter(({ entity, id }) => !known.has(`${entity} ${id}`));
}
