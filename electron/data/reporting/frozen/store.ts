import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { SochiboError } from '../../errors.ts';
import type { Figure, FigureEntity, FigureRow, SumFigure } from '../figure.ts';
import type { Figures } from '../report.ts';
import { type FrozenContent, type FrozenRow, type Values, Words } from './content.ts';

/** Index of the record, amount, and the note that tells rows of one record apart. */
type StoredRow = readonly [number, number] | readonly [number, number, string];
type StoredSum = { how: SumFigure['how']; rows: readonly StoredRow[] };
type StoredFigure = { value: number | null } & (
  | StoredSum
  | { how: 'average'; decimals: 0 | 1; rows: readonly StoredRow[] }
  | { how: 'ratio'; numerator: StoredSum; denominator: StoredSum }
  | { how: 'unknown'; applies: boolean }
);
type StoredFigures = Readonly<Record<string, StoredFigure>>;

interface Stored extends Omit<FrozenContent, 'rows' | 'total' | 'words'> {
  version: 1;
  /** Each record once: table, id, what it was called, where it belonged. */
  records: readonly (readonly [FigureEntity, string, string, string])[];
  rows: readonly (Omit<FrozenRow, 'figures' | 'values'> & { figures: StoredFigures })[];
  total: StoredFigures;
}

/** The content as it is kept: deflated JSON in which each record stands once. */
export function packContent({ words, rows, total, ...rest }: FrozenContent): { content: Buffer; sha256: string } {
  const records = words.all();
  const index = new Map(records.map(({ entity, id }, position) => [`${entity} ${id}`, position]));
  const stored: Stored = {
    ...rest,
    version: 1,
    records: records.map(({ entity, id, label, context }) => [entity, id, label, context]),
    rows: rows.map(({ figures, values, ...row }) => ({ ...row, figures: packFigures(figures, values, index) })),
    total: packFigures(total.figures, total.values, index),
  };
  const content = deflateSync(Buffer.from(JSON.stringify(stored), 'utf8'));
  return { content, sha256: sha256(content) };
}

/**
 * The content as it was packed. Throws `office_damaged` when it is missing or is not what the hash in the audited row
 * seals: somebody has changed the file with another program.
 */
export function unpackContent(content: Buffer | null, expected: string): FrozenContent {
  if (content === null || sha256(content) !== expected) {
    throw new SochiboError(
      'office_damaged',
      'Số liệu đã chốt của báo cáo này đã bị thay đổi ngoài chương trình: mã kiểm tra không khớp. Mở bản sao lưu trước đó để đối chiếu.',
    );
  }
  const stored: Stored = JSON.parse(inflateSync(content).toString('utf8'));
  const { version: _, records, rows, total, ...rest } = stored;
  const words = new Words();
  for (const [entity, id, label, context] of records) words.add(entity, id, { label, context });
  const recordOf = (position: number) => {
    const [entity, id] = records[position] ?? [];
    if (entity === undefined || id === undefined) throw new TypeError('a frozen figure names no record');
    return { entity, id };
  };
  return {
    ...rest,
    words,
    rows: rows.map(({ figures, ...row }) => ({ ...row, ...unpackFigures(figures, recordOf) })),
    total: unpackFigures(total, recordOf),
  };
}

/** Of a file or of packed content, as hexadecimal digits. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function packFigures(figures: Figures, values: Values, index: ReadonlyMap<string, number>): StoredFigures {
  const rowsOf = (rows: readonly FigureRow[]): StoredRow[] =>
    rows.map(({ entity, id, amount, note }) => {
      const position = index.get(`${entity} ${id}`) ?? -1;
      return note === null ? [position, amount] : [position, amount, note];
    });
  const sumOf = ({ how, rows }: SumFigure): StoredSum => ({ how, rows: rowsOf(rows) });
  const pack = (figure: Figure, value: number | null): StoredFigure => {
    switch (figure.how) {
      case 'count':
      case 'sum':
        return { ...sumOf(figure), value };
      case 'average':
        return { ...figure, rows: rowsOf(figure.rows), value };
      case 'ratio':
        return { how: 'ratio', numerator: sumOf(figure.numerator), denominator: sumOf(figure.denominator), value };
      case 'unknown':
        return { ...figure, value };
    }
  };
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, pack(figure, values[key] ?? null)]));
}

function unpackFigures(
  stored: StoredFigures,
  recordOf: (position: number) => Pick<FigureRow, 'entity' | 'id'>,
): { figures: Figures; values: Values } {
  const rowsOf = (rows: readonly StoredRow[]): FigureRow[] =>
    rows.map(([position, amount, note = null]) => ({ ...recordOf(position), amount, note }));
  const sumOf = ({ how, rows }: StoredSum): SumFigure => ({ how, rows: rowsOf(rows) });
  const unpack = (figure: StoredFigure): Figure => {
    switch (figure.how) {
      case 'count':
      case 'sum':
        return sumOf(figure);
      case 'average':
        return { how: 'average', decimals: figure.decimals, rows: rowsOf(figure.rows) };
      case 'ratio':
        return { how: 'ratio', numerator: sumOf(figure.numerator), denominator: sumOf(figure.denominator) };
      case 'unknown':
        return { how: 'unknown', applies: figure.applies };
    }
  };
  const entries = Object.entries(stored);
  return {
    figures: Object.fromEntries(entries.map(([key, figure]) => [key, unpack(figure)])),
    values: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
  };
}
