import { escapeMarkup } from './escape.ts';
import { columnLetters } from './xlsx-formulas.ts';

/** What of a sheet is known before its first row. */
export interface SheetSetUp {
  name: string;
  hidden?: boolean;
  /** `width` in characters of the default font. */
  columns: readonly { width: number; hidden?: boolean }[];
  /** Rows and columns that stay in view. */
  frozen?: { rows: number; columns: number };
  /** In percent. */
  zoom?: number;
  gridLines?: boolean;
  page?: PageSetUp;
  headerFooter?: HeaderFooter;
  /** A sheet that guards what is not to be typed over, without a password, and what is left free all the same. */
  protection?: readonly FreeAction[];
}

type FreeAction = 'formatColumns' | 'formatRows' | 'insertRows' | 'sort' | 'autoFilter';

export interface PageSetUp {
  /** As the file format numbers papers: 8 is A3, 9 is A4. */
  paper: number;
  orientation: 'portrait' | 'landscape';
  /** Inches. */
  margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
}

/** In Excel's codes (`&C&P`); the first page has no page number. */
export interface HeaderFooter {
  header: string;
  footer: string | null;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Excel's own addition: with the depth of the letters (`dyDescent`) LibreOffice takes heights of rows as Excel does. */
const additions =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" ' +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"';

/** A sheet's XML up to its rows. A page that is set up is one page wide and as many high as needed. */
export function openingXml({ columns, frozen, zoom, gridLines = true, page }: SheetSetUp): string {
  const view = `<sheetView workbookViewId="0"${gridLines ? '' : ' showGridLines="0"'}${zoom === undefined ? '' : ` zoomScale="${zoom}"`}`;
  const pane = frozen ? paneXml(frozen) : '';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" ${additions}>` +
    (page ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    `<sheetViews>${view}${pane === '' ? '/>' : `>${pane}</sheetView>`}</sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="55"/>${columns.length === 0 ? '' : `<cols>${columns.map(columnXml).join('')}</cols>`}<sheetData>`
  );
}

function columnXml({ width, hidden = false }: SheetSetUp['columns'][number], index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
}

function paneXml({ rows, columns }: NonNullable<SheetSetUp['frozen']>): string {
  if (rows === 0 && columns === 0) return '';
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const splits = (columns === 0 ? '' : ` xSplit="${columns}"`) + (rows === 0 ? '' : ` ySplit="${rows}"`);
  const corner = `${columnLetters(columns + 1)}${rows + 1}`;
  return `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

/** `<sheetProtection>`, which comes right after the rows. */
export function protectionXml(free: NonNullable<SheetSetUp['protection']>): string {
  return `<sheetProtection sheet="1"${free.map((action) => ` ${action}="0"`).join('')}/>`;
}

/** A sheet that is not made for printing: Excel's own margins, which others do not take for granted. */
const pageOfTable =
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup orientation="portrait"/>';

/** Margins, paper, what stands at head and foot of each page. */
export function pageXml({ page, headerFooter }: SheetSetUp): string {
  if (!page) return pageOfTable;
  const { left, right, top, bottom, header, footer } = page.margins;
  return (
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>` +
    `<pageSetup paperSize="${page.paper}" orientation="${page.orientation}" fitToWidth="1" fitToHeight="0"/>` +
    (headerFooter ? headerFooterXml(headerFooter) : '')
  );
}

function headerFooterXml({ header, footer }: HeaderFooter): string {
  const foot = (tag: string): string => (footer === null ? '' : `<${tag}>${escapeMarkup(footer)}</${tag}>`);
  return (
    `<headerFooter differentFirst="1"><oddHeader>${escapeMarkup(header)}</oddHeader>${foot('oddFooter')}` +
    `${foot('firstFooter')}</headerFooter>`
  );
}
