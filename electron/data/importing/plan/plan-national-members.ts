import { nationalStatusWord, statusesAgree } from '../../members/national-status.ts';
import type { MemberDetailRow, MemberRow } from '../../schema/member-tables.ts';
import { formatDate, isIsoDate, isPartialDate } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { checkMember } from '../drafts/check-member.ts';
import type { NationalMemberDraft, NationalSheetDraft } from '../drafts/national-member-draft.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Turns } from '../turns.ts';
import type { MemberFact } from '../values/member-notes.ts';
import { emptyMember } from './member-columns.ts';
import { eventsFrom } from './member-groups.ts';
import { memberHistory } from './member-history.ts';
import { recordHistory } from './member-status-rows.ts';
import { emptyDetailRow, hasDetail, mergeNational } from './merge-national.ts';
import { NationalReconciler, type Reconciliation } from './reconcile-national.ts';
import type { Records } from './records.ts';
import { type NumberedRow, reportIdentities, reportSharedNumbers } from './shared-numbers.ts';
import { listDate } from './sheet-unit.ts';

/** A row of the national database with the cell it names; null when the office has no such cell. */
interface PlacedRow {
  context: SheetContext;
  draft: NationalMemberDraft;
  cellId: string | null;
}

/**
 * Takes over what the national database knows and the office does not. What the office holds stays: every difference is
 * reported at its box for the clerk to decide, and is in the list of reconciliation; null without a sheet. To be planned after the rosters, which are nearer to the people.
 */
export function* planNationalMembers(
  sheets: readonly NationalSheetDraft[],
  organisations: OrganisationBook,
  members: MemberBook,
  records: Records,
): Turns<Reconciliation | null> {
  const last = sheets.at(-1);
  if (!last) return null;
  const reconciler = new NationalReconciler(members, organisations);
  const isFirstList = members.members.all().next().done === true;
  const rows = new Map<string, NumberedRow>();
  const identified: PlacedRow[] = [];
  for (const { context, rows: drafts } of sheets) {
    for (const draft of drafts) {
      yield;
      const placed = { context, draft, cellId: cellOf(context, draft, organisations) };
      const found = findMember(placed, members);
      if (found === null) {
        reconciler.addUnknown(placed, null);
        continue;
      }
      const { member, isKnown } = found;
      if (isKnown) reconciler.compare(placed, member, detailOf(member.id, members));
      else reconciler.addUnknown(placed, member.id);
      reportSharedNumbers(placed, member.id, members, (holder) => rows.get(holder));
      rows.set(member.id, placed);
      identified.push(placed);
      merge(placed, member, members);
      members.index(member);
      if (isKnown) compareSituation(placed, member, members, organisations);
      else begin(placed, member, members, isFirstList);
      records.note(context, draft.row.number, 'member', member.id);
    }
  }
  reportIdentities(identified);
  return reconciler.finish(listDate(last.context));
}

function detailOf(memberId: string, members: MemberBook): MemberDetailRow {
  return members.details.of(memberId)[0] ?? emptyDetailRow(memberId);
}

function cellOf(context: SheetContext, { organisation }: NationalMemberDraft, book: OrganisationBook): string | null {
  if (organisation === null) return null;
  const { cell, committee } = organisation;
  const committeeId = committee === null ? null : book.findCommittee(committee);
  if (committee !== null && committeeId === null) return null;
  return book.findCell(cell, committeeId, listDate(context)).found;
}

/** The member, known or new; null, with an error, for somebody unknown in a cell that the office has not. */
function findMember(
  { context, draft, cellId }: PlacedRow,
  members: MemberBook,
): { member: MemberRow; isKnown: boolean } | null {
  const choice = context.decided.choices.get(draft.row.number);
  const chosen = choice?.type === 'record' ? members.members.get(choice.record) : undefined;
  if (chosen) return { member: chosen, isKnown: true };
  const match = members.match({ ...draft, cellId: cellId ?? '' });
  if (match.type === 'same' && choice?.type !== 'new') return { member: match.member, isKnown: true };
  if (cellId === null) {
    context.report(draft.row, 'organisation', 'unknown_cell', { value: draft.row.line('organisation') });
    return null;
  }
  if (match.type === 'unsure' && choice?.type !== 'new') {
    const names = { name: draft.name, other: match.member.full_name };
    context.report(draft.row, 'full_name', 'possible_duplicate', names);
  }
  const member = members.members.add((id) => emptyMember(id, draft.name));
  members.planCell(member.id, cellId);
  return { member, isKnown: false };
}

function merge({ context, draft }: PlacedRow, member: MemberRow, members: MemberBook): void {
  const [known] = members.details.of(member.id);
  const detail = known ?? emptyDetailRow(member.id);
  const differences = mergeNational(member, detail, draft);
  if (!known && hasDetail(detail)) members.details.add((id) => ({ ...detail, id }));
  if (nameKey(draft.name) !== member.name_key) differences.push({ field: 'full_name', held: member.full_name });
  for (const { field, held } of differences) {
    const value = draft.row.line(field);
    context.report(draft.row, field, 'field_conflict', { value, other: shownValue(context, field, held) });
  }
}

/** What the office holds, in the words of the file. */
function shownValue({ codes }: SheetContext, field: string, held: string): string {
  if (field === 'gender') return held === 'female' ? 'Nữ' : 'Nam';
  if (field === 'ethnicity') return codes.label('ethnic_groups', held);
  if (field === 'religion') return codes.label('religions', held);
  return isPartialDate(held) && field.endsWith('_date') ? formatDate(held) : held;
}

/** Somebody of whom only the national database tells. */
function begin(
  { context, draft, cellId }: PlacedRow,
  member: MemberRow,
  members: MemberBook,
  isFirstList: boolean,
): void {
  if (!isFirstList) context.report(draft.row, 'full_name', 'only_in_csdl', { name: draft.name });
  checkMember(context, draft);
  const history = memberHistory({
    cellId: cellId ?? '',
    standing: draft.standing,
    admissionDate: draft.admissionDate,
    fullMemberDate: draft.fullMemberDate,
    facts: factsOf(draft),
    move: null,
    eventsFrom: eventsFrom(context),
    note: draft.row.line('status'),
  });
  recordHistory(member.id, history, listDate(context), members);
}

function factsOf({ status, statusSince }: NationalMemberDraft): MemberFact[] {
  if (!status || status.event === null) return [];
  const since = statusSince !== null && isIsoDate(statusSince) ? statusSince : null;
  return [{ type: 'status', kind: status.kind, event: status.event, since, place: null }];
}

/** Another cell or another status than the office has: for the clerk, not for us, to put right. */
function compareSituation(
  { context, draft, cellId }: PlacedRow,
  member: MemberRow,
  members: MemberBook,
  organisations: OrganisationBook,
): void {
  const now = members.statusNow(member.id);
  if (!now) return;
  const conflict = (field: string, other: string) =>
    context.report(draft.row, field, 'field_conflict', { value: draft.row.line(field), other });
  if (cellId !== now.cell_id) conflict('organisation', organisations.nameOn(now.cell_id, listDate(context)));
  if (draft.status && !statusesAgree(now.kind, draft.status.kind)) conflict('status', nationalStatusWord(now.kind));
}
