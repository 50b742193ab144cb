import { formatInteger } from '../../vietnamese/numbers.ts';
import { type Figure, figureValue } from '../figure.ts';
import type { BuiltReport, Figures } from '../report.ts';
import type { ReportColumn } from '../report-forms.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf } from './check.ts';

/** R41: the figure of a whole is the sum of those of its parts. One check for each report of figures. */
export const parentAndParts = (code: string): CrossCheck => ({
  code: `parent-and-parts:${code}`,
  title: `${code}: dòng trên bằng tổng các dòng dưới`,
  of: [code],
  run: async ({ report }) => {
    const { form, ...built } = await report(code);
    return sumsThatDisagree(built, form.columns);
  },
});

/** Figures that count or sum; means and rates are reckoned anew, and what no part says stands on the whole alone. */
export function sumsThatDisagree(
  { rows, total }: Pick<BuiltReport, 'rows' | 'total'>,
  columns: readonly ReportColumn[],
): RawFinding[] {
  const under = Map.groupBy(rows, ({ parent }) => parent);
  const wholes = [
    ...rows.map(({ key, name, figures }) => ({ name, figures, parts: under.get(key) ?? [] })),
    { name: 'Tổng cộng', figures: total, parts: under.get(null) ?? [] },
  ];
  return wholes.flatMap(({ name, figures, parts }) =>
    columns.flatMap(({ key, label }) => {
      const whole = figures[key];
      const known = parts.map((part) => part.figures).filter((part) => isSum(part[key]));
      if (!isSum(whole) || known.length === 0) return [];
      const added = known.reduce((sum, part) => sum + valueIn(part, key), 0);
      if (added === valueIn(figures, key)) return [];
      const rowsBelow = known.flatMap((part) => rowsOf(part, key));
      const own = rowsOf(figures, key);
      const message = `${name}, cột “${label}”: ghi ${formatInteger(valueIn(figures, key))}, cộng các dòng dưới được ${formatInteger(added)}.`;
      return [{ weight: 'disagrees', message, rows: [...notAmong(own, rowsBelow), ...notAmong(rowsBelow, own)] }];
    }),
  );
}

function isSum(figure: Figure | undefined): figure is Extract<Figure, { how: 'count' | 'sum' }> {
  return figure?.how === 'count' || figure?.how === 'sum';
}

function valueIn(figures: Figures, key: string): number {
  const figure = figures[key];
  return figure ? (figureValue(figure) ?? 0) : 0;
}
