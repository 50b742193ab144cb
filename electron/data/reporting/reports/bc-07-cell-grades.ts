import type { Kysely } from 'kysely';
import { type CellGrades, type GradeBook, gradesOfCells, readGradeBook } from '../../ratings/grade-book.ts';
import type { RuleCode } from '../../rules/rule-values.ts';
import type { Tables } from '../../schema/database.ts';
import { type CellPlace, cellPlaces, foldingNote, isSingleCell } from '../cell-places.ts';
import {
  type BuiltReport,
  combineFigures,
  type Figures,
  type ReportRow,
  type ReportScope,
  report,
  rulesInPeriod,
} from '../report.ts';
import { figureKeys, figuresOf, foldedTexts, scorerWords, textsOf } from './bc-07/columns.ts';

export interface Bc07Data {
  scope: ReportScope;
  book: GradeBook;
  cellTypes: ReadonlyMap<string, string>;
}

interface GradedCell extends CellPlace {
  id: string;
  cell: CellGrades;
  figures: Figures;
}

const ruleCodes: readonly RuleCode[] = ['meeting_kinds', 'printed_grade'];

/**
 * BC-07 Biểu tổng hợp xếp loại chất lượng sinh hoạt chi bộ: one row a grassroots organisation with one a cell under it.
 * A month shows the printed rating of its regular meeting; an organisation the mean of its cells' (R41). Months without
 * points are left out of every mean (R42).
 */
export const bc07 = report<Bc07Data>({
  code: 'BC-07',
  title: 'Biểu tổng hợp xếp loại chất lượng sinh hoạt chi bộ',
  foldsPast: true,
  read: readBc07,
  build: buildBc07,
});

async function readBc07(db: Kysely<Tables>, scope: ReportScope): Promise<Bc07Data> {
  const { period } = scope;
  const [book, types] = await Promise.all([
    readGradeBook(db, {
      months: { from: period.months[0], to: period.lastMonth },
      days: { from: period.quarters[0]?.from ?? period.dateFrom, to: period.dateTo },
    }),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'cell_types').execute(),
  ]);
  return { scope, book, cellTypes: new Map(types.map(({ code, label }) => [code, label])) };
}

export function buildBc07(data: Bc07Data): BuiltReport {
  const { scope, book } = data;
  const { period, unit, asOf } = scope;
  const { organisations } = book;
  const places = cellPlaces(scope, organisations);
  const grades = gradesOfCells(book, [...places.keys()], {
    ...{ key: period.key, months: period.months, dateTo: period.dateTo, quarters: period.quarters, asOf },
  });
  const cells = [...grades].map(([id, cell]): GradedCell => {
    const place = places.get(id) ?? { rowId: id, grassrootsId: id };
    return { id, ...place, cell, figures: figuresOf(cell, period) };
  });
  const byGrassroots = Map.groupBy(cells, ({ grassrootsId }) => grassrootsId);
  const inOrder = (a: string, b: string) => organisations.compareOn(a, b, scope.organisedOn ?? period.dateTo);
  const alone = isSingleCell(places, unit);
  const rows = [...byGrassroots.keys()].sort(inOrder).flatMap((id) => {
    const parts = byGrassroots.get(id) ?? [];
    const byRow = Map.groupBy(parts, ({ rowId }) => rowId);
    const parent = alone ? null : id;
    return [
      ...(parent === null ? [] : [row(data, id, 'organisation', null, parts, byRow.get(id) ?? [])]),
      ...[...byRow.keys()]
        .filter((rowId) => rowId !== id)
        .sort(inOrder)
        .map((rowId) => {
          const own = byRow.get(rowId) ?? [];
          return row(data, rowId, 'cell', parent, own, own);
        }),
    ];
  });
  return {
    rules: rulesInPeriod(book.rules, ruleCodes, period),
    rows,
    total: combineFigures(
      cells.map(({ figures }) => figures),
      figureKeys,
    ),
    notes: notesOf(data, [...grades.values()]),
  };
}

/** The row of the cells in `parts`, with the words of its `own`: a grassroots cell is its own organisation. */
function row(
  { scope: { period, organisedOn }, book: { organisations }, cellTypes }: Bc07Data,
  key: string,
  kind: 'organisation' | 'cell',
  parent: string | null,
  parts: readonly GradedCell[],
  own: readonly GradedCell[],
): ReportRow {
  const version = organisations.versionOn(key, organisedOn ?? period.dateTo);
  const type = version?.cell_type ?? null;
  const words = own.map(({ id, cell }) => ({
    ...{ isSuccessor: id === key, name: organisations.nameOn(id, period.dateTo) },
    texts: textsOf(cell, period),
  }));
  return {
    ...{
      key,
      name: version?.name ?? '',
      kind,
      parent,
      figures: combineFigures(
        parts.map(({ figures }) => figures),
        figureKeys,
      ),
    },
    texts: { 'Loại hình': type === null ? null : (cellTypes.get(type) ?? type), ...foldedTexts(words) },
  };
}

function notesOf({ scope, book }: Bc07Data, cells: readonly CellGrades[]): string[] {
  const { period } = scope;
  const printed = book.rules.on('printed_grade', period.dateTo).value;
  const hasGrade = period.kind === 'year' || period.kind === 'quarter';
  return [
    ...foldingNote(scope),
    `Điểm và xếp loại lấy theo: ${printed.map((role) => scorerWords[role]).join('; nếu chưa có thì ')}.`,
    'Điểm bình quân chỉ tính các kỳ đã có điểm.',
    ...(hasGrade && cells.length > 0 && cells.every(({ hasRules }) => !hasRules)
      ? ['Mẫu chấm điểm đang áp dụng không có quy tắc xếp loại kỳ này: cột Đề nghị để trống.']
      : []),
  ];
}
