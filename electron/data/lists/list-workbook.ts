import type { ListColumnType, ListExport } from '../../contract/lists.ts';
import type { CellValue, SheetColumn, Workbook } from '../documents/workbook.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { formatInteger } from '../vietnamese/numbers.ts';
import type { ListRow, ListRows } from './list-rows.ts';

/** What stands above a list, and its columns. */
export type ListHead = Pick<ListExport, 'title' | 'period_label' | 'as_of' | 'columns'>;
export type ListOffice = { name: string; superior: string };

/** Widths in characters: no text column is wider, its cells are broken into lines. */
const widest = 40;
const narrowest = 6;
/** `dd/mm/yyyy` with its padding. */
const dateWidth = 12;

/**
 * A list of the window as a workbook: office, title, period and the day its figures are as of, numbered rows under a
 * head that stays. `day` is that day, no later than the day of the export; `inTurn` gives the rows once more as they are written.
 */
export function listWorkbook(
  list: ListHead,
  office: ListOffice,
  day: IsoDate,
  rows: ListRows,
  inTurn: Iterable<ListRow> = rows,
): Workbook {
  const columns = list.columns.map((column, index) => sheetColumn(rows, index, column));
  return {
    title: list.title,
    author: office.name,
    date: day,
    sheets: [
      {
        name: list.title,
        header: { superior: partyOrganisationName(office.superior), issuer: [office.name], placeAndDate: null },
        annexLine: null,
        titleLines: [list.title],
        subtitleLines: [`Kỳ: ${list.period_label}. Số liệu đến ngày ${formatDate(day)}`],
        unitLine: null,
        columns: [{ key: 'number', label: 'TT', type: 'int', width: narrowest, align: 'center' }, ...columns],
        columnNumbers: false,
        frozenColumns: 2,
        rows: [],
        comingRows: numbered(inTurn),
        notes: [`Danh sách có ${formatInteger(rows.count)} dòng.`],
        signature: null,
        orientation: 'auto',
        missingText: '',
      },
    ],
  };
}

function sheetColumn(rows: ListRows, index: number, column: ListExport['columns'][number]): SheetColumn {
  const { heading, type } = column;
  const base = { key: String(index), label: heading, width: widthOf(rows.longest(index), heading, type) };
  // Excel's general format shows a number as it is: `87.25` keeps both decimals.
  return type === 'number' ? { ...base, type: 'text', align: 'right' } : { ...base, type };
}

function widthOf(longest: number, heading: string, type: ListColumnType): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length * 1.1 + 1.5));
  if (type === 'date') return Math.max(dateWidth, longestWord);
  return Math.max(narrowest, longestWord, Math.min(widest, longest + 2));
}

function* numbered(rows: Iterable<ListRow>): Generator<CellValue[]> {
  let number = 0;
  for (const row of rows) {
    number += 1;
    yield [number, ...row];
  }
}
