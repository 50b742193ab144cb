import { parse } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { importSheetKind, type SheetDecision, textEncoding } from '../../../contract/import-decisions.ts';
import type { Tables } from '../../schema/database.ts';
import { headingKey } from '../../vietnamese/fold.ts';
import type { Dictionary } from '../recognise/dictionary.ts';
import { type HeadingColumn, headingColumns } from '../recognise/heading-columns.ts';
import { MergeIndex } from '../recognise/sheet-text.ts';
import { readTitleBlock } from '../recognise/title-block.ts';
import { columnLetter, type SheetGrid } from '../workbook/sheet-grid.ts';

/** What is kept of a sheet that a clerk has put right. `names`: what its columns are called, folded, by letter. */
export const rememberedDecision = z.object({
  said: z.string(),
  kind: importSheetKind.nullable(),
  depth: z.int().min(0),
  columns: z.record(z.string(), z.string().nullable()),
  names: z.record(z.string(), z.string()),
  encodings: z.record(z.string(), textEncoding),
  unit: z.string().nullable(),
});
export type RememberedDecision = z.infer<typeof rememberedDecision>;

export interface RememberedSheet extends RememberedDecision {
  sender: string;
  headings: string;
  usedAt: string;
}

/** A remembered sheet found again: what was decided, with the heading where it stands this time. */
export interface Recalled {
  decision: Omit<SheetDecision, 'file' | 'sheet'>;
  said: string;
}

const rowsSearched = 60;

/** How the office was told to read the sheets of its senders. */
export class Memory {
  readonly #sheets: readonly RememberedSheet[];

  constructor(sheets: readonly RememberedSheet[]) {
    this.#sheets = sheets;
  }

  /** What was decided of the same sender's sheet with the same headings; null: nothing. */
  recall(sheet: SheetGrid, file: string): Recalled | null {
    if (this.#sheets.length === 0 || sheet.rows.length === 0) return null;
    const merges = new MergeIndex(sheet);
    const depths = [...new Set(this.#sheets.map(({ depth }) => depth))];
    for (const { number } of sheet.rows.slice(0, rowsSearched)) {
      for (const depth of depths) {
        const headings = headingsKey(headingColumns(sheet, merges, number, number + depth));
        const alike = this.#sheets.filter((one) => one.depth === depth && one.headings === headings);
        if (alike.length === 0) continue;
        const { key } = senderOf(sheet, number, file);
        const known = alike.find(({ sender }) => sender === key);
        if (known) return { decision: decisionAt(known, number), said: known.said };
      }
    }
    return null;
  }

  /** With the headings that clerks have said the meaning of, whoever's sheet it was; ours always count first. */
  teach(dictionary: Dictionary): Dictionary {
    const known = new Set(dictionary.known);
    const kinds = dictionary.kinds.map((kind) => {
      const headings = new Map(kind.headings);
      const fields = new Set([...kind.headings.values()].map(({ field }) => field));
      for (const { columns, names } of this.#sheets.filter((one) => one.kind === kind.kind)) {
        for (const [letter, field] of Object.entries(columns)) {
          const name = names[letter] ?? '';
          if (field === null || name === '' || !fields.has(field) || headings.has(name)) continue;
          headings.set(name, { field, stack: null });
          known.add(name.split('/').at(-1) ?? '');
        }
      }
      return { ...kind, headings };
    });
    return { ...dictionary, kinds, known };
  }
}

function decisionAt({ kind, depth, columns, encodings, unit }: RememberedSheet, row: number): Recalled['decision'] {
  return { kind, heading: { top: row, bottom: row + depth }, columns, encodings, unit };
}

/** `A:tt|B:ho va ten|C:ngay sinh/nam` */
export function headingsKey(columns: readonly HeadingColumn[]): string {
  return columns.map(({ column, keys }) => `${columnLetter(column)}:${keys.join('/')}`).join('|');
}

/** Who a sheet is from: the lowest organisation above its table, else the name of the file without its numbers. */
export function senderOf(sheet: SheetGrid, headingTop: number, file: string): { key: string; said: string } {
  const { committees, listOf } = readTitleBlock(sheet, headingTop, file);
  const name = parse(file).name.replace(/[\d()[\]]+/gu, ' ');
  const said = [committees.at(-1), listOf, name].find((text) => text && headingKey(text) !== '') ?? file;
  return { key: headingKey(said), said: said.trim() };
}

export async function loadMemory(db: Kysely<Tables>): Promise<Memory> {
  const rows = await db.selectFrom('remembered_sheet').selectAll().orderBy('used_at', 'desc').execute();
  return new Memory(
    rows.map(({ sender, headings, decision, used_at }) => ({
      ...rememberedDecision.parse(JSON.parse(decision)),
      sender,
      headings,
      usedAt: used_at,
    })),
  );
}

/** What was decided before, and over it what the clerk says of this sheet. */
export function withRecalled(
  file: string,
  sheet: string,
  recalled: Recalled | null,
  said: SheetDecision | null,
): SheetDecision | null {
  if (recalled === null) return said;
  const { decision } = recalled;
  return {
    ...decision,
    ...said,
    columns: { ...decision.columns, ...said?.columns },
    encodings: { ...decision.encodings, ...said?.encodings },
    ...{ file, sheet },
  };
}
