import type { OrganisationVersionRow } from '../../schema/organisation-tables.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { CellDraft, CommitteeDraft, OrganisationCounts, OrganisationSheetDraft } from '../drafts/organisations.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import {
  canonicalCellName,
  canonicalCommitteeName,
  committeeKey,
  isAllCapitals,
} from '../values/organisation-names.ts';
import { changeFrom } from './dated-rows.ts';
import type { Records } from './records.ts';
import { fillIn } from './row-set.ts';
import { decidedCommittee } from './sheet-unit.ts';

/** How committees' names are spelled elsewhere in the same files, by `committeeKey`: a list in CAPITALS does not say. */
export type Spellings = ReadonlyMap<string, string>;

/** Turns organisation lists into organisations: found by name under their committee, else new. */
export function planOrganisations(
  sheets: readonly OrganisationSheetDraft[],
  book: OrganisationBook,
  records: Records,
  spellings: Spellings,
): void {
  for (const { context, rows } of sheets) {
    const asOf = context.title.asOf ?? context.today;
    rows.forEach((draft, position) => {
      const version =
        draft.type === 'committee'
          ? planCommittee(draft, book, asOf, spellings)
          : planCell(draft, book, asOf, spellings, context);
      if (!version) return;
      // The office's own organisation stands before all others.
      if (version.organisation_id !== book.rootId) fillIn(version, { position: position + 1 });
      planCounts(version.organisation_id, draft.counts, asOf, book);
      records.note(context, draft.row.number, 'organisation', version.organisation_id);
    });
  }
}

function planCommittee(
  draft: CommitteeDraft,
  book: OrganisationBook,
  asOf: IsoDate,
  spellings: Spellings,
): OrganisationVersionRow | undefined {
  const known = book.findCommittee(draft.name);
  if (known !== null) return book.versionOn(known, asOf);
  const spelled = isAllCapitals(draft.name) ? spellings.get(committeeKey(draft.name)) : undefined;
  return book.add('grassroots_committee', canonicalCommitteeName(spelled ?? draft.name), book.rootId);
}

function planCell(
  draft: CellDraft,
  book: OrganisationBook,
  asOf: IsoDate,
  spellings: Spellings,
  context: SheetContext,
): OrganisationVersionRow | undefined {
  const { under } = draft;
  const direct = under === null || under.grassrootsCells;
  const above = under === null ? decidedCommittee(context, book) : null;
  const parentId = direct
    ? (above ?? book.rootId)
    : book.findCommittee(spellings.get(committeeKey(under.name)) ?? under.name);
  if (parentId === null) {
    context.report(draft.row, 'name', 'unknown_organisation', { value: under?.name ?? null });
    return undefined;
  }
  const choice = context.decided.choices.get(draft.row.number);
  const chosen = choice?.type === 'record' && book.isCell(choice.record) ? choice.record : null;
  const lookup = chosen === null ? book.findCell(draft.name, parentId, asOf) : { found: chosen };
  if (choice?.type !== 'new' && lookup.found === null && lookup.reason === 'ambiguous') {
    context.report(draft.row, 'name', 'ambiguous_cell', { value: draft.name });
    return undefined;
  }
  const kind = under?.grassrootsCells ? 'grassroots_cell' : 'cell';
  const version =
    lookup.found === null || choice?.type === 'new'
      ? book.add(kind, canonicalCellName(draft.name), parentId)
      : book.versionOn(lookup.found, asOf);
  if (!version) return undefined;
  fillIn(version, {
    cell_type: draft.cellType,
    is_residential: draft.cellType === null ? null : draft.cellType === 'THON' ? 1 : 0,
    phone: draft.phone,
    note: draft.note,
    ...(draft.difficultyFlags.length > 0 ? { difficulty_flags: JSON.stringify(draft.difficultyFlags) } : {}),
  });
  planMeetingDay(version.organisation_id, draft, book, asOf);
  return version;
}

/** The set day of the list holds on its date; a change told in the note holds from its day. */
function planMeetingDay(id: string, draft: CellDraft, book: OrganisationBook, asOf: IsoDate): void {
  const { meetingDay, dayChange } = draft;
  if (meetingDay === null) return;
  const days = book.daysOf(id);
  if (days.length === 0) {
    book.days.add((rowId) => ({
      id: rowId,
      organisation_id: id,
      day: meetingDay,
      document: null,
      valid_from: null,
      valid_to: null,
    }));
  }
  const current = book.daysOf(id).find((row) => row.valid_to === null || row.valid_to >= asOf);
  if (dayChange) {
    changeFrom(book.days, book.daysOf(id), dayChange.from, {
      before: { day: dayChange.previousDay },
      after: { day: meetingDay },
    });
  } else if (current && current.day !== meetingDay) {
    changeFrom(book.days, book.daysOf(id), asOf, { before: {}, after: { day: meetingDay } });
  }
}

function planCounts(id: string, counts: OrganisationCounts, asOf: IsoDate, book: OrganisationBook): void {
  if (Object.values(counts).every((count) => count === null)) return;
  const known = book.counts.of(id).find((row) => row.as_of === asOf);
  if (known) fillIn(known, counts);
  else book.counts.add((rowId) => ({ id: rowId, organisation_id: id, as_of: asOf, ...counts }));
}
