import type { RuleCode } from '../../rules/rule-values.ts';
import { type CellPlace, cellPlaces, isSingleCell } from '../cell-places.ts';
import { figureValue } from '../figure.ts';
import { type BuiltReport, combineFigures, type Figures, type ReportRow, report, rulesInPeriod } from '../report.ts';
import { type CellWatch, cellWatch } from './bc-13/cell-watch.ts';
import { watchColumns, watchFigures } from './bc-13/columns.ts';
import { watchLists } from './bc-13/lists.ts';
import { type Bc13Data, readBc13 } from './bc-13/read.ts';

const ruleCodes: readonly RuleCode[] = [
  'meeting_kinds',
  'excused_streak',
  'unexcused_months',
  'temporary_exemption',
  'temporary_transfer',
  'probation',
  'expiry_alert',
];

/**
 * BC-13 Danh sách theo dõi đảng viên: how many members of each organisation are to be watched and why, and the handbook's
 * seven lists of them. A cell has a row where there is somebody; its organisation counts them all (R41).
 */
export const bc13 = report<Bc13Data>({
  code: 'BC-13',
  title: 'Biểu tổng hợp theo dõi đảng viên',
  read: readBc13,
  build: buildBc13,
});

export function buildBc13(data: Bc13Data): BuiltReport {
  const { scope, organisations, rules } = data;
  const places = cellPlaces(scope, organisations);
  const watch = cellWatch(data, [...places.keys()]);
  const cells = watch.map((cell) => ({ ...placeOf(places, cell), figures: watchFigures(cell) }));
  const byGrassroots = Map.groupBy(cells, ({ grassrootsId }) => grassrootsId);
  const alone = isSingleCell(places, scope.unit);
  const inOrder = (ids: Iterable<string>) =>
    [...ids].sort((a, b) => organisations.compareOn(a, b, scope.period.dateTo));
  const row = (key: string, kind: 'organisation' | 'cell', parent: string | null, figures: Figures): ReportRow => ({
    key,
    name: organisations.nameOn(key, scope.period.dateTo),
    kind,
    parent,
    texts: {},
    figures,
  });
  const rows = inOrder(byGrassroots.keys()).flatMap((id) => {
    const parts = new Map((byGrassroots.get(id) ?? []).map((cell) => [cell.rowId, cell.figures]));
    const shown = inOrder(parts.keys()).filter((each) => each !== id && (alone || isAnybody(parts.get(each) ?? {})));
    return [
      ...(alone ? [] : [row(id, 'organisation', null, combineFigures([...parts.values()], watchColumns))]),
      ...shown.map((each) => row(each, 'cell', alone ? null : id, parts.get(each) ?? {})),
    ];
  });
  return {
    rules: rulesInPeriod(rules, ruleCodes, scope.period),
    rows,
    total: combineFigures(
      cells.map(({ figures }) => figures),
      watchColumns,
    ),
    notes: [
      'Chi bộ không có trường hợp nào phải theo dõi không ghi dòng riêng.',
      'Danh sách vắng không ghi tên người vắng thì không biết là ai: số người để …',
    ],
    lists: watchLists(data, watch, places),
  };
}

function placeOf(places: ReadonlyMap<string, CellPlace>, { cellId }: CellWatch): CellPlace {
  return places.get(cellId) ?? { rowId: cellId, grassrootsId: cellId };
}

function isAnybody(figures: Figures): boolean {
  return Object.values(figures).some((figure) => (figureValue(figure) ?? 0) > 0);
}
