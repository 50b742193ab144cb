import type { AssignmentRole } from '../../schema/column-types.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { canonicalName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { type AssignmentPeriod, parseAssignmentPeriod } from '../values/assignment-period.ts';
import { lineValue, phoneValue } from '../values/plain-values.ts';

/** What an official is assigned to, in the words of the annex. `cell` null: the whole commune. */
export interface TargetDraft {
  row: SheetRow;
  commune: string | null;
  cell: string | null;
  role: AssignmentRole;
}

/** One numbered row of an assignment annex with all its targets: the quota counts over all of them (R27-R29). */
export interface AssignmentDraft {
  row: SheetRow;
  name: string;
  title: string | null;
  agency: string | null;
  /** Visits a year. */
  minVisits: number | null;
  period: AssignmentPeriod;
  ownCell: string | null;
  phone: string | null;
  note: string | null;
  targets: TargetDraft[];
}

export interface AssignmentSheetDraft {
  context: SheetContext;
  rows: AssignmentDraft[];
}

const roles: ReadonlyMap<string, AssignmentRole> = new Map([
  ['phụ trách địa bàn', 'area_in_charge'],
  ['phụ trách', 'area_in_charge'],
  ['dự sinh hoạt chi bộ', 'attend'],
  ['dự sinh hoạt', 'attend'],
  ['theo dõi', 'follow'],
  ['theo dõi địa bàn', 'follow'],
]);

const wholeCommune = /^(?:toàn|các chi bộ|tất cả)/iu;

/** Reads the annex of an assignment decision; an official's targets stand in rows below, or in lines of one box. */
export function draftAssignments(context: SheetContext): AssignmentSheetDraft {
  const rows: AssignmentDraft[] = [];
  for (const row of context.rows) {
    const previous = rows.at(-1);
    if (row.continues && previous) {
      previous.targets.push(...targetsOf(context, row, previous.targets.at(-1)?.commune ?? null));
      continue;
    }
    if (row.kind === 'group') continue;
    const name = lineValue(row, 'full_name');
    if (name === null) {
      context.report(row, 'full_name', 'missing_name');
      continue;
    }
    rows.push(draftAssignment(context, row, name));
  }
  return { context, rows };
}

function draftAssignment(context: SheetContext, row: SheetRow, name: string): AssignmentDraft {
  const period = lineValue(row, 'period');
  const read = period === null ? null : parseAssignmentPeriod(period);
  if (period !== null && read === null) context.report(row, 'period', 'unclear_period', { value: period });
  return {
    row,
    name: canonicalName(name),
    title: lineValue(row, 'title'),
    agency: lineValue(row, 'agency'),
    minVisits: minVisitsOf(context, row),
    period: read ?? { from: context.title.decision?.date ?? null, to: null },
    ownCell: lineValue(row, 'own_cell'),
    phone: phoneValue(row, 'phone'),
    note: lineValue(row, 'note'),
    targets: targetsOf(context, row, null),
  };
}

/** `6`, `09 lần/năm` */
function minVisitsOf(context: SheetContext, row: SheetRow): number | null {
  const line = lineValue(row, 'min_visits');
  if (line === null) return null;
  const visits = /^(\d{1,3})(?:\s*lần)?(?:\s*\/\s*năm)?$/iu.exec(line)?.[1];
  if (visits === undefined) context.report(row, 'min_visits', 'not_a_number', { value: line });
  return visits === undefined ? null : Number(visits);
}

function targetsOf(context: SheetContext, row: SheetRow, communeAbove: string | null): TargetDraft[] {
  const commune = lineValue(row, 'commune') ?? communeAbove;
  const cells = (row.text('cell') ?? '')
    .split(/\s*[\n;]\s*/u)
    .filter((cell) => cell !== '' && !wholeCommune.test(cell));
  const named = cells.length === 0 ? [null] : cells;
  if (commune === null && cells.length === 0) {
    context.report(row, 'cell', 'missing_cell');
    return [];
  }
  return named.map((cell) => ({ row, commune, cell, role: roleOf(context, row, cell) }));
}

function roleOf(context: SheetContext, row: SheetRow, cell: string | null): AssignmentRole {
  const line = lineValue(row, 'role');
  if (line === null) return cell === null ? 'area_in_charge' : 'attend';
  const role = roles.get(nameKey(line));
  if (role === undefined) context.report(row, 'role', 'unknown_role', { value: line });
  return role ?? 'attend';
}
