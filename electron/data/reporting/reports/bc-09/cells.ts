import type { FigureRun } from '../../document.ts';
import { count, type Figure, type FigureRow } from '../../figure.ts';
import { capped, clauses, type Phrase, say } from '../prose/phrases.ts';
import { figureRun, rowsBehind } from '../prose/quotes.ts';
import type { Bc09Data, NotedMeeting } from './data.ts';

/** One cell among the records behind a figure. */
export interface CellRecords {
  cellId: string;
  rows: readonly FigureRow[];
  /** Of the rows that are meetings. */
  meetings: readonly NotedMeeting[];
}

/** The cells behind a figure of meetings or cells, those with most records first, then in the order of the office. */
export function cellsBehind(data: Bc09Data, figure: Figure): CellRecords[] {
  const rows = rowsBehind(figure).map((row) => {
    const meeting = row.entity === 'meeting' ? data.meetings.get(row.id) : undefined;
    return { row, meeting, cellId: meeting?.cellId ?? row.id };
  });
  const cells = [...Map.groupBy(rows, ({ cellId }) => cellId)].map(
    ([cellId, own]): CellRecords => ({
      cellId,
      rows: own.map(({ row }) => row),
      meetings: own.flatMap(({ meeting }) => meeting ?? []),
    }),
  );
  const amount = ({ rows: own }: CellRecords) => own.reduce((sum, row) => sum + row.amount, 0);
  return cells.sort((a, b) => amount(b) - amount(a) || orderOf(data, a.cellId) - orderOf(data, b.cellId));
}

function orderOf({ organisations, period }: Bc09Data, cellId: string): number {
  return organisations.placeOn(cellId, period.dateTo)?.order ?? 0;
}

/** `Chi bộ thôn 4 (xã Hòa Lẫm; tháng 3, 9)`: with its commune where the report is about more than one. */
export function cellNamed(data: Bc09Data, cellId: string, details: readonly Phrase[] = []): Phrase {
  const { organisations, period } = data;
  const place = organisations.placeOn(cellId, period.dateTo);
  const commune =
    place === null || place.grassroots_id === cellId || isOneCommune(data) ? [] : [placeText(place.grassroots)];
  const said = clauses([...commune.map((name): Phrase => [name]), ...details.filter((detail) => detail.length > 0)]);
  return said.length === 0 ? [place?.name ?? ''] : say`${place?.name ?? ''} (${said})`;
}

/** The cells named, the rest by number with the return form that names them. */
export function cellsNamed(
  data: Bc09Data,
  cells: readonly CellRecords[],
  { key, form, detail = () => [] }: { key: string; form: string; detail?: (cell: CellRecords) => readonly Phrase[] },
): Phrase {
  return capped(cells, data.exceptions.names, {
    named: (cell) => cellNamed(data, cell.cellId, detail(cell)),
    others: (left) =>
      say`${othersRun(
        key,
        left.map(({ cellId }) => cellId),
      )} chi bộ khác (${formText(form)})`,
  });
}

/** `Biểu BC-05 kèm theo`: the whole workbook goes beside the report, the annex in Word has its summary. */
export function formText(code: string): string {
  return `Biểu ${code} kèm theo`;
}

export function othersRun(key: string, cellIds: readonly string[]): FigureRun {
  return figureRun(`${key}/others`, 'Các chi bộ khác', count('organisation', cellIds));
}

/** `xã Hòa Lẫm` of a commune's organisation; others by their own name. */
export function placeText(name: string): string {
  return name.replace(/^Đảng bộ (?=(?:xã|phường|thị trấn|đặc khu)\s)/u, '');
}

function isOneCommune({ now }: Bc09Data): boolean {
  return now.meetings.report.rows.filter(({ parent }) => parent === null).length <= 1;
}

/** The words of a figure among records, without repeating: reasons with how often each was given, most frequent first. */
export function grouped(rows: readonly FigureRow[], wordOf: (row: FigureRow) => string | null) {
  const words = rows.flatMap((row) => {
    const word = wordOf(row);
    return word === null ? [] : [{ row, word }];
  });
  return [...Map.groupBy(words, ({ word }) => word)]
    .map(([word, same]) => ({ word, rows: same.map(({ row }) => row) }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.word < b.word ? -1 : 1));
}
