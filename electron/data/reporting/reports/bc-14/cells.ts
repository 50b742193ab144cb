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
  /** Meetings whose minutes should have come by now and have not; none where the office keeps no minutes at all (R42). */
  withoutMinutes: readonly FigureRow[];
  advisoryBody: string;
}

/** Cells that owe something, with the months or quarters it is owed for. */
export interface Owed {
  key: 'not-reported' | 'thematic' | 'not-graded' | 'minutes';
  figure: SumFigure;
  cells: ReadonlyMap<string, readonly string[]>;
}

type OwedBooks = Pick<CellsLetter, 'now' | 'cellOfMeeting' | 'withoutMinutes'>;

/** What BC-05 shows as missing: months nothing was heard of, quarters without a theme, meetings without a grade; and minutes. */
export function owedIn({ now, cellOfMeeting, withoutMinutes }: OwedBooks): Owed[] {
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
    owed('minutes', withoutMinutes, cellOfMeeting),
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
  const notMet = quotes.some('cells_not_met')
    ? say`, ${quotes.run('cells_not_met')} ${unitText(letter)} báo không sinh hoạt`
    : [];
  return [
    ...written('situation', [
      say`${period.label}, có ${quotes.run('cells_met')}/${quotes.run('cells')} chi bộ sinh hoạt${beside}${notMet}. Đến nay còn các nội dung sau chưa thực hiện hoặc chưa gửi kết quả:`,
    ]),
    ...list.flatMap((one) => owedBlocks(letter, one)),
    ...written('request', [
      throughOthers ? say`Đề nghị các đảng ủy, chi bộ cơ sở kiểm tra, nhắc các chi bộ trực thuộc thực hiện` : null,
      say`${throughOthers ? 'Các' : 'Đề nghị các'} chi bộ có tên trên ${list.map(({ key }) => words[key].asked).join('; ')}; gửi kết quả về ${advisoryBody} trước ngày ……/……/……`,
    ]),
  ];
}

/** The line with its figure, then the cells by organisation, those with most to do first. */
function owedBlocks(letter: CellsLetter, { key, figure, cells }: Owed): DraftBlock[] {
  const { now, organisations } = letter;
  const day = now.scope.period.dateTo;
  const several = new Set([...cells.values()].flat()).size > 1;
  const byOrganisation = Map.groupBy(cells, ([id]) => toldThrough(letter, id));
  const run = fact(key, `${words[key].label}, ${decapitalised(now.scope.period.label)}`, figure);
  const heads: Readonly<Record<Owed['key'], Phrase>> = {
    'not-reported': say`Có ${run} ${unitText(letter)} chưa báo cáo việc sinh hoạt:`,
    thematic: say`Có ${run} ${now.scope.period.quarters.length > 1 ? 'lượt chi bộ' : 'chi bộ'} chưa sinh hoạt chuyên đề trong quý:`,
    'not-graded': say`Có ${run} buổi sinh hoạt chưa có kết quả chấm điểm, xếp loại:`,
    minutes: say`Có ${run} buổi sinh hoạt chưa gửi biên bản:`,
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

/** Each kind of debt: the figure's label, what the subject calls it, what the cells are asked to do. */
const words: Readonly<Record<Owed['key'], { label: string; subject: string; asked: string }>> = {
  'not-reported': {
    label: 'Chi bộ chưa báo cáo sinh hoạt',
    subject: 'báo cáo việc sinh hoạt chi bộ',
    asked: 'báo cáo việc sinh hoạt, nêu lý do nếu không sinh hoạt',
  },
  thematic: {
    label: 'Chi bộ chưa sinh hoạt chuyên đề',
    subject: 'sinh hoạt chuyên đề',
    asked: 'tổ chức sinh hoạt chuyên đề theo quy định',
  },
  'not-graded': {
    label: 'Buổi sinh hoạt chưa xếp loại',
    subject: 'xếp loại buổi sinh hoạt',
    asked: 'chấm điểm, xếp loại buổi sinh hoạt',
  },
  minutes: {
    label: 'Buổi sinh hoạt chưa gửi biên bản',
    subject: 'gửi biên bản',
    asked: 'hoàn thiện, gửi biên bản',
  },
};

/** `đôn đốc báo cáo việc sinh hoạt chi bộ, gửi biên bản tháng 7/2024`: what is owed and nothing else. */
export function cellsLetterSubject(letter: OwedBooks): string {
  const owedSubjects = owedIn(letter).map(({ key }) => words[key].subject);
  const subjects = owedSubjects.length === 0 ? [words['not-reported'].subject] : owedSubjects;
  return `đôn đốc ${subjects.join(', ')} ${decapitalised(letter.now.scope.period.label)}`;
}

/** A month is met or not by a cell; a longer period has several months for each. */
function unitText({ now }: Pick<CellsLetter, 'now'>): string {
  return now.scope.period.kind === 'month' ? 'chi bộ' : 'lượt chi bộ';
}

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
export function owedTotal(letter: OwedBooks): number {
  return owedIn(letter).reduce((sum, { figure }) => sum + (figureValue(figure) ?? 0), 0);
}
