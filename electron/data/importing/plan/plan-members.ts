import type { MemberRow } from '../../schema/member-tables.ts';
import type { MemberDraft, MemberSheetDraft } from '../drafts/member-draft.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { Turns } from '../turns.ts';
import { fillMember } from './member-columns.ts';
import { eventsFrom, groupMembers, type MemberGroup, type PlacedDraft, placeMembers } from './member-groups.ts';
import { type Move, memberHistory } from './member-history.ts';
import { recordHistory } from './member-status-rows.ts';
import { type CurrentRow, listedCells, planPosts } from './plan-posts.ts';
import type { Records } from './records.ts';
import { contradictsIdentity, reportIdentities } from './shared-numbers.ts';
import { listDate } from './sheet-unit.ts';

/**
 * Turns rosters into members with their statuses, events and posts: found by number or name and dates, else new. Drafts weigh
 * as much as all that becomes of them, so each is let go when its member is planned: the sheets have none left afterwards.
 */
export function* planMembers(
  sheets: readonly MemberSheetDraft[],
  organisations: OrganisationBook,
  members: MemberBook,
  records: Records,
): Turns<Pick<CurrentRow, 'memberId' | 'cellId'>[]> {
  const placed: PlacedDraft[] = [];
  for (const sheet of sheets) {
    yield* placeMembers(sheet, organisations, placed);
    sheet.rows = [];
  }
  const groups = yield* groupMembers(placed, members);
  const listed = listedCells(placed);
  const contradicting: PlacedDraft[] = [];
  for (const row of placed) {
    yield;
    if (contradictsIdentity(row.draft)) contradicting.push(row);
  }
  placed.length = 0;
  const current: Pick<CurrentRow, 'memberId' | 'cellId'>[] = [];
  const holders: CurrentRow[] = [];
  for (const [memberId, group] of groups) {
    yield;
    groups.delete(memberId);
    const planned = planMember(group, organisations, members);
    if (planned.draft.position !== null) holders.push({ ...planned, memberId });
    current.push({ memberId, cellId: planned.cellId });
    for (const { context, draft } of group.rows) records.note(context, draft.row.number, 'member', memberId);
  }
  reportIdentities(contradicting);
  planPosts(holders, listed, members);
  return current;
}

/** Returns the row that tells where the member is now. */
function planMember(group: MemberGroup, organisations: OrganisationBook, members: MemberBook): PlacedDraft {
  const { member, rows } = group;
  const { current, move } = currentRow(rows, organisations);
  if (rows.length > 1) reportTwice(group, organisations);
  // The current row last: what it says wins.
  for (const row of rows) if (row !== current) fillMember(member, row.draft);
  fillMember(member, current.draft);
  const asOf = listDate(current.context);
  const history = memberHistory({
    cellId: current.cellId,
    standing: current.draft.standing,
    admissionDate: current.draft.admissionDate,
    fullMemberDate: current.draft.fullMemberDate,
    facts: current.draft.facts,
    move,
    eventsFrom: eventsFrom(current.context),
    note: current.draft.note,
  });
  reportMove(current, move, member, organisations, members);
  const saysStatus = current.draft.row.has('note') && !isBare(current.draft);
  recordHistory(member.id, history, asOf, members, { saysStatus });
  return current;
}

/** A name and nothing else: such a row says of nobody that the exemption is over. */
function isBare(draft: MemberDraft): boolean {
  const { birthDate, admissionDate, fullMemberDate, personalId, oldCard, newCard, note } = draft;
  return [birthDate, admissionDate, fullMemberDate, personalId, oldCard, newCard, note].every(
    (value) => value === null,
  );
}

/** Of two rows after a transfer the one in the new cell is current; its note or that of the old row says so. */
function currentRow(rows: readonly PlacedDraft[], book: OrganisationBook): { current: PlacedDraft; move: Move | null } {
  const [first] = rows;
  if (!first) throw new RangeError('a member without a row');
  const arrived = rows.find((row) => row.draft.facts.some((fact) => fact.type === 'came_from'));
  const departed = rows.find((row) => row.draft.facts.some((fact) => fact.type === 'moved_to'));
  const current = arrived ?? rows.find((row) => row !== departed) ?? first;
  const from = rows.find((row) => row.cellId !== current.cellId);
  const move = from ? moveBetween(from, current, book) : moveByNote(current, book);
  if (move?.toCellId === current.cellId || move === null) return { current, move };
  return { current: { ...current, cellId: move.toCellId }, move };
}

function moveBetween(from: PlacedDraft, current: PlacedDraft, book: OrganisationBook): Move {
  const asOf = listDate(current.context);
  const facts = [...current.draft.facts, ...from.draft.facts];
  const date = facts.find((fact) => fact.type !== 'status' && fact.since !== null)?.since ?? null;
  const internal = book.grassrootsOf(from.cellId, asOf) === book.grassrootsOf(current.cellId, asOf);
  return { fromCellId: from.cellId, toCellId: current.cellId, date, internal };
}

/** A move that only one row tells of: the other cell is one of the office when its name is found. */
function moveByNote(current: PlacedDraft, book: OrganisationBook): Move | null {
  const asOf = listDate(current.context);
  for (const fact of current.draft.facts) {
    if (fact.type === 'status') continue;
    const grassroots = book.grassrootsOf(current.cellId, asOf);
    const lookup = book.findCell(fact.place, grassroots, fact.since ?? asOf);
    const other = lookup.found ?? book.findCell(fact.place, null, fact.since ?? asOf).found;
    if (other === null || other === current.cellId) continue;
    const [fromCellId, toCellId] = fact.type === 'came_from' ? [other, current.cellId] : [current.cellId, other];
    return { fromCellId, toCellId, date: fact.since, internal: book.grassrootsOf(other, asOf) === grassroots };
  }
  return null;
}

/** A list that has somebody in another cell than the office, with no word of a transfer: it is taken for one, and told. */
function reportMove(
  { context, draft, cellId }: PlacedDraft,
  move: Move | null,
  member: MemberRow,
  book: OrganisationBook,
  members: MemberBook,
): void {
  const now = members.statusNow(member.id);
  if (!now || now.cell_id === cellId || move !== null || isGuest(draft)) return;
  const asOf = listDate(context);
  const [value, other] = [book.nameOn(cellId, asOf), book.nameOn(now.cell_id, asOf)];
  context.report(draft.row, 'full_name', 'moved_by_list', { name: member.full_name, value, other });
}

/** A stay as a guest runs beside the one at home (R15). */
function isGuest({ facts }: PlacedDraft['draft']): boolean {
  return facts.some((fact) => fact.type === 'status' && fact.kind === 'temporarily_received');
}

function reportTwice({ member, rows }: MemberGroup, book: OrganisationBook): void {
  const cells = [...new Set(rows.map((row) => book.nameOn(row.cellId, listDate(row.context))))].join(', ');
  for (const { context, draft } of rows) {
    context.report(draft.row, 'full_name', 'duplicate_person', { name: member.full_name, other: cells });
  }
}
