import type { IsoDate } from '../../vietnamese/dates.ts';
import { canonicalName } from '../../vietnamese/names.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { codeValue } from '../values/codes.ts';
import { difficultyFlags } from '../values/difficulty-flags.ts';
import { parseDayChange, parseMeetingDay } from '../values/meeting-day.ts';
import { saysCommittee } from '../values/organisation-names.ts';
import { countValue, lineValue, phoneValue } from '../values/plain-values.ts';

export interface OrganisationCounts {
  members: number | null;
  women: number | null;
  probationary: number | null;
  exempt: number | null;
}

/** A grassroots committee's row or group heading. */
export interface CommitteeDraft {
  type: 'committee';
  row: SheetRow;
  name: string;
  counts: OrganisationCounts;
}

/** A cell's row. `under`: the group heading it stands under; null directly under the office's own organisation. */
export interface CellDraft {
  type: 'cell';
  row: SheetRow;
  name: string;
  under: { name: string; grassrootsCells: boolean } | null;
  cellType: string | null;
  meetingDay: number | null;
  dayChange: { from: IsoDate; previousDay: number } | null;
  difficultyFlags: string[];
  counts: OrganisationCounts;
  secretary: string | null;
  phone: string | null;
  note: string | null;
}

export interface OrganisationSheetDraft {
  context: SheetContext;
  rows: (CommitteeDraft | CellDraft)[];
}

const grassrootsCells = /chi bộ cơ sở/iu;

/** Reads an organisation list: committees as group headings or rows, cells under them. */
export function draftOrganisations(context: SheetContext): OrganisationSheetDraft {
  const rows: OrganisationSheetDraft['rows'] = [];
  let under: CellDraft['under'] = null;
  for (const row of context.rows) {
    const name = lineValue(row, 'name');
    if (name === null) {
      if (row.kind === 'data') context.report(row, 'name', 'missing_cell');
      continue;
    }
    if (grassrootsCells.test(name) && row.kind === 'group') {
      under = { name, grassrootsCells: true };
    } else if (saysCommittee(name)) {
      under = { name, grassrootsCells: false };
      rows.push({ type: 'committee', row, name, counts: readCounts(context, row) });
    } else if (row.kind === 'data') {
      // Any other group heading (`Khối thôn, bản`) is only a caption.
      rows.push(draftCell(context, row, name, under));
    }
  }
  return { context, rows };
}

function readCounts(context: SheetContext, row: SheetRow): OrganisationCounts {
  return {
    members: countValue(context, row, 'members_total'),
    women: countValue(context, row, 'women'),
    probationary: countValue(context, row, 'probationary'),
    exempt: countValue(context, row, 'exempt'),
  };
}

function draftCell(context: SheetContext, row: SheetRow, name: string, under: CellDraft['under']): CellDraft {
  const note = lineValue(row, 'note');
  const day = lineValue(row, 'meeting_day');
  const secretary = lineValue(row, 'secretary');
  const meetingDay = day === null ? null : parseMeetingDay(day);
  if (day !== null && meetingDay === null) context.report(row, 'meeting_day', 'not_a_number', { value: day });
  return {
    type: 'cell',
    row,
    name,
    under,
    cellType: codeValue(context, row, 'cell_type', 'cell_types'),
    meetingDay,
    dayChange: note === null ? null : parseDayChange(note),
    difficultyFlags: note === null ? [] : difficultyFlags(note),
    counts: readCounts(context, row),
    secretary: secretary === null ? null : canonicalName(secretary),
    phone: phoneValue(row, 'phone'),
    note,
  };
}
