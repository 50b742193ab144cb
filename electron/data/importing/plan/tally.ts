import type { PlannedMemberEvent, PlannedSheet } from '../import-plan.ts';
import type { ImportIssue } from '../issues.ts';
import type { Books } from '../match/load-books.ts';
import type { SheetKind } from '../recognise/dictionary.ts';
import type { SheetReading } from '../recognise-workbooks.ts';
import type { RecordEntity, Records } from './records.ts';

/** What the rows of a kind of sheet are counted as. */
export const countedAs: Partial<Record<SheetKind, RecordEntity>> = {
  organisations: 'organisation',
  organisation_events: 'organisation_event',
  members: 'member',
  national_db: 'member',
  assignments: 'official',
  teams: 'team',
  meetings: 'meeting',
  planned_visits: 'planned_visit',
  planned_visit_results: 'planned_visit',
  petitions: 'petition',
  remarks: 'yearly_remark',
};

/** Rows that look like somebody the office has, without the clerk having said so. */
export function rowsToChoose(issues: readonly ImportIssue[]): Set<number> {
  return new Set(issues.flatMap(({ code, row }) => (code === 'possible_duplicate' && row !== null ? [row] : [])));
}

export type RecordState = 'created' | 'updated' | 'unchanged';

/** What an import does to a record. */
export function recordStates(
  books: Books,
  events: readonly PlannedMemberEvent[],
): (entity: RecordEntity, id: string) => RecordState {
  const isChanged = changedRecords(books, events);
  return (entity, id) => {
    if (isNew(entity, id, books)) return 'created';
    return isChanged(entity, id) ? 'updated' : 'unchanged';
  };
}

/** Counts for each sheet the records its rows became: new, found changed, found unchanged (pitfall 10d). */
export function tallySheets(
  readings: readonly SheetReading[],
  records: Records,
  books: Books,
  events: readonly PlannedMemberEvent[],
): PlannedSheet[] {
  const isChanged = changedRecords(books, events);
  return readings.map(({ planned, context }) => {
    const entity = context ? countedAs[context.recognised.kind] : undefined;
    if (!context || entity === undefined) return planned;
    const ids = new Set<string>();
    for (const row of records.rows) if (row.context === context && row.entity === entity) ids.add(row.id);
    const known = [...ids].filter((id) => !isNew(entity, id, books));
    const updated = known.filter((id) => isChanged(entity, id)).length;
    return {
      ...planned,
      created: ids.size - known.length,
      matched: known.length,
      updated,
      unchanged: known.length - updated,
      review: rowsToChoose(context.issues).size,
    };
  });
}

function isNew(
  entity: RecordEntity,
  id: string,
  { organisations, members, officials, meetings, petitions, remarks }: Books,
): boolean {
  switch (entity) {
    case 'organisation':
      return organisations.organisations.isNew(id);
    case 'organisation_event':
      return organisations.events.isNew(id);
    case 'member':
      return members.members.isNew(id);
    case 'official':
      return officials.officials.isNew(id);
    case 'assignment':
      return officials.assignments.isNew(id);
    case 'team':
      return officials.teams.isNew(id);
    case 'meeting':
      return meetings.meetings.isNew(id);
    case 'planned_visit':
      return meetings.plannedVisits.isNew(id);
    case 'petition':
      return petitions.petitions.isNew(id);
    case 'yearly_remark':
      return remarks.remarks.isNew(id);
  }
}

/**
 * Whether a record has a new or changed row of its own or of its parts. Asked of none, as where all are new, nothing is
 * looked through.
 */
function changedRecords(
  books: Books,
  events: readonly PlannedMemberEvent[],
): (entity: RecordEntity, id: string) => boolean {
  const known = new Map<RecordEntity, Set<string>>();
  return (entity, id) => {
    const changed = known.get(entity) ?? changedOf(entity, books, events);
    known.set(entity, changed);
    return changed.has(id);
  };
}

function changedOf(
  entity: RecordEntity,
  { organisations, members, officials, meetings, petitions, remarks }: Books,
  events: readonly PlannedMemberEvent[],
): Set<string> {
  const { entries, assignments } = officials;
  switch (entity) {
    case 'organisation':
      return union(organisations.organisations, organisations.versions, organisations.days, organisations.counts);
    case 'organisation_event':
      return union(organisations.events);
    case 'member': {
      const changed = union(members.members, members.statuses, members.events, members.posts, members.details);
      for (const { memberId } of events) changed.add(memberId);
      return changed;
    }
    case 'official': {
      const assigned = [...assignments.changedOwners()].flatMap((id) => entries.get(id)?.official_id ?? []);
      return new Set([...union(officials.officials, officials.titles, entries), ...assigned]);
    }
    case 'assignment':
      return new Set(assignments.changes().updates.map(({ id }) => id));
    case 'team':
      return union(officials.teams, officials.teamMembers);
    case 'meeting': {
      const reported = [...meetings.reports.changedOwners()].flatMap((id) => meetings.visits.get(id)?.meeting_id ?? []);
      return new Set([
        ...union(meetings.meetings, meetings.attendance, meetings.ratings, meetings.visits),
        ...reported,
      ]);
    }
    case 'planned_visit':
      return union(meetings.plannedVisits);
    case 'petition':
      return union(petitions.petitions);
    case 'yearly_remark':
      return union(remarks.remarks);
  }
}

function union(...sets: { changedOwners(): Set<string> }[]): Set<string> {
  const [first = new Set<string>(), ...others] = sets.map((set) => set.changedOwners());
  for (const owners of others) for (const owner of owners) first.add(owner);
  return first;
}
