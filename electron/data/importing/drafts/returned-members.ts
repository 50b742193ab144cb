import type { EventInput } from '../../../contract/member-events.ts';
import { type FormIdentity, lineOfCell } from '../../collecting/form-identity.ts';
import { reportedEvents } from '../../collecting/forms/members.ts';
import { formatDate, isIsoDate, isPartialDate } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { lineId } from '../returned-forms.ts';
import { SheetContext } from '../sheet-context.ts';
import { dayValue, laterDayValue, lineValue } from '../values/plain-values.ts';
import type { MemberDraft, MemberSheetDraft } from './member-draft.ts';
import { draftMembers } from './members.ts';

/** What a cell says otherwise of somebody the office knows. */
export interface CorrectionDraft {
  row: SheetRow;
  memberId: string;
  draft: MemberDraft;
  /** Fields of the form that differ from what was sent. */
  fields: string[];
}

/** What became of somebody since the form was made. */
export interface ReportedEvent {
  row: SheetRow;
  memberId: string;
  name: string;
  input: EventInput;
}

export interface MemberUpdateSheetDraft {
  context: SheetContext;
  corrections: CorrectionDraft[];
  events: ReportedEvent[];
  /** People whom the form did not have. */
  added: MemberSheetDraft;
}

/** Columns that a cell corrects. */
const correctable = [
  ...['full_name', 'gender', 'birth_date', 'ethnicity', 'religion', 'hometown', 'general_education'],
  ...['professional_education', 'political_theory', 'admission_date', 'full_member_date', 'party_card_no'],
  ...['old_card_no', 'personal_id', 'phone'],
];

interface NewLine {
  row: SheetRow;
  cellId: string;
}

/** Reads member updates that came back; what is as it was sent says nothing, but for a line that was ticked as right. */
export function draftReturnedMembers(context: SheetContext, form: FormIdentity): MemberUpdateSheetDraft {
  const changed = new Map<SheetRow, { memberId: string; fields: string[] }>();
  const added: NewLine[] = [];
  const events: ReportedEvent[] = [];
  const seen = new Set<string>();
  let cellId: string | null = null;
  for (const row of context.rows) {
    if (lineValue(row, 'checked') !== null) context.answersNone = true;
    const mark = row.line(lineId);
    const sent = mark === null || seen.has(mark) ? undefined : form.sent.get(mark);
    if (mark === null || !sent) {
      if (mark !== null && !form.sent.has(mark)) {
        context.report(row, 'full_name', 'form_foreign_line', { value: lineValue(row, 'full_name') });
      } else cellId = addLine(context, form, row, cellId, added);
      continue;
    }
    seen.add(mark);
    const { cellId: own, line: memberId } = lineOfCell(mark);
    cellId = own;
    const fields = differing(context, row, sent);
    if (fields.length > 0) changed.set(row, { memberId, fields });
    const event = readEvent(context, row);
    if (event) events.push({ row, memberId, name: String(sent.full_name), input: event });
  }
  const drafts = readPeople(context, [...changed.keys(), ...added.map(({ row }) => row)]);
  return {
    context,
    corrections: [...changed].flatMap(([row, change]) => {
      const draft = drafts.get(row.number);
      return draft ? [{ ...change, row, draft }] : [];
    }),
    events,
    added: { context, rows: added.flatMap(({ row, cellId: cell }) => newPerson(context, row, cell, drafts) ?? []) },
  };
}

/** The fields that the cell wrote otherwise. A box that was emptied is no correction, and is shown. */
function differing(
  context: SheetContext,
  row: SheetRow,
  sent: Readonly<Record<string, string | number | null>>,
): string[] {
  return correctable.filter((field) => {
    const [wrote, reads] = [shown(sent[field]), lineValue(row, field)];
    if (reads === null && wrote !== null) context.report(row, field, 'form_value_kept', { value: '', other: wrote });
    return reads !== null && (wrote === null || nameKey(reads) !== nameKey(wrote));
  });
}

function shown(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return isPartialDate(text) ? formatDate(text) : text;
}

/** A line without a mark, or a copied one: somebody new of the cell it names, else of the cell above. Returns the cell. */
function addLine(
  context: SheetContext,
  { sent }: FormIdentity,
  row: SheetRow,
  above: string | null,
  added: NewLine[],
): string | null {
  const [name, cell] = [lineValue(row, 'full_name'), lineValue(row, 'cell')];
  const original = sent.get(row.line(lineId) ?? '');
  if (name === null || (original && nameKey(String(original.full_name)) === nameKey(name))) return above;
  const named = [...sent].filter(([, values]) => cell !== null && nameKey(String(values.cell)) === nameKey(cell));
  const cells = new Set(named.map(([mark]) => lineOfCell(mark).cellId));
  const [only] = cells;
  const cellId = cell === null ? above : cells.size === 1 ? (only ?? null) : null;
  if (cellId === null) context.report(row, 'full_name', 'form_unknown_line', { value: cell ?? name });
  else {
    added.push({ row, cellId });
    context.report(row, 'full_name', 'form_member_added', { name });
  }
  return cellId ?? above;
}

/** Reads the lines as those of a roster, with its checks; what it finds is reported on the form's own sheet. */
function readPeople(context: SheetContext, rows: readonly SheetRow[]): Map<number, MemberDraft> {
  const part = new SheetContext({ ...context, rows });
  const { rows: drafts } = draftMembers(part);
  context.issues.push(...part.issues);
  return new Map(drafts.map((draft) => [draft.row.number, draft]));
}

function newPerson(
  context: SheetContext,
  row: SheetRow,
  cellId: string,
  drafts: ReadonlyMap<number, MemberDraft>,
): MemberDraft[] | null {
  const draft = drafts.get(row.number);
  if (!draft) return null;
  const placed: MemberDraft = { ...draft, cell: { name: lineValue(row, 'cell') ?? '', row: row.number, id: cellId } };
  const event = readEvent(context, row);
  const [since, place] = [event?.date ?? null, event?.place ?? null];
  if (event?.code === 'CHUYEN_DEN') {
    const day = since !== null && isIsoDate(since) ? since : null;
    return [{ ...placed, facts: [{ type: 'came_from', place: place ?? '', since: day }] }];
  }
  if (event?.code === 'KET_NAP' && placed.admissionDate === null && since !== null && isPartialDate(since)) {
    return [{ ...placed, admissionDate: since }];
  }
  return [placed];
}

const events = new Map(Object.entries(reportedEvents).map(([words, code]) => [nameKey(words), code]));

/** The event of a line, as the members' room asks it; null: none, or one that cannot be read. */
function readEvent(context: SheetContext, row: SheetRow): EventInput | null {
  const words = lineValue(row, 'event');
  if (words === null) return null;
  const code = events.get(nameKey(words));
  if (code === undefined) {
    context.report(row, 'event', 'form_unknown_event', { value: words });
    return null;
  }
  const [paper, paperDate] = [lineValue(row, 'event_paper'), dayValue(context, row, 'event_paper_date')];
  return {
    ...{ code, to_cell_id: null, standing: null, dues_paid_to: null, review_on: null, reason: null, note: null },
    ...{ sponsor_1: null, sponsor_2: null, document: paper },
    date: dayValue(context, row, 'event_date'),
    ends_on: laterDayValue(context, row, 'event_until'),
    place: lineValue(row, 'event_place'),
    ...{ paper_number: paper, paper_date: paperDate, decision_number: paper, decision_date: paperDate },
  };
}
