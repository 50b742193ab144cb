import { formatInteger, formatPercent1 } from '../../../vietnamese/numbers.ts';
import type { FigureRun } from '../../document.ts';
import { type Figure, type FigureRow, figureValue } from '../../figure.ts';
import type { ReportRow } from '../../report.ts';
import type { FinishedReport } from '../../run-report.ts';

/** As a text prints a figure: `4.371`, `93,7%`, `8,5`; what is not known is said so, never 0 (handbook R42). */
export function figureText(figure: Figure): string {
  const value = figureValue(figure);
  if (value === null) return 'chưa có số liệu';
  if (figure.how === 'ratio') return `${value === 100 ? '100' : formatPercent1(value)}%`;
  return figure.how === 'average' && figure.decimals === 1 ? formatPercent1(value) : formatInteger(value);
}

export function figureRun(key: string, label: string, figure: Figure): FigureRun {
  return { key, label, figure, text: figureText(figure) };
}

/** The records behind a figure; of a rate, those above the line. */
export function rowsBehind(figure: Figure): readonly FigureRow[] {
  if (figure.how === 'unknown') return [];
  return figure.how === 'ratio' ? figure.numerator.rows : figure.rows;
}

/** The figures of a finished report as a text quotes them: the same figures, with the same rows behind them. */
export class Quotes {
  readonly report: FinishedReport;

  constructor(report: FinishedReport) {
    this.report = report;
  }

  /** Of a row, or of the last line. Throws TypeError for a column the report does not have. */
  figure(column: string, row: ReportRow | null = null): Figure {
    const figure = (row?.figures ?? this.report.total)[column];
    if (figure) return figure;
    throw new TypeError(`${this.report.report.code} has no column ${column}`);
  }

  value(column: string, row: ReportRow | null = null): number | null {
    return figureValue(this.figure(column, row));
  }

  /** Known and not 0: there is something to name. */
  some(column: string, row: ReportRow | null = null): boolean {
    return (this.value(column, row) ?? 0) !== 0;
  }

  run(column: string, row: ReportRow | null = null): FigureRun {
    const { report, scope } = this.report;
    const key = [report.code, scope.period.key, row?.key ?? 'total', column].join('/');
    return figureRun(key, this.label(column, row), this.figure(column, row));
  }

  /** `Đảng bộ xã An Bình · Có mặt · Tháng 7/2024`, as where a figure is opened in the report itself. */
  label(column: string, row: ReportRow | null = null): string {
    const { form, scope } = this.report;
    const heading = form.columns.find(({ key }) => key === column)?.label ?? column;
    return [row?.name ?? 'Tổng cộng', heading, scope.period.label].join(' · ');
  }

  /** The rows that are no sum of others: cells, and grassroots cells that are their own organisation. */
  get leaves(): readonly ReportRow[] {
    const parents = new Set(this.report.rows.map(({ parent }) => parent));
    return this.report.rows.filter(({ key }) => !parents.has(key));
  }
}
