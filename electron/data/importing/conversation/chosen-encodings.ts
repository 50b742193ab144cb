import type { SheetDecision } from '../../../contract/import-decisions.ts';
import { decodeLegacy } from '../../vietnamese/legacy-encodings.ts';
import { type CellValue, type DecodedColumn, mapRows, type SheetGrid } from '../workbook/sheet-grid.ts';
import { columnNumber } from './decisions.ts';

type Encoding = NonNullable<SheetDecision['encodings']>[string];

const samplesShown = 20;

/** The sheet with columns read as the clerk says (pitfall 6); what was decoded in them is noted anew. */
export function withEncodings(sheet: SheetGrid, encodings: Readonly<Record<string, Encoding>>): SheetGrid {
  const chosen = new Map(Object.entries(encodings).map(([letter, encoding]) => [columnNumber(letter), encoding]));
  if (chosen.size === 0) return sheet;
  const decode = (column: number, value: CellValue | undefined) => {
    const encoding = chosen.get(column);
    return value?.type === 'text' && encoding !== undefined ? readAs(sheet, column, value.text, encoding) : null;
  };
  const rows = mapRows(sheet.rows, (row) => {
    const cells = new Map(row.cells);
    for (const column of chosen.keys()) {
      const decoded = decode(column, cells.get(column));
      if (decoded !== null) cells.set(column, { type: 'text', text: decoded.after });
    }
    return { ...row, cells };
  });
  const noted = new Map<number, DecodedColumn>();
  for (const { number, cells } of sheet.rows) {
    for (const [column, encoding] of chosen) {
      const decoded = decode(column, cells.get(column));
      if (decoded === null || encoding === 'unicode' || decoded.before === decoded.after) continue;
      const note: DecodedColumn = noted.get(column) ?? {
        column,
        encoding,
        boxes: 0,
        samples: [],
        originals: new Map(),
      };
      note.boxes += 1;
      note.originals.set(decoded.after, decoded.before);
      if (note.samples.length < samplesShown) note.samples.push({ row: number, ...decoded });
      noted.set(column, note);
    }
  }
  const others = sheet.decoded.filter(({ column }) => !chosen.has(column));
  return { ...sheet, rows, decoded: [...others, ...noted.values()] };
}

/** A text that cannot be in the encoding, as one that is surely Unicode, stays as it is. */
function readAs(sheet: SheetGrid, column: number, text: string, encoding: Encoding): { before: string; after: string } {
  const noted = sheet.decoded.find((one) => one.column === column && one.originals.has(text));
  const before = noted?.originals.get(text) ?? text;
  return { before, after: encoding === 'unicode' ? before : (decodeLegacy(before, encoding) ?? text) };
}
