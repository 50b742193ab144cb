import { cellPlaces } from '../cell-places.ts';
import { combine, count, type Figure, type SumFigure, unknown } from '../figure.ts';
import { type BuiltReport, type Figures, type ReportRow, report } from '../report.ts';
import { buildBc05 } from './bc-05-cell-meetings.ts';
import { planList, resultList, undoneList } from './bc-08/lists.ts';
import { type Bc08Data, readBc08 } from './bc-08/read.ts';

/**
 * BC-08 Biểu tổng hợp sinh hoạt chuyên đề: coverage by quarter (R5) with the same figures as BC-05, what was planned, and
 * the lists of plan, results and cells that missed a quarter.
 */
export const bc08 = report<Bc08Data>({
  code: 'BC-08',
  title: 'Biểu tổng hợp sinh hoạt chuyên đề',
  foldsPast: true,
  read: readBc08,
  build: buildBc08,
});

const ruleNames: ReadonlySet<string> = new Set(['meeting_kinds', 'thematic_per_quarter', 'printed_grade']);

export function buildBc08(data: Bc08Data): BuiltReport {
  const { scope, organisations } = data.meetings;
  const meetings = buildBc05(data.meetings);
  const places = cellPlaces(scope, organisations);
  const isSilent = (meetings.total.thematic_done_cells ?? unknown).how === 'unknown';
  const byRow = Map.groupBy(places, ([, { rowId }]) => rowId);
  const byGrassroots = Map.groupBy(places, ([, { grassrootsId }]) => grassrootsId);
  const cellsOf = ({ key, kind }: ReportRow) => (kind === 'cell' ? byRow : byGrassroots).get(key) ?? [];
  const figures = (known: Figures, cells: readonly (readonly [string, unknown])[]): Figures => ({
    ...thematic(known, isSilent),
    thematic_combined: combined(data, known.thematic_meetings),
    thematic_planned: combine(cells.map(([id]) => planned(data, id))),
  });
  const total = figures(meetings.total, [...places]);
  return {
    rules: meetings.rules.filter(({ name }) => ruleNames.has(name)),
    rows: meetings.rows.map((row) => ({ ...row, figures: figures(row.figures, cellsOf(row)) })),
    total,
    notes: [
      ...meetings.notes.filter((note) => !note.startsWith('Xếp loại')),
      'Chưa thực hiện gồm cả chi bộ chưa báo cáo buổi sinh hoạt chuyên đề nào trong quý.',
    ],
    lists: [planList(data, places), resultList(data, places, total), undoneList(data, places, total)],
  };
}

/** The figures of BC-05, and the quarters of cells that are owed but not done (the list of cells that missed the quarter). */
function thematic(known: Figures, isSilent: boolean): Figures {
  const required = known.thematic_required_cells ?? unknown;
  const done = known.thematic_done_cells ?? unknown;
  return {
    thematic_required_cells: required,
    thematic_done_cells: done,
    thematic_missing_cells: isSilent ? unknown : without(required, done),
    thematic_rate: known.thematic_rate ?? unknown,
    thematic_meetings: known.thematic_meetings ?? unknown,
  };
}

function without(required: Figure, done: Figure): Figure {
  if (required.how !== 'count') return unknown;
  const held = new Set(done.how === 'count' ? done.rows.map(keyOf) : []);
  return { how: 'count', rows: required.rows.filter((row) => !held.has(keyOf(row))) };
}

function keyOf({ id, note }: SumFigure['rows'][number]): string {
  return `${id} ${note}`;
}

/** A combined meeting is a regular one too (R5). */
function combined({ details }: Bc08Data, held: Figure | undefined): Figure {
  if (held?.how !== 'count') return unknown;
  return { how: 'count', rows: held.rows.filter(({ id }) => details.get(id)?.isRegular) };
}

/** A cell without any theme in its plan has no plan: not 0 themes (R42). */
function planned({ plans }: Bc08Data, cellId: string): Figure {
  const entries = plans.get(cellId) ?? [];
  return entries.length === 0
    ? unknown
    : count(
        'thematic_plan',
        entries.map(({ id }) => id),
      );
}
