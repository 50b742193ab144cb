import type { SheetDecision } from '../../../contract/import-decisions.ts';
import { type Dictionary, fieldsMissing, type HeadingMeaning, type KindDictionary } from '../recognise/dictionary.ts';
import { headingColumns, type MatchedColumn, matchColumns } from '../recognise/heading-columns.ts';
import { type RecognisedSheet, recogniseSheet } from '../recognise/recognise-sheet.ts';
import { MergeIndex } from '../recognise/sheet-text.ts';
import type { SheetGrid } from '../workbook/sheet-grid.ts';
import { columnNumber } from './decisions.ts';

/**
 * What the sheet is once the clerk's word on kind, heading rows and columns is laid over what was recognised. Null where
 * no kind of sheet is known for it, by recognition or decision.
 */
export function decidedRecognition(
  sheet: SheetGrid,
  recognised: RecognisedSheet | null,
  decision: SheetDecision,
  dictionary: Dictionary,
): RecognisedSheet | null {
  const base = withKindAndHeading(sheet, recognised, decision, dictionary);
  return base && decision.columns ? { ...base, columns: withColumns(base, decision.columns, dictionary) } : base;
}

function withKindAndHeading(
  sheet: SheetGrid,
  recognised: RecognisedSheet | null,
  { kind, heading }: SheetDecision,
  dictionary: Dictionary,
): RecognisedSheet | null {
  const wanted = kind ?? null;
  const isAsRecognised = wanted === null || wanted === recognised?.kind;
  if (isAsRecognised && heading === undefined) return recognised && wanted !== null ? settled(recognised) : recognised;
  const kinds = dictionary.kinds.filter((one) => wanted === null || one.kind === wanted);
  const found = isAsRecognised ? recognised : recogniseLoosely(sheet, { ...dictionary, kinds });
  const { top, bottom } = heading ?? headingOf(found) ?? headingOf(recognised) ?? likelyHeading(sheet);
  const merges = new MergeIndex(sheet);
  const columns = headingColumns(sheet, merges, top, Math.max(top, bottom));
  const known = found ? kinds.filter((one) => one.kind === found.kind) : kinds;
  const [best] = known
    .map((one) => ({ dictionary: one, columns: matchColumns(columns, one) }))
    .sort((a, b) => understood(b.columns) - understood(a.columns));
  if (!best || (wanted === null && found === null && understood(best.columns) === 0)) return null;
  return { kind: best.dictionary.kind, ...best, headingTop: top, headingBottom: Math.max(top, bottom), merges };
}

/** The clerk has said which of several kinds it is. */
function settled({ rivals: _, ...recognised }: RecognisedSheet): RecognisedSheet {
  return recognised;
}

/** The heading of a kind that somebody says it is, even where columns are missing that it needs. */
function recogniseLoosely(sheet: SheetGrid, dictionary: Dictionary): RecognisedSheet | null {
  const strict = recogniseSheet(sheet, dictionary);
  if (strict) return settled(strict);
  const kinds = dictionary.kinds.map((kind) => ({ ...kind, required: [], also: null }));
  return recogniseSheet(sheet, { ...dictionary, kinds });
}

function headingOf(recognised: RecognisedSheet | null): { top: number; bottom: number } | null {
  return recognised && { top: recognised.headingTop, bottom: recognised.headingBottom };
}

/** The first row with two texts or more. */
function likelyHeading({ rows }: SheetGrid): { top: number; bottom: number } {
  const first = rows.slice(0, 60);
  const texts = first.find(({ cells }) => [...cells.values()].filter((value) => value.type === 'text').length > 1);
  const number = texts?.number ?? first[0]?.number ?? 1;
  return { top: number, bottom: number };
}

function understood(columns: readonly MatchedColumn[]): number {
  return columns.filter(({ meaning }) => meaning !== null).length;
}

/** A field that is given to a column is taken from the column that had it. */
function withColumns(
  { columns, dictionary: kind }: RecognisedSheet,
  decided: NonNullable<SheetDecision['columns']>,
  dictionary: Dictionary,
): MatchedColumn[] {
  const byColumn = new Map(Object.entries(decided).map(([letter, field]) => [columnNumber(letter), field]));
  const given = new Set(Object.values(decided));
  const all = [...columns];
  for (const column of byColumn.keys()) {
    if (!columns.some((one) => one.column === column))
      all.push({ column, segments: [], keys: [], meaning: null, index: null });
  }
  const stacks = dictionary.kinds.find((one) => one.kind === kind.kind) ?? kind;
  return all
    .sort((a, b) => a.column - b.column)
    .map((matched) => {
      const field = byColumn.get(matched.column);
      if (field === null) return { ...matched, meaning: null, index: null };
      if (field !== undefined) return { ...matched, ...meaningNamed(field, stacks) };
      return given.has(fieldName(matched)) ? { ...matched, meaning: null, index: null } : matched;
    });
}

/** `plan:7`, or the fields of a stacked column: `gender, ethnicity, religion`; null: not understood. */
export function fieldName({ meaning, index }: Pick<MatchedColumn, 'meaning' | 'index'>): string | null {
  if (meaning === null) return null;
  if (meaning.stack !== null) return meaning.stack.fields.join(', ');
  return index === null ? meaning.field : `${meaning.field}:${index}`;
}

function meaningNamed(name: string, { headings }: KindDictionary): { meaning: HeadingMeaning; index: number | null } {
  const stacked = [...headings.values()].find((meaning) => meaning.stack?.fields.join(', ') === name);
  if (stacked) return { meaning: stacked, index: null };
  const [, field = name, number] = /^(.+):(\d+)$/u.exec(name) ?? [];
  return { meaning: { field, stack: null }, index: number === undefined ? null : Number(number) };
}

/** The fields a kind of sheet cannot be read without and that no column was taken for. */
export function missingFields({ columns, dictionary }: RecognisedSheet): string[] {
  const fields = columns.flatMap(({ meaning }) => meaning?.stack?.fields ?? meaning?.field ?? []);
  return fieldsMissing(fields, dictionary);
}
