import type { MemberRow } from '../../schema/member-tables.ts';
import { type IsoDate, toIsoDate } from '../../vietnamese/dates.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import type { MemberDraft, MemberSheetDraft } from '../drafts/member-draft.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Turns } from '../turns.ts';
import { emptyMember } from './member-columns.ts';
import { reportSharedNumbers } from './shared-numbers.ts';
import { cellOfSheet, cellUnder, committeeOfSheet, decidedCell, listDate } from './sheet-unit.ts';

const mostCells = 20_000;

/** A row of a roster with the cell it stands under. */
export interface PlacedDraft {
  context: SheetContext;
  draft: MemberDraft;
  cellId: string;
}

/** One person with all the rows that speak of him or her. */
export interface MemberGroup {
  member: MemberRow;
  rows: PlacedDraft[];
}

/** Admissions since then are events: those of the roster's year; one without a date may be of the year before. */
export function eventsFrom(context: SheetContext): IsoDate {
  const year = Number(listDate(context).slice(0, 4));
  return toIsoDate(context.title.asOf === null ? year - 1 : year, 1, 1) ?? context.today;
}

/**
 * Finds the cell of every row: by the row's own column or the group heading above, else by the title or the name of the
 * sheet (pitfall 14f), and adds it to `placed`. A name that no cell has is reported once; its rows are refused.
 */
export function* placeMembers(
  { context, rows }: MemberSheetDraft,
  book: OrganisationBook,
  placed: PlacedDraft[],
): Turns<void> {
  const committeeId = committeeOfSheet(context, book);
  const unnamed = cellOfSheet(context.title) ?? context.title.sheetName;
  const decided = decidedCell(context, book);
  const cellNamed = remembered((name) => cellUnder(name, committeeId, book, listDate(context)), mostCells);
  const reported = new Set<string>();
  for (const draft of rows) {
    yield;
    const name = draft.cell?.name ?? unnamed;
    const id = draft.cell === null ? decided : (draft.cell.id ?? null);
    const lookup = id === null ? cellNamed(name) : { found: id };
    if (lookup.found !== null) {
      placed.push({ context, draft, cellId: lookup.found });
      continue;
    }
    const where = `${name}|${draft.cell?.row ?? ''}`;
    if (reported.has(where)) continue;
    reported.add(where);
    const code = lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell';
    const committee = committeeId === null ? '' : book.nameOn(committeeId, listDate(context));
    context.reportAt(draft.cell?.row ?? draft.row.number, null, code, { value: name, name: committee });
  }
}

/** Puts the rows of one person together, by id, found in the office or new; doubtful cases are reported and kept apart. */
export function* groupMembers(placed: readonly PlacedDraft[], book: MemberBook): Turns<Map<string, MemberGroup>> {
  const groups = new Map<string, MemberGroup>();
  for (const row of placed) {
    yield;
    const member = recognise(row, book, groups);
    const group = groups.get(member.id);
    if (group) group.rows.push(row);
    else groups.set(member.id, { member, rows: [row] });
    book.planCell(member.id, row.cellId);
  }
  return groups;
}

function recognise(placed: PlacedDraft, book: MemberBook, groups: ReadonlyMap<string, MemberGroup>): MemberRow {
  const { draft, cellId, context } = placed;
  const choice = context.decided.choices.get(draft.row.number);
  const chosen = choice?.type === 'record' ? book.members.get(choice.record) : undefined;
  if (chosen) return chosen;
  const { name, birthDate, admissionDate, oldCard, newCard, personalId } = draft;
  const match = book.match({ name, birthDate, admissionDate, oldCard, newCard, personalId, cellId });
  if (match.type === 'same' && choice?.type !== 'new') return match.member;
  reportSharedNumbers(placed, null, book, (id) => groups.get(id)?.rows[0]);
  if (match.type === 'unsure' && choice?.type !== 'new') {
    context.report(draft.row, 'full_name', 'possible_duplicate', { name: draft.name, other: match.member.full_name });
  }
  const member = book.members.add((id) => emptyMember(id, draft.name));
  member.old_card_no = draft.oldCard;
  member.party_card_no = draft.newCard;
  member.personal_id = draft.personalId;
  member.birth_date = draft.birthDate;
  member.admission_date = draft.admissionDate;
  book.index(member);
  return member;
}
