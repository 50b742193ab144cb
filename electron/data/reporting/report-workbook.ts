import type {
  CellFormula,
  CellValue,
  Sheet,
  SheetColumn,
  SheetRow,
  SheetSignature,
  Workbook,
} from '../documents/workbook.ts';
import { partyOrganisationName } from '../organisations/party-organisation-name.ts';
import { formatDate } from '../vietnamese/dates.ts';
import { formatInteger, formatPercent1, roundHalfUp } from '../vietnamese/numbers.ts';
import { figureValue, isNotApplicable } from './figure.ts';
import { type PrintedRow, printedRows } from './printed-rows.ts';
import type { Figures, ReportList, ReportScope } from './report.ts';
import type { OwnWords, ReportColumn, ReportLayout } from './report-forms.ts';
import type { FinishedReport } from './run-report.ts';

/** The office as a form prints it. */
export interface SendingOffice {
  /** `Huyện ủy Khe Sơn` */
  name: string;
  superior: string;
  place: string;
  /** Who signs under the form; without one, the standing committee. */
  signer?: { authority: string; position: string | null; name: string | null };
}

/**
 * A report as the return form that is sent (handbook section 4, "Excel convention"): groups over the columns, column
 * numbers, a row for each organisation or official with its parts, TỔNG CỘNG with formulas, signatures.
 */
export function reportWorkbook(finished: FinishedReport, office: SendingOffice): Workbook {
  const { report, scope, form } = finished;
  const rows = printedRows(finished);
  const lists = (finished.lists ?? []).filter(({ rows, whenEmpty }) => rows.length > 0 || whenEmpty === undefined);
  return {
    title: `${report.title}, ${scope.period.label}`,
    author: office.name,
    date: scope.asOf,
    sheets: [
      ...form.layout.sheets.map((part, index) => sheet(finished, office, rows, part, index)),
      ...lists.map((list) => listSheet(finished, office, list)),
    ],
  };
}

/** By what organisation it was made, where that is not the one of the time (R26). */
function basisWords({ organisedOn }: ReportScope): string | null {
  return organisedOn === null ? null : `Quy về tổ chức ngày ${formatDate(organisedOn)}`;
}

type SheetPart = ReportLayout['sheets'][number];

function sheet(
  { report, scope, form, unitName, notes, lists = [] }: FinishedReport,
  office: SendingOffice,
  rows: readonly PrintedRow[],
  part: SheetPart,
  index: number,
): Sheet {
  const { layout } = form;
  const figureColumns = part.groups.flatMap(({ label, columns }) =>
    columns.flatMap((key) => {
      const column = form.columns.find((candidate) => candidate.key === key);
      return column ? [{ column, under: [label] }] : [];
    }),
  );
  const keys = figureColumns.map(({ column }) => column);
  const several = layout.sheets.length > 1;
  return {
    name: part.name,
    header: headerOf(office),
    annexLine: layout.annex_line || null,
    titleLines: [several ? `${report.title} (phần ${index + 1})` : report.title],
    subtitleLines: [subtitle(scope, unitName)],
    unitLine: form.own?.unitLine ?? null,
    columns: [
      { key: 'number', label: 'TT', type: 'text', width: numberWidth(rows), align: 'center' },
      ...textColumns(layout, false),
      ...figureColumns.map(({ column, under }) => figureColumn(column, under, rows)),
      ...textColumns(layout, true),
    ],
    columnNumbers: true,
    frozenColumns: 2,
    rows: rows.map((row) => sheetRow(row, keys, rows, layout)),
    notes: [
      ...notes,
      ...lists.flatMap(({ rows, whenEmpty }) => (rows.length === 0 && whenEmpty !== undefined ? [whenEmpty] : [])),
      ...(form.own?.notes ?? []),
      'Dấu …: chưa có số liệu (chưa báo cáo). Dấu -: không áp dụng.',
    ],
    signature: signatureOf(office, form.own),
    orientation: 'auto',
    missingText: '…',
  };
}

/** A list that goes with the form: the same head, no signatures of its own. */
function listSheet({ scope, form, unitName }: FinishedReport, office: SendingOffice, list: ReportList): Sheet {
  return {
    name: list.name,
    header: headerOf(office),
    annexLine: form.layout.annex_line || null,
    titleLines: [list.title],
    subtitleLines: [subtitle(scope, unitName)],
    unitLine: null,
    columns: list.columns,
    columnNumbers: true,
    frozenColumns: 2,
    rows: list.rows,
    notes: list.notes,
    signature: null,
    orientation: 'landscape',
    missingText: '',
  };
}

function headerOf({ name, superior }: SendingOffice): Sheet['header'] {
  return { superior: partyOrganisationName(superior), issuer: [name], placeAndDate: null };
}

/** Who made the form, and who signs it (document format, section 7). */
function signatureOf({ place, signer: usual }: SendingOffice, own: OwnWords | undefined): SheetSignature {
  const signer = own?.signer ?? usual;
  return {
    left: { role: own?.maker ?? 'Người lập biểu', hint: '(Ký, ghi rõ họ tên)', name: null },
    right: {
      placeAndDate: { place, date: null, draftYear: null },
      authority: signer?.authority ?? 'T/M Ban Thường vụ',
      position: signer?.position ?? null,
      hint: '(Ký, đóng dấu)',
      name: signer?.name ?? null,
    },
  };
}

function subtitle(scope: ReportScope, unitName: string | null): string {
  return [`Kỳ báo cáo: ${scope.period.label}`, unitName, basisWords(scope)].filter((text) => text !== null).join('. ');
}

function textColumns({ name, part, texts }: ReportLayout, last: boolean): SheetColumn[] {
  const beside = texts
    .filter((text) => text.last === last)
    .map(({ heading, of = heading, width }): SheetColumn => ({ key: of, label: heading, type: 'text', width }));
  if (last) return beside;
  return [
    { key: 'name', label: name.heading, type: 'text', width: name.width },
    ...(part ? [{ key: 'part', label: part.heading, type: 'text', width: part.width } as const] : []),
    ...beside,
  ];
}

/** `XXXVIII` takes more room than `38`. */
function numberWidth(rows: readonly PrintedRow[]): number {
  return Math.max(5, ...rows.map(({ texts }) => (texts.number ?? '').length * 1.2 + 1));
}

/** In characters; takes a column number such as `(23)`. */
const narrowest = 5.5;

/** A figure of the form; a word among the figures, such as a grade, stands in the middle. */
function figureColumn(column: ReportColumn, under: readonly string[], rows: readonly PrintedRow[]): SheetColumn {
  const width = widthOf(column, rows);
  return { ...column, under, width, ...(column.type === 'text' && width < shortText ? { align: 'center' } : {}) };
}

const shortText = 12;

/** Of a text among the figures, in characters; longer ones are broken into lines. */
const widestText = 26;

/** Wide enough for the longest word of the heading and the longest figure. */
function widthOf({ key, label, type }: ReportColumn, rows: readonly PrintedRow[]): number {
  const words = label.split(' ').map((word) => word.length * 1.1 + 1.2);
  if (type === 'text') {
    const longest = Math.max(0, ...rows.map(({ texts }) => texts[key]?.length ?? 0));
    return Math.max(narrowest, ...words, Math.min(widestText, longest + 1.5));
  }
  const figures = rows.map(({ figures }) => {
    const value = figures[key] ? figureValue(figures[key]) : null;
    return value === null ? 1 : (type === 'int' ? formatInteger(value) : formatPercent1(value)).length;
  });
  return Math.max(narrowest, ...words, Math.max(0, ...figures) + 1.5);
}

function sheetRow(
  { kind, texts, figures, parts }: PrintedRow,
  columns: readonly ReportColumn[],
  rows: readonly PrintedRow[],
  { percentages }: ReportLayout,
): SheetRow {
  const cells: Record<string, CellValue> = { ...texts };
  const formulas: Record<string, CellFormula> = {};
  for (const { key, type } of columns) {
    if (type === 'text') {
      cells[key] = texts[key] ?? '';
      continue;
    }
    const value = shownValue(figures, key);
    const percentage = percentages[key];
    cells[key] = value ?? (figures[key] && isNotApplicable(figures[key]) ? '-' : null);
    if (value === null) continue;
    if (type === 'int' && parts.length > 0 && sumOf(parts, rows, key) === value) {
      formulas[key] = { kind: 'sum', rows: parts };
    } else if (percentage && percentOf(figures, percentage) === value) {
      formulas[key] = { kind: 'percent', ...percentage };
    }
  }
  return { kind, cells, formulas };
}

/** Only what Excel would compute alike is given as a formula: a mean of minutes, say, is no sum of the rows. */
function sumOf(parts: readonly number[], rows: readonly PrintedRow[], key: string): number {
  return parts.reduce((sum, index) => sum + (shownValue(rows[index]?.figures ?? {}, key) ?? 0), 0);
}

function percentOf(figures: Figures, { of, base }: { of: string; base: string }): number | null {
  const [part, whole] = [shownValue(figures, of), shownValue(figures, base)];
  return part === null || !whole ? null : roundHalfUp((100 * part) / whole, 1);
}

function shownValue(figures: Figures, key: string): number | null {
  const figure = figures[key];
  return figure ? figureValue(figure) : null;
}
