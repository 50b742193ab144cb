import { personNameColumns } from '../../members/name-columns.ts';
import type { DecisionRow, OfficialRow } from '../../schema/assignment-tables.ts';
import type { AssignmentDraft, AssignmentSheetDraft, TargetDraft } from '../drafts/assignments.ts';
import type { OfficialBook } from '../match/official-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import { planTitle } from './official-titles.ts';
import type { PlannedEntry } from './planned-entry.ts';
import type { Records } from './records.ts';
import { fillIn } from './row-set.ts';

/** Turns assignment annexes into officials with their dated titles, decisions, entries and assignments. */
export function planAssignments(
  sheets: readonly AssignmentSheetDraft[],
  organisations: OrganisationBook,
  officials: OfficialBook,
  records: Records,
): PlannedEntry[] {
  const planned = sheets.flatMap(({ context, rows }) =>
    rows.map((draft): PlannedEntry => ({ context, draft, official: planOfficial(context, draft, officials) })),
  );
  reportNamesakes(planned);
  for (const entry of planned) {
    planTitle(entry, officials);
    planEntry(entry, organisations, officials, records);
  }
  return planned;
}

/**
 * One person is whom the clerk says, else who has the same name and no other telephone number: a change of title is two
 * rows of one person (R27).
 */
function planOfficial({ decided }: SheetContext, draft: AssignmentDraft, book: OfficialBook): OfficialRow {
  const namesakes = book.named(draft.name);
  const choice = decided.choices.get(draft.row.number);
  const chosen = choice?.type === 'record' ? book.officials.get(choice.record) : undefined;
  const alike =
    namesakes.find((official) => draft.phone !== null && official.phone === draft.phone) ??
    namesakes.find((official) => draft.phone === null || official.phone === null);
  const known = choice?.type === 'new' ? undefined : (chosen ?? alike);
  const official =
    known ??
    book.officials.add((id) => ({
      id,
      ...personNameColumns(draft.name),
      member_id: null,
      own_cell_id: null,
      agency: null,
      phone: null,
      note: null,
      valid_from: null,
      valid_to: null,
    }));
  fillIn(official, { agency: draft.agency, phone: draft.phone, note: draft.note });
  book.changed();
  return official;
}

function reportNamesakes(planned: readonly PlannedEntry[]): void {
  const byName = new Map<string, Map<string, PlannedEntry>>();
  for (const entry of planned) {
    const people = byName.get(entry.official.name_key) ?? new Map<string, PlannedEntry>();
    if (!people.has(entry.official.id)) people.set(entry.official.id, entry);
    byName.set(entry.official.name_key, people);
  }
  for (const people of byName.values()) {
    if (people.size < 2) continue;
    const titles = [...people.values()].map(({ draft }) => draft.title ?? '').join('; ');
    for (const { context, draft } of people.values()) {
      context.report(draft.row, 'full_name', 'namesake_officials', { name: draft.name, other: titles });
    }
  }
}

function planDecision(context: SheetContext, book: OfficialBook): DecisionRow | null {
  const { decision } = context.title;
  if (!decision) return null;
  const known = [...book.decisions.all()].find(
    (row) => row.number_symbol === decision.numberSymbol && row.date === decision.date,
  );
  return (
    known ??
    book.decisions.add((id) => ({
      id,
      number_symbol: decision.numberSymbol,
      date: decision.date,
      issuing_body: decision.issuingBody,
      subject: null,
    }))
  );
}

function planEntry(
  { context, draft, official }: PlannedEntry,
  organisations: OrganisationBook,
  book: OfficialBook,
  records: Records,
): void {
  const decision = planDecision(context, book);
  const { from, to } = draft.period;
  const entry =
    book.entries
      .of(official.id)
      .find((row) => row.decision_id === (decision?.id ?? null) && row.valid_from === from && row.valid_to === to) ??
    book.entries.add((id) => ({
      id,
      official_id: official.id,
      decision_id: decision?.id ?? null,
      title: null,
      title_group: null,
      min_visits: null,
      valid_from: from,
      valid_to: to,
    }));
  fillIn(entry, {
    title: draft.title,
    title_group: draft.title === null ? null : book.titleBook.groupOf(draft.title),
    min_visits: draft.minVisits,
  });
  records.note(context, draft.row.number, 'official', official.id);
  for (const target of draft.targets) {
    const targetId = targetOf(context, draft, target, organisations);
    if (targetId === null) continue;
    const assignment =
      book.assignments.of(entry.id).find((row) => row.target_id === targetId && row.role === target.role) ??
      book.assignments.add((id) => ({
        id,
        entry_id: entry.id,
        official_id: official.id,
        target_id: targetId,
        role: target.role,
        end_reason: to === null ? null : draft.note,
        valid_from: from,
        valid_to: to,
      }));
    records.note(context, target.row.number, 'assignment', assignment.id);
  }
}

/** The cell or the commune of a target, by the names of the day on which the assignment begins. */
function targetOf(
  context: SheetContext,
  draft: AssignmentDraft,
  { row, commune, cell }: TargetDraft,
  book: OrganisationBook,
): string | null {
  const day = draft.period.from ?? context.title.decision?.date ?? context.today;
  const committeeId = commune === null ? null : book.findCommittee(commune);
  if (commune !== null && committeeId === null) {
    context.report(row, 'commune', 'unknown_commune', { value: commune });
    return null;
  }
  if (cell === null) return committeeId;
  const lookup = book.findCell(cell, committeeId, day);
  if (lookup.found !== null) return lookup.found;
  const code = lookup.reason === 'unknown' ? 'unknown_cell' : 'ambiguous_cell';
  context.report(row, 'cell', code, { value: cell, name: committeeId === null ? '' : book.nameOn(committeeId, day) });
  return null;
}
