import type { PetitionResult } from '../../petitions/life-cycle.ts';
import type { Authority, PetitionState } from '../../schema/column-types.ts';
import type { PetitionRow } from '../../schema/petition-tables.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import { collationKey } from '../../vietnamese/sort-key.ts';
import type { PetitionDraft, PetitionSheetDraft } from '../drafts/petitions.ts';
import { petitionKey } from '../match/former-records.ts';
import type { Books } from '../match/load-books.ts';
import type { PetitionRows } from '../match/petition-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Records } from './records.ts';
import { fillIn } from './row-set.ts';
import { cellOfRow } from './sheet-unit.ts';

/**
 * Turns lists of petitions into petitions: found by cell, day and words, else new. A row that says which one it repeats
 * is linked to it (R37). Every petition without a meeting is then looked for in the register.
 */
export function planPetitions(sheets: readonly PetitionSheetDraft[], books: Books, records: Records): void {
  const { petitions } = books;
  for (const { context, rows } of sheets) {
    const byOrder = new Map<string, PetitionRow>();
    for (const draft of rows) {
      const cellId = draft.returned?.cellId ?? cellOf(context, draft, books);
      if (cellId === null) continue;
      const sameLine = petitions.petitions.get(draft.returned?.id ?? '');
      const key = petitionKey({ cell_id: cellId, date: draft.date, content: draft.content });
      const known = sameLine ?? petitions.find(cellId, draft.date, draft.content) ?? changedHere(key, books);
      if (!known && books.former.isRemoved(key)) {
        context.report(draft.row, null, 'removed_here', { name: 'Kiến nghị này' });
        continue;
      }
      const petition = known ?? addPetition(draft, cellId, context, petitions);
      if (sameLine) correctWords(context, draft, sameLine);
      fillPetition(petition, draft, petitions);
      if (draft.order !== null) byOrder.set(draft.order, petition);
      linkRepeated(context, draft, petition, byOrder);
      records.note(context, draft.row.number, 'petition', petition.id);
    }
  }
  linkMeetings(books);
}

/** A petition whose words, cell or day the clerk has put right since a file brought it. */
function changedHere(key: string, { former, petitions }: Books): PetitionRow | undefined {
  return petitions.petitions.get(former.changed(key) ?? '');
}

function cellOf(context: SheetContext, { row, cell, date }: PetitionDraft, { organisations }: Books): string | null {
  const lookup = cellOfRow(cell, context, organisations, date ?? context.today);
  if (lookup.found !== null) return lookup.found;
  context.report(row, 'cell', lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell', {
    value: cell ?? context.title.sheetName,
  });
  return null;
}

function addPetition(
  { date, content, returned }: PetitionDraft,
  cellId: string,
  { title, today }: SheetContext,
  petitions: PetitionRows,
): PetitionRow {
  const year = date?.slice(0, 4) ?? String(title.year ?? today.slice(0, 4));
  const code = petitions.nextCode(year);
  return petitions.petitions.add((newId) => ({
    id: returned?.id ?? newId,
    code,
    cell_id: cellId,
    meeting_id: null,
    visit_id: null,
    date,
    raised_by: null,
    raised_by_member_id: null,
    content,
    search_key: searchKey(content),
    kind: null,
    field: null,
    authority: null,
    responsible_body_id: null,
    received_on: null,
    forwarded_on: null,
    forward_document: null,
    due_date: null,
    state: 'new',
    answered_on: null,
    reply_document: null,
    outcome: null,
    unresolved_reason: null,
    cell_told_on: null,
    duplicate_of_id: null,
    note: null,
  }));
}

/** The same line of a form came back with other words or another day. */
function correctWords(context: SheetContext, { row, content, date }: PetitionDraft, petition: PetitionRow): void {
  if (petition.content !== content) {
    context.report(row, 'content', 'form_changes_record', { value: content, other: petition.content });
    petition.content = content;
    petition.search_key = searchKey(content);
  }
  if (date !== null) petition.date = date;
}

function fillPetition(petition: PetitionRow, draft: PetitionDraft, petitions: PetitionRows): void {
  const state = stateOf(draft);
  fillIn(petition, {
    field: draft.field,
    authority: draft.authority,
    responsible_body_id: draft.body === null ? null : bodyNamed(draft.body, draft.authority, petitions),
    due_date: draft.dueDate,
    answered_on: draft.answeredOn,
    cell_told_on: draft.toldOn,
    note: draft.note,
    unresolved_reason: state === 'unresolved' && draft.repeats === null ? draft.note : null,
  });
  // A list may be older than the office's own steps: it never takes a petition back.
  if (progress[state] >= progress[petition.state]) petition.state = state;
}

const progress: Readonly<Record<PetitionState, number>> = {
  new: 0,
  received: 1,
  forwarded: 2,
  in_progress: 3,
  unresolved: 3,
  outside_authority: 4,
  resolved: 5,
  told_back: 6,
  answered_on_the_spot: 6,
};

const states: Readonly<Record<PetitionResult, PetitionState>> = {
  on_spot: 'answered_on_the_spot',
  resolved: 'resolved',
  in_progress: 'in_progress',
  unresolved: 'unresolved',
};

function stateOf({ result, toldOn }: PetitionDraft): PetitionState {
  if (result === null) return 'new';
  return result === 'resolved' && toldOn !== null ? 'told_back' : states[result];
}

function bodyNamed(name: string, authority: Authority | null, petitions: PetitionRows): string {
  const known = petitions.findBody(name);
  if (known) return known.id;
  const keys = { search_key: searchKey(name), sort_key: collationKey(name) };
  return petitions.bodies.add((id) => ({
    id,
    name,
    ...keys,
    authority,
    successor_id: null,
    valid_from: null,
    valid_to: null,
  })).id;
}

function linkRepeated(
  context: SheetContext,
  { row, repeats }: PetitionDraft,
  petition: PetitionRow,
  byOrder: ReadonlyMap<string, PetitionRow>,
): void {
  const first = repeats === null ? undefined : byOrder.get(repeats);
  if (!first || first === petition) return;
  petition.duplicate_of_id = first.duplicate_of_id ?? first.id;
  context.report(row, null, 'repeated_petition', { value: petition.content, other: repeats ?? '' });
}

/** The meeting the cell held that day, and who alone attended it from above. */
function linkMeetings({ petitions, meetings }: Books): void {
  const heldOn = Map.groupBy(
    [...meetings.meetings.all()].filter(({ state }) => state === 'held'),
    ({ cell_id, date }) => `${cell_id} ${date}`,
  );
  for (const petition of petitions.petitions.all()) {
    if (petition.meeting_id !== null || petition.date === null) continue;
    const held = heldOn.get(`${petition.cell_id} ${petition.date}`) ?? [];
    const [meeting, ...others] = held;
    if (!meeting || others.length > 0) continue;
    petition.meeting_id = meeting.id;
    const [visit, ...more] = meetings.visits.of(meeting.id);
    if (visit && more.length === 0) petition.visit_id = visit.id;
  }
}
