import type { FormatProfile } from './profile.ts';
import type { ColumnType, Sheet, SheetColumn, SheetRow } from './workbook.ts';
import type { BorderLine, CellStyle } from './xlsx-style-table.ts';

const thin: BorderLine = { style: 'thin', color: 'FF000000' };
const boxed: NonNullable<CellStyle['border']> = { top: thin, bottom: thin, left: thin, right: thin };

/** Numbers right, dates centred, text left (document format, section 7). */
const alignmentOf: Record<ColumnType, 'left' | 'center' | 'right'> = {
  text: 'left',
  int: 'right',
  percent1: 'right',
  date: 'center',
};

export type TextStyle = { pt: number; bold?: boolean; italic?: boolean; align?: 'left' | 'center' | 'right' };

/** Text outside the table: no borders. */
export function plainStyle(font: string, { pt, bold = false, italic = false, align = 'center' }: TextStyle): CellStyle {
  return {
    font: { name: font, size: pt, bold, italic },
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
  };
}

/** The styles of one sheet's table. One object a kind of cell: the writer looks styles up by identity. */
export type TableStyles = {
  head: CellStyle;
  columnNumber: CellStyle;
  body: (row: SheetRow['kind'], column: SheetColumn, numberFormat: string) => CellStyle;
};

export function tableStyles(sheet: Sheet, profile: FormatProfile): TableStyles {
  const { font } = profile;
  const pt = bodySize(sheet, profile);
  const known = new Map<string, CellStyle>();
  return {
    head: { ...plainStyle(font, { pt, bold: true }), border: boxed },
    columnNumber: { ...plainStyle(font, { pt: profile.sheet.column_number_pt, italic: true }), border: boxed },
    body: (kind, column, numberFormat) => {
      const key = [kind, column.key, numberFormat].join('\n');
      const style = known.get(key) ?? bodyStyle(font, pt, kind, column, numberFormat);
      known.set(key, style);
      return style;
    },
  };
}

/** 12 pt, smaller for tables of more than ten columns. */
export function bodySize(sheet: Sheet, { sheet: sizes }: FormatProfile): number {
  return sheet.columns.length >= sizes.wide_from ? sizes.wide_body_pt : sizes.body_pt;
}

function bodyStyle(
  font: string,
  pt: number,
  kind: SheetRow['kind'],
  column: SheetColumn,
  numberFormat: string,
): CellStyle {
  const alignment: NonNullable<CellStyle['alignment']> = {
    horizontal: column.align ?? alignmentOf[column.type],
    vertical: 'middle',
    wrapText: true,
  };
  return {
    font: { name: font, size: pt, bold: kind !== 'data', italic: kind === 'subtotal' },
    alignment,
    border: boxed,
    numFmt: numberFormat,
  };
}
