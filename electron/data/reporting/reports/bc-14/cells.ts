import type { OrganisationHistory } from '../../../organisations/organisation-history.ts';
import type { DraftBlock } from '../../document.ts';
import { type FigureRow, figureValue, type SumFigure } from '../../figure.ts';
import type { FinishedReport } from '../../run-report.ts';
import { fact } from '../letters/wording.ts';
import { decapitalised, type Phrase, say, written } from '../prose/phrases.ts';
import { Quotes, rowsBehind } from '../prose/quotes.ts';

/** What the letter to cells is made of: BC-05 of the period and of the one before. */
export interface CellsLetter {
  now: FinishedReport;
  before: FinishedReport;
  organisations: OrganisationHistory;
  /** The office's own organisation: a letter of its advisory body does not go to itself. */
  rootId: string;
  /** The cell of each meeting that BC-05 counts as not graded. */
  cellOfMeeting: ReadonlyMap<string, string>;
  advisoryBody: string;
}

/** Cells that owe something, with the months or quarters it is owed for. */
export interface Owed {
  key: 'not-reported' | 'thematic' | 'not-graded';
  figure: SumFigure;
  cells: ReadonlyMap<string, readonly string[]>;
}

/** What BC-05 shows as missing: months without a meeting or a word of it, quarters without a theme, meetings without a grade. */
export function owedIn({ now, cellOfMeeting }: Pick<CellsLetter, 'now' | 'cellOfMeeting'>): Owed[] {
  const quotes = new Quotes(now);
  const rows = (column: string) => rowsBehind(quotes.figure(column));
  const done = new Set(rows('thematic_done_cells').map(rowKey));
  const isQuarterOver = now.scope.period.kind !== 'month' || Number(now.scope.period.lastMonth.slice(5)) % 3 === 0;
  // Where nobody grades meetings, that a grade is missing says nothing (R42).
  const grades = ['grade_good', 'grade_fair', 'grade_average', 'grade_poor'].some((column) => quotes.some(column));
  return [
    owed('not-reported', rows('cells_not_reported')),
    owed('thematic', isQuarterOver ? rows('thematic_required_cells').filter((row) => !done.has(rowKey(row))) : []),
    owed('not-graded', grades ? rows('not_graded') : [], cellOfMeeting),
  ].filter(({ cells }) => cells.size > 0);
}

function rowKey({ id, note }: FigureRow): string {
  return `${id} ${note ?? ''}`;
}

function owed(key: Owed['key'], rows: readonly FigureRow[], cellOf?: ReadonlyMap<string, string>): Owed {
  const cells = Map.groupBy(rows, ({ id }) => cellOf?.get(id) ?? id);
  return {
    key,
    figure: { how: 'count', rows },
    cells: new Map([...cells].map(([id, own]) => [id, own.flatMap(({ note }) => (note === null ? [] : [note]))])),
  };
}

export function cellsLetterBody(letter: CellsLetter): DraftBlock[] {
  const { now, before, advisoryBody } = letter;
  const list = owedIn(letter);
  const throughOthers = list.some(({ cells }) => [...cells.keys()].some((id) => toldThrough(letter, id) !== id));
  const { period } = now.scope;
  const quotes = new Quotes(now);
  const earlier = new Quotes(before);
  const beside = earlier.some('cells_met')
    ? say` (${decapitalised(before.scope.period.label)}: ${earlier.run('cells_met')} chi bộ)`
    : [];
  return [
    ...written('situation', [
      say`${period.label}, sổ theo dõi ghi ${quotes.run('cells_met')}/${quotes.run('cells')} chi bộ có sinh hoạt${beside}. Còn các nội dung sau chưa thực hiện hoặc chưa gửi kết quả:`,
    ]),
    ...list.flatMap((one) => owedBlocks(letter, one)),
    ...written('request', [
      throughOthers ? say`Đề nghị các đảng ủy, chi bộ cơ sở kiểm tra, nhắc các chi bộ trực thuộc thực hiện` : null,
      say`${throughOthers ? 'Các' : 'Đề nghị các'} chi bộ có tên trên tổ chức sinh hoạt theo quy định, gửi biên bản và kết quả (kể cả lý do không sinh hoạt) về ${advisoryBody} trước ngày ……/……/……`,
    ]),
  ];
}

/** The line with its figure, then the cells by organisation, those with most to do first. */
function owedBlocks(letter: CellsLetter, { key, figure, cells }: Owed): DraftBlock[] {
  const { now, organisations } = letter;
  const day = now.scope.period.dateTo;
  const several = new Set([...cells.values()].flat()).size > 1;
  const byOrganisation = Map.groupBy(cells, ([id]) => toldThrough(letter, id));
  const label = `${lines[key]}, ${decapitalised(now.scope.period.label)}`;
  const run = fact(key, label, figure);
  const heads: Readonly<Record<Owed['key'], Phrase>> = {
    'not-reported': say`${run} kỳ sinh hoạt chưa có buổi sinh hoạt hoặc chưa báo cáo:`,
    thematic: say`${run} lượt chi bộ chưa sinh hoạt chuyên đề trong quý:`,
    'not-graded': say`${run} buổi sinh hoạt chưa có kết quả chấm điểm, xếp loại:`,
  };
  const items = [...byOrganisation]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([id, own]): DraftBlock => {
      const names = own.map(([cellId, notes]) => {
        const name = organisations.nameOn(cellId, day);
        return several && notes.length > 0 ? `${name} (${notes.map(decapitalised).join(', ')})` : name;
      });
      const isItself = own.length === 1 && own[0]?.[0] === id;
      const text = isItself ? names.join('') : `${organisations.nameOn(id, day)}: ${names.join('; ')}`;
      return { kind: 'written', key: `${key}/${id}`, mark: '-', runs: [`${text}.`] };
    });
  return [{ kind: 'written', key, runs: heads[key] }, ...items];
}

const lines: Readonly<Record<Owed['key'], string>> = {
  'not-reported': 'Chi bộ chưa báo cáo sinh hoạt',
  thematic: 'Chi bộ chưa sinh hoạt chuyên đề',
  'not-graded': 'Buổi sinh hoạt chưa xếp loại',
};

/** Who tells the cell: its grassroots organisation, or itself where that is the office's own. */
function toldThrough({ organisations, rootId, now }: CellsLetter, cellId: string): string {
  const grassroots = organisations.grassrootsOf(cellId, now.scope.period.dateTo);
  return grassroots === rootId ? cellId : grassroots;
}

/** Whom it goes to: the organisations of the cells that owe something, as their committees are called. */
export function cellsLetterAddressees(letter: CellsLetter, most: number): string[] {
  const day = letter.now.scope.period.dateTo;
  const ids = new Set(owedIn(letter).flatMap(({ cells }) => [...cells.keys()].map((id) => toldThrough(letter, id))));
  const names = [...ids].map((id) => letter.organisations.nameOn(id, day).replace(/^Đảng bộ(?= )/u, 'Đảng ủy'));
  return names.length === 0 || names.length > most ? ['Các đảng ủy, chi bộ cơ sở có tên trong Công văn này'] : names;
}

/** What there is to remind of, in all. */
export function owedTotal(letter: Pick<CellsLetter, 'now' | 'cellOfMeeting'>): number {
  return owedIn(letter).reduce((sum, { figure }) => sum + (figureValue(figure) ?? 0), 0);
}
