import type { IsoDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { dayValue, lineValue } from '../values/plain-values.ts';

/** What happened to cells on a day, in the names of the sheet. */
export type OrganisationChange =
  | { kind: 'rename'; oldName: string; newName: string }
  | { kind: 'meeting_day'; cell: string; from: number; to: number }
  | { kind: 'split'; created: string; from: string }
  | { kind: 'merge'; dissolved: string; into: string }
  | { kind: 'dissolve'; cell: string }
  | { kind: 'create'; cell: string };

export interface OrganisationEventDraft {
  row: SheetRow;
  date: IsoDate;
  /** The committee the cell belongs to; null when the sheet does not say. */
  committee: string | null;
  change: OrganisationChange;
  document: string | null;
  detail: string;
}

export interface OrganisationEventSheetDraft {
  context: SheetContext;
  rows: OrganisationEventDraft[];
}

/** Reads the sheet of changes during a year: renamed, other set day, split, merged, dissolved, created. */
export function draftOrganisationEvents(context: SheetContext): OrganisationEventSheetDraft {
  const rows: OrganisationEventDraft[] = [];
  for (const row of context.rows) {
    if (row.kind === 'group') continue;
    const detail = lineValue(row, 'content');
    const cell = lineValue(row, 'cell');
    const change = detail === null ? null : readChange(detail, cell ?? '');
    const date = dayValue(context, row, 'effective_date');
    if (change === null || detail === null) {
      context.report(row, 'content', 'unclear_event', { value: detail });
    } else if (date !== null) {
      const [document, committee] = [lineValue(row, 'document'), lineValue(row, 'grassroots')];
      rows.push({ row, date, committee, change, document, detail });
    }
  }
  return { context, rows };
}

function readChange(detail: string, cell: string): OrganisationChange | null {
  const renamed = /^(.+?)\s+đổi tên thành\s+(.+)$/iu.exec(detail);
  if (renamed) return { kind: 'rename', oldName: renamed[1] ?? '', newName: renamed[2] ?? '' };
  const day = /ngày (?:sinh hoạt|SH).*từ ngày\s+(\d{1,2})\s+sang ngày\s+(\d{1,2})/iu.exec(detail);
  if (day) return { kind: 'meeting_day', cell, from: Number(day[1]), to: Number(day[2]) };
  const split = /^thành lập\s+(.+?)\s+(?:trên cơ sở|từ việc|do)\s+(?:chia\s+)?tách\s+(?:từ\s+)?(.+)$/iu.exec(detail);
  if (split) return { kind: 'split', created: split[1] ?? '', from: split[2] ?? '' };
  const merged = /^(?:sáp nhập|hợp nhất)\s+(.+?)\s+vào\s+(.+)$/iu.exec(detail);
  if (merged) return { kind: 'merge', dissolved: merged[1] ?? '', into: merged[2] ?? '' };
  const dissolved = /^giải thể\s+(.+)$/iu.exec(detail);
  if (dissolved) return { kind: 'dissolve', cell: dissolved[1] ?? '' };
  const created = /^thành lập(?: mới)?\s+(.+)$/iu.exec(detail);
  return created ? { kind: 'create', cell: created[1] ?? '' } : null;
}
