import type { PetitionResult } from '../../petitions/life-cycle.ts';
import type { Authority } from '../../schema/column-types.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { normaliseTone } from '../../vietnamese/tone.ts';
import { hasUnit } from '../plan/sheet-unit.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { petitionAuthority, petitionResult, repeatedNumber } from '../values/petition-values.ts';
import { dayValue, isTicked, laterDayValue, lineValue } from '../values/plain-values.ts';

/** One row of a list of petitions: one mention. */
export interface PetitionDraft {
  row: SheetRow;
  /** The number in the list, to which a later row may point. */
  order: string | null;
  date: IsoDate | null;
  /** null: the sheet's own. */
  cell: string | null;
  content: string;
  /** Code list `petition_fields`. */
  field: string | null;
  authority: Authority | null;
  body: string | null;
  dueDate: IsoDate | null;
  result: PetitionResult | null;
  answeredOn: IsoDate | null;
  toldOn: IsoDate | null;
  note: string | null;
  /** The number of the row it repeats (R37). */
  repeats: string | null;
  /** Of a form that came back: whose line it is, and the petition's own id where the line bears one; else null. */
  returned: { cellId: string; id: string | null } | null;
}

export interface PetitionSheetDraft {
  context: SheetContext;
  rows: PetitionDraft[];
}

/** Reads a list of petitions. Dates in an impossible order are kept and shown. */
export function draftPetitions(context: SheetContext): PetitionSheetDraft {
  const rows: PetitionDraft[] = [];
  for (const row of context.rows) {
    if (row.kind === 'group') continue;
    const [cell, content] = [lineValue(row, 'cell'), lineValue(row, 'content')];
    if (cell === null && !hasUnit(context)) context.report(row, 'cell', 'missing_cell');
    else if (content === null) context.report(row, 'content', 'missing_content');
    else rows.push(readPetition(context, row, cell, content));
  }
  return { context, rows };
}

/** What one row says; `cell` and `content` are known already. */
export function readPetition(
  context: SheetContext,
  row: SheetRow,
  cell: string | null,
  content: string,
): PetitionDraft {
  const note = lineValue(row, 'note');
  const draft: PetitionDraft = {
    row,
    order: lineValue(row, 'order'),
    date: dayValue(context, row, 'date'),
    cell,
    // One placement of tones, as in names: the same matter is found again however it was typed.
    content: normaliseTone(content),
    field: fieldCode(context, row),
    authority: authorityOf(context, row),
    body: lineValue(row, 'responsible_body'),
    dueDate: laterDayValue(context, row, 'due_date'),
    result: resultOf(context, row),
    answeredOn: dayValue(context, row, 'answered_on'),
    toldOn: dayValue(context, row, 'cell_told_on'),
    note,
    repeats: repeatedNumber(note ?? ''),
    returned: null,
  };
  const { date, answeredOn, toldOn } = draft;
  if (date !== null && answeredOn !== null && answeredOn < date) {
    context.report(row, 'answered_on', 'answer_before_petition', { value: row.line('answered_on') });
  }
  if (answeredOn !== null && toldOn !== null && toldOn < answeredOn) {
    context.report(row, 'cell_told_on', 'told_before_answer', { value: row.line('cell_told_on') });
  }
  return draft;
}

function fieldCode(context: SheetContext, row: SheetRow): string | null {
  const line = lineValue(row, 'field');
  if (line === null) return null;
  const match = context.codes.find('petition_fields', line);
  if (match === null) context.report(row, 'field', 'unknown_code', { value: line });
  return match?.code ?? null;
}

function authorityOf(context: SheetContext, row: SheetRow): Authority | null {
  const line = lineValue(row, 'authority');
  if (line === null) return null;
  const authority = petitionAuthority(line);
  if (authority === null) context.report(row, 'authority', 'unknown_code', { value: line });
  return authority;
}

const ticks: readonly (readonly [string, PetitionResult])[] = [
  ['result_on_spot', 'on_spot'],
  ['result_resolved', 'resolved'],
  ['result_in_progress', 'in_progress'],
  ['result_unresolved', 'unresolved'],
];

/** The ticked column, or the result in words. */
function resultOf(context: SheetContext, row: SheetRow): PetitionResult | null {
  const ticked = ticks.find(([field]) => isTicked(row, field));
  if (ticked) return ticked[1];
  const line = lineValue(row, 'result');
  if (line === null) return null;
  const result = petitionResult(line);
  if (result === null) context.report(row, 'result', 'unknown_result', { value: line });
  return result;
}
