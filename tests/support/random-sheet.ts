import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type SheetKind, sheetKinds } from '../../electron/data/importing/recognise/dictionary.ts';
import { columnLetter, type SheetGrid } from '../../electron/data/importing/workbook/sheet-grid.ts';
import { resourcesDir } from './office.ts';
import { type Box, sheetOf } from './sheet.ts';

interface KindHeadings {
  subject: string;
  required: string[];
  also?: { fields: string[] };
  figures?: string[];
  fields: Record<string, string[]>;
}

const kinds: Readonly<Record<SheetKind, KindHeadings>> = parse(
  readFileSync(join(resourcesDir, 'importing', 'headings.yaml'), 'utf8'),
);

/** Every kind of sheet with its fields and the headings they go by, as the office may edit them. */
export const kindsAndHeadings = sheetKinds.map((kind) => [kind, kinds[kind].fields] as const);

/** Fields that another field of the same sheet says already: a sheet has one or the other. */
const alternatives: Partial<Record<SheetKind, readonly string[]>> = {
  members: ['is_female', 'birth_date_male', 'birth_date_female', 'family_and_middle_name', 'given_name'],
  meetings: ['kind_regular', 'kind_thematic', 'kind_other', 'start', 'end'],
  petitions: ['result_on_spot', 'result_resolved', 'result_in_progress', 'result_unresolved'],
};

/** A column of a table: the field as `SheetRow` knows it and its headings from the top down. */
interface Column {
  field: string;
  path: string[];
}

/** A table somebody might send. Each record is told by its number; what a box says follows from it and the field. */
export interface RandomTable {
  kind: SheetKind;
  columns: Column[];
  groups: { name: string; records: number[] }[];
  titleRows: string[];
  blankBetween: number;
  merged: boolean;
  columnNumbers: 'none' | 'digits' | 'letters';
  blankRows: boolean;
  totals: boolean;
  signatures: boolean;
  emptyNumbered: boolean;
  note: 'none' | 'beside' | 'apart';
  unknown: number | null;
  repeated: boolean;
}

/** What must come back of it. */
export interface ExpectedTable {
  kind: SheetKind;
  rows: Record<string, string>[];
}

function columnOf(field: string, patterns: readonly string[]): fc.Arbitrary<Column> {
  return fc
    .tuple(fc.constantFrom(...patterns), fc.constantFrom('as is', 'capitals', 'spaced', 'deeper'))
    .map(([pattern, style]) => {
      const path = pattern.split(' > ').map((text) => {
        if (style === 'capitals') return text.toLocaleUpperCase('vi');
        return style === 'spaced' ? ` ${text.replaceAll(' ', '  ')}\n` : text;
      });
      return { field, path: style === 'deeper' && path.length === 1 ? ['Thông tin', ...path] : path };
    });
}

function columnsOf(kind: SheetKind): fc.Arbitrary<Column[]> {
  const { required, also, fields } = kinds[kind];
  const left = alternatives[kind] ?? [];
  const all = Object.entries(fields).filter(([field]) => field !== 'order' && !left.includes(field));
  const needed = new Set([...required, ...(also?.fields ?? [])]);
  const columns = all.flatMap(([field, patterns]) => {
    if (!patterns[0]?.includes('{n}')) return [{ field, column: columnOf(field, patterns) }];
    return Array.from({ length: 12 }, (_, index) => ({
      field,
      column: columnOf(
        `${field}:${index + 1}`,
        patterns.map((pattern) => pattern.replace('{n}', String(index + 1))),
      ),
    }));
  });
  // Most of what a kind has; what is missing is nothing that it cannot do without.
  const optional = columns.filter(({ field }) => !needed.has(field));
  return fc
    .subarray(optional, { minLength: Math.max(0, optional.length - 2) })
    .chain((kept) => {
      const chosen = columns.filter((one) => needed.has(one.field) || kept.includes(one));
      return fc.tuple(...chosen.map(({ column }) => column));
    })
    .chain((chosen) => fc.shuffledSubarray(chosen, { minLength: chosen.length, maxLength: chosen.length }));
}

const tableOf = (kind: SheetKind): fc.Arbitrary<RandomTable> =>
  fc.record({
    kind: fc.constant(kind),
    columns: columnsOf(kind),
    groups: fc.array(
      fc.record({
        name: fc.constantFrom(
          'Chi bộ thôn 1',
          'II. Chi bộ thôn Nà Sảng',
          'Đảng bộ xã Hòa Lẫm',
          'B. Chi bộ Trường Mầm non',
        ),
        records: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    titleRows: fc.array(
      fc.constantFrom('Năm 2024', 'Tháng 3 năm 2025', '(Tính đến ngày 31/12/2024)', '', 'ĐẢNG BỘ XÃ NẬM CUÔI'),
      {
        maxLength: 4,
      },
    ),
    blankBetween: fc.integer({ min: 0, max: 3 }),
    merged: fc.boolean(),
    columnNumbers: fc.constantFrom('none', 'digits', 'letters'),
    blankRows: fc.boolean(),
    totals: fc.boolean(),
    signatures: fc.boolean(),
    emptyNumbered: fc.boolean(),
    note: fc.constantFrom('none', 'beside', 'apart'),
    unknown: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    repeated: fc.boolean(),
  });

const randomTable: fc.Arbitrary<RandomTable> = fc.constantFrom(...sheetKinds).chain(tableOf);
export const randomTables = fc.array(randomTable, { minLength: 1, maxLength: 3 });

const families = ['Nguyễn', 'Tống', 'Công', 'Hồ', 'Kăn', 'Đặng'];
const givens = ['An', 'Bình', 'Cộng', 'Tổng', 'Lập', 'Quý'];

/** What stands in the box: names in names, digits in figures, words elsewhere. */
function saying(table: RandomTable, field: string, record: number): string {
  const { figures = [] } = kinds[table.kind];
  if (field === 'full_name') return `${families[record % 6]} Văn ${givens[(record >> 2) % 6]}`;
  return figures.includes(field) ? String(10 + record) : `lời ${record} của ${field.replaceAll('_', ' ')}`;
}

export function expectedOf(table: RandomTable): ExpectedTable {
  const { subject } = kinds[table.kind];
  return {
    kind: table.kind,
    rows: table.groups.flatMap(({ name, records }) => [
      { group: 'x', [subject]: name.replace(/^\p{Lu}+\. /u, '') },
      ...records.map((record) => ({
        ...Object.fromEntries(table.columns.map(({ field }) => [field, saying(table, field, record)])),
      })),
    ]),
  };
}

/** The rows of a table as somebody lays it out, with its merges, below `above` rows and right of `left` columns. */
function laidOut(table: RandomTable, number: number, above: number, left: number) {
  const { subject } = kinds[table.kind];
  const columns: Column[] = [{ field: 'order', path: ['TT'] }, ...table.columns];
  if (table.unknown !== null)
    columns.splice(1 + Math.min(table.unknown, table.columns.length), 0, { field: '', path: ['Cỡ giày'] });
  const pad: Box[] = Array.from({ length: left }, () => null);
  const line = (boxes: (column: Column) => Box): Box[] => [...pad, ...columns.map(boxes)];
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const rows: Box[][] = Array.from({ length: number === 1 ? 0 : table.blankBetween }, () => []);
  rows.push([...pad, null, `DANH SÁCH SỐ ${number}`], ...table.titleRows.map((text): Box[] => [...pad, text]));
  const top = above + rows.length + 1;
  const merges: string[] = [];
  const headings = Array.from({ length: depth }, (_, level) =>
    line(({ path }) => (table.merged ? path[level] : path[level - (depth - path.length)]) ?? null),
  );
  rows.push(...headings);
  for (const [index, { path }] of table.merged ? columns.entries() : []) {
    const letter = columnLetter(left + index + 1);
    if (path.length < depth) merges.push(`${letter}${top + path.length - 1}:${letter}${top + depth - 1}`);
  }
  if (table.columnNumbers !== 'none') {
    const lettered = table.columnNumbers === 'letters' ? 2 : 0;
    rows.push([
      ...pad,
      ...columns.map((_, index) => (index < lettered ? columnLetter(index + 1) : `(${index - lettered + 1})`)),
    ]);
  }
  let order = 0;
  for (const [index, { name, records }] of table.groups.entries()) {
    rows.push(line(({ field }) => (field === subject ? name : null)));
    for (const record of records) {
      order += 1;
      const row = line(({ field }) =>
        field === 'order' ? order : field === '' ? 'nâu' : saying(table, field, record),
      );
      if (table.note === 'beside') row.push('xem lại');
      if (table.note === 'apart') row.push(null, null, 'Cộng tác viên đã kiểm tra');
      rows.push(row);
      if (table.blankRows && order % 2 === 0)
        rows.push(table.note === 'apart' ? [...line(() => null), null, 'để trống'] : []);
    }
    if (table.totals) rows.push(line(({ field }) => (field === subject ? `Cộng ${name}` : null)));
    if (table.repeated && index === 0) rows.push(...headings);
  }
  if (table.emptyNumbered) rows.push(line(({ field }) => (field === 'order' ? order + 1 : null)));
  if (table.totals) rows.push([...pad, 'Tổng cộng', null, order]);
  if (table.signatures) {
    rows.push([], [...pad, null, null, 'Hòa Lẫm, ngày 5 tháng 1 năm 2025']);
    rows.push([...pad, null, 'NGƯỜI LẬP', null, 'T/M CHI BỘ'], [], [...pad, null, 'Nguyễn Văn Ký']);
  }
  return { rows, merges };
}

/** The tables one below the other on one sheet. */
export function sheetWith(tables: readonly RandomTable[], left: number): SheetGrid {
  const rows: Box[][] = [];
  const merges: string[] = [];
  for (const [index, table] of tables.entries()) {
    const laid = laidOut(table, index + 1, rows.length, left);
    rows.push(...laid.rows);
    merges.push(...laid.merges);
  }
  return sheetOf(rows, merges);
}

const depthOf = ({ columns }: RandomTable) => Math.max(...columns.map(({ path }) => path.length));

/** Two tables beside one another, their headings in the same rows, with an empty column between. */
export const tablesBeside = fc
  .tuple(randomTable, randomTable)
  .filter(([first, second]) => depthOf(first) === depthOf(second))
  .map(([first, second]): [RandomTable, RandomTable] => {
    const plain = { note: 'none', merged: false, repeated: false } as const;
    return [
      { ...first, ...plain },
      { ...second, ...plain, titleRows: first.titleRows },
    ];
  });

export function sheetBeside(first: RandomTable, second: RandomTable): SheetGrid {
  const one = laidOut(first, 1, 0, 0);
  const width = Math.max(...one.rows.map((row) => row.length));
  const other = laidOut(second, 1, 0, 0);
  const rows = Array.from({ length: Math.max(one.rows.length, other.rows.length) }, (_, index): Box[] => {
    const boxes = one.rows[index] ?? [];
    return [...boxes, ...Array.from({ length: width + 1 - boxes.length }, () => null), ...(other.rows[index] ?? [])];
  });
  return sheetOf(rows);
}
