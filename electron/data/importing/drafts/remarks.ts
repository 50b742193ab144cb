import type { RemarkLevel } from '../../schema/column-types.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { canonicalName, parsePersonName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { dayValue, lineValue } from '../values/plain-values.ts';
import { remarkLevel } from '../values/remark-level.ts';

/** What a committee writes by hand of an official; visits and quota are counted by the program and never read (BC-10). */
export interface RemarkTexts {
  grasped: string | null;
  guided: string | null;
  resolved: string | null;
  proposals: string | null;
  relations: string | null;
  weaknesses: string | null;
  level: RemarkLevel | null;
  document: string | null;
  sent_on: IsoDate | null;
  note: string | null;
}

/** One row: a committee on an official in a year. */
export interface RemarkDraft {
  row: SheetRow;
  name: string;
  title: string | null;
  /** In the words of the row, of the group heading above or of the title; null when none of them tells. */
  committee: string | null;
  year: number;
  texts: RemarkTexts;
}

export interface RemarkSheetDraft {
  context: SheetContext;
  rows: RemarkDraft[];
}

/** Reads a list of yearly remarks. Rows of which nothing is written yet are no remarks. */
export function draftRemarks(context: SheetContext): RemarkSheetDraft {
  const rows: RemarkDraft[] = [];
  let committee = context.title.committees.at(-1) ?? null;
  for (const row of context.rows) {
    const line = lineValue(row, 'full_name');
    if (row.kind === 'group') {
      committee = line ?? lineValue(row, 'committee') ?? committee;
      continue;
    }
    const texts = textsOf(context, row);
    const year = yearOf(context, row);
    if (line === null) context.report(row, 'full_name', 'missing_name');
    else if (year === null) context.report(row, 'year', 'missing_year');
    else if (Object.values(texts).some((text) => text !== null)) {
      checkSent(context, row, texts, year);
      const mark = parsePersonName(line)?.mark ?? null;
      const name = canonicalName(mark === null ? line : line.slice(0, line.lastIndexOf('(')));
      const title = lineValue(row, 'title') ?? mark;
      rows.push({ row, name, title, committee: lineValue(row, 'committee') ?? committee, year, texts });
    }
  }
  return { context, rows };
}

function yearOf(context: SheetContext, row: SheetRow): number | null {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(lineValue(row, 'year') ?? '')?.[0];
  return year === undefined ? context.title.year : Number(year);
}

function textsOf(context: SheetContext, row: SheetRow): RemarkTexts {
  const written = lineValue(row, 'level');
  const level = written === null ? null : remarkLevel(written);
  if (written !== null && level === null) context.report(row, 'level', 'unknown_grade', { value: written });
  const text = (field: string) => (lineValue(row, field) === null ? null : row.text(field));
  return {
    grasped: text('grasped'),
    guided: text('guided'),
    resolved: text('resolved'),
    proposals: text('proposals'),
    relations: text('relations'),
    weaknesses: text('weaknesses'),
    level,
    document: lineValue(row, 'document'),
    sent_on: dayValue(context, row, 'sent_on'),
    note: text('note'),
  };
}

/** A remark is not sent before it has a level, nor before its year: the day is left out and the rest is kept. */
function checkSent(context: SheetContext, row: SheetRow, texts: RemarkTexts, year: number): void {
  if (texts.sent_on === null) return;
  const tooEarly = texts.sent_on < `${year}-01-01`;
  if (texts.level !== null && !tooEarly) return;
  const code = tooEarly ? 'sent_before_year' : 'sent_without_level';
  context.report(row, 'sent_on', code, { value: row.line('sent_on'), other: String(year) });
  texts.sent_on = null;
}
