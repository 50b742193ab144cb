import { CellMeetingDays } from '../../meetings/cell-days.ts';
import type { RuleCode, RuleValue } from '../../rules/rule-values.ts';
import { cellPlaces, foldingNote, isSingleCell } from '../cell-places.ts';
import { combine, type Figure, hasNoRows, unknown } from '../figure.ts';
import type { Period } from '../period.ts';
import { type BuiltReport, type Figures, type ReportRow, report, rulesInPeriod } from '../report.ts';
import { type CellFacts, cellFacts, type FactRules, factRuleCodes } from './bc-05/cell-facts.ts';
import { type Bc05Column, bc05Columns, type FigureRules, figureRuleCodes } from './bc-05/columns.ts';
import { type Bc05Data, readBc05 } from './bc-05/read.ts';

const ruleCodes: readonly RuleCode[] = [...factRuleCodes, ...figureRuleCodes, 'printed_grade'];

/**
 * BC-05 Biểu tổng hợp tình hình sinh hoạt chi bộ: one row a grassroots organisation with one a cell under it. The figures
 * of an organisation and of the whole are put together from the cells' (R41): they sum what is recorded, and the column
 * "Chưa báo cáo" says how much is not. The row of a cell of which nothing is recorded is unknown, not 0 (R42).
 */
export const bc05 = report<Bc05Data>({
  code: 'BC-05',
  title: 'Biểu tổng hợp tình hình sinh hoạt chi bộ',
  foldsPast: true,
  read: readBc05,
  build: buildBc05,
});

export function buildBc05(data: Bc05Data): BuiltReport {
  const { scope, rules } = data;
  const end = scope.period.dateTo;
  const factRules: FactRules = {
    days: new CellMeetingDays(data.organisations, data.dayExceptions, rules),
    kinds: rules.on('meeting_kinds', end).value,
    minimumMinutes: rules.versions('minimum_minutes'),
    printedGrade: rules.on('printed_grade', end).value,
  };
  const figureRules: FigureRules = {
    thematicPerQuarter: rules.on('thematic_per_quarter', end).value,
    exemptPresent: rules.on('exempt_present', end).value,
  };
  const organisedOn = scope.organisedOn ?? end;
  const places = cellPlaces(scope, data.organisations);
  const cells = cellFacts(data, [...places.keys()], factRules).map((facts) => ({
    facts,
    ...(places.get(facts.id) ?? { rowId: facts.id, grassrootsId: facts.id }),
    figures: figuresOf(facts, figureRules),
  }));
  // Where nobody has recorded anything the form shows no zeros at all (R42).
  const isSilent = cells.every(({ facts }) => !facts.recorded);
  const whole = (parts: readonly (typeof cells)[number][]): Figures => {
    const figures = together(parts.map((part) => part.figures));
    return isSilent ? onlyKnown(figures) : figures;
  };
  const byGrassroots = Map.groupBy(cells, ({ grassrootsId }) => grassrootsId);
  const grassrootsIds = [...byGrassroots.keys()].sort((a, b) => data.organisations.compareOn(a, b, organisedOn));
  const alone = isSingleCell(places, scope.unit);
  const rows = grassrootsIds.flatMap((id) => {
    const parts = byGrassroots.get(id) ?? [];
    const byRow = Map.groupBy(
      parts.filter(({ rowId }) => rowId !== id),
      ({ rowId }) => rowId,
    );
    const rowIds = [...byRow.keys()].sort((a, b) => data.organisations.compareOn(a, b, organisedOn));
    const parent = alone ? null : id;
    return [
      ...(parent === null ? [] : [row(data, id, 'organisation', null, whole(parts))]),
      ...rowIds.map((rowId) => row(data, rowId, 'cell', parent, folded(byRow.get(rowId) ?? []))),
    ];
  });
  return {
    rules: rulesInPeriod(rules, ruleCodes, scope.period),
    rows,
    total: whole(cells),
    notes: [...foldingNote(scope), ...thematicNote(scope.period), gradeNote(factRules.printedGrade)],
  };
}

/** One row from the cells that are one today; what none of them said is unknown. */
function folded(parts: readonly { facts: CellFacts; figures: Figures }[]): Figures {
  const [first] = parts;
  const own = ({ facts, figures }: { facts: CellFacts; figures: Figures }) => ofCell(facts, figures);
  return first && parts.length === 1 ? own(first) : together(parts.map(own));
}

function figuresOf(facts: CellFacts, rules: FigureRules): Figures {
  return mapColumns((_key, column) => column.figure(facts, rules));
}

/** The figures of an organisation, or of the whole, from those of its cells (R41). */
function together(parts: readonly Figures[]): Figures {
  return mapColumns((key, column) => {
    const figures = parts.map((part) => part[key] ?? unknown);
    return ifRecorded(column, combine(figures, { strict: column.strict ?? false }));
  });
}

/**
 * What the cell's own row shows: unknown wherever the cell has not said anything (R42), but for what other records say: a
 * thematic meeting of an earlier month of the quarter stands in its organisation's sum, and so in its row (R41).
 */
function ofCell({ recorded, lastMonth }: CellFacts, figures: Figures): Figures {
  return mapColumns((key, column) => {
    const figure = figures[key] ?? unknown;
    const isMissing = !column.known && (!recorded || (column.ofLastMonth && lastMonth === null));
    return isMissing && restsOnNothing(figure) ? unknown : ifRecorded(column, figure);
  });
}

/** What is known of cells that reported nothing: how many there are, and what other records say of them. */
function onlyKnown(figures: Figures): Figures {
  return mapColumns((key, column) => {
    const figure = figures[key] ?? unknown;
    return column.known || !restsOnNothing(figure) ? figure : unknown;
  });
}

/** Nothing is counted: of a rate, nothing above the line. */
function restsOnNothing(figure: Figure): boolean {
  return hasNoRows(figure.how === 'ratio' ? figure.numerator : figure);
}

function ifRecorded(column: Bc05Column, figure: Figure): Figure {
  return column.ifRecorded && hasNoRows(figure) ? unknown : figure;
}

const columns = Object.entries(bc05Columns);

function mapColumns(figureOf: (key: string, column: Bc05Column) => Figure): Figures {
  const figures: Record<string, Figure> = {};
  for (const [key, column] of columns) figures[key] = figureOf(key, column);
  return figures;
}

function row(
  { scope, organisations, cellTypes }: Bc05Data,
  key: string,
  kind: 'organisation' | 'cell',
  parent: string | null,
  figures: Figures,
): ReportRow {
  const version = organisations.versionOn(key, scope.organisedOn ?? scope.period.dateTo);
  const type = version?.cell_type ?? null;
  return {
    key,
    name: version?.name ?? '',
    kind,
    parent,
    texts: { 'Loại hình': type === null ? null : (cellTypes.get(type) ?? type) },
    figures,
  };
}

const scorers: Readonly<Record<RuleValue<'printed_grade'>[number], string>> = {
  superior_decision: 'cấp trên quyết định',
  visiting_official: 'cấp ủy viên dự chấm',
  cell_committee: 'chi ủy chấm',
  self: 'chi bộ tự chấm',
};

/** Whose grade is printed (BC-05: "by setting; print which"). */
function gradeNote(rule: RuleValue<'printed_grade'>): string {
  return `Xếp loại buổi sinh hoạt lấy theo: ${rule.map((role) => scorers[role]).join('; nếu chưa có thì ')}.`;
}

/** Coverage is owed by the quarter (R5): what that means for a form of another length. */
function thematicNote({ kind }: Period): string[] {
  if (kind === 'quarter') return [];
  if (kind === 'month') return ['Số chi bộ sinh hoạt chuyên đề tính từ đầu quý đến hết tháng.'];
  return ['Số chi bộ sinh hoạt chuyên đề: mỗi chi bộ tính một lần cho mỗi quý.'];
}
