import type { OfficialRow } from '../../schema/assignment-tables.ts';
import type { VisitorLevel } from '../../schema/column-types.ts';
import { formatDate, parsePartialIso } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { type FormerRecords, visitKey } from '../match/former-records.ts';
import type { Books } from '../match/load-books.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { OfficialBook } from '../match/official-book.ts';
import type { VisitorMention } from '../values/visitors.ts';
import type { PlannedMeeting } from './plan-meetings.ts';

/** A visit with the official who made it, for checks over all meetings. */
interface PlannedVisit {
  planned: PlannedMeeting;
  official: OfficialRow;
}

/** Turns the visitors named in registers into visits, once per person and meeting (R30). */
export function planVisits(
  held: readonly PlannedMeeting[],
  { officials, meetings, former }: Books,
  level: VisitorLevel,
): void {
  const visits: PlannedVisit[] = [];
  for (const planned of held) {
    for (const mention of planned.draft.visitors) {
      const official = planVisit(planned, mention, officials, meetings, former, level);
      if (official) visits.push({ planned, official });
    }
  }
  reportOverlaps(visits);
}

function planVisit(
  { context, draft, meeting }: PlannedMeeting,
  mention: VisitorMention,
  officials: OfficialBook,
  book: MeetingBook,
  former: FormerRecords,
  level: VisitorLevel,
): OfficialRow | null {
  const match = officials.find({ ...mention, cellId: meeting.cell_id });
  const official = match?.official ?? null;
  const behalf =
    mention.onBehalfOf === null
      ? null
      : officials.find({ name: mention.onBehalfOf, title: null, cellId: meeting.cell_id });
  if (official && match?.fuzzy) {
    context.report(draft.row, 'visitors', 'fuzzy_official_name', { value: mention.name, name: official.full_name });
  }
  if (official !== null && official.own_cell_id === meeting.cell_id) {
    context.report(draft.row, 'visitors', 'own_cell_visit', { name: official.full_name });
  }
  const name = official?.full_name ?? mention.name;
  const key = nameKey(name);
  const known = book.visits
    .of(meeting.id)
    .find((visit) => (official ? visit.official_id === official.id : visit.name_key === key));
  const asWritten = visitKey({ meeting_id: meeting.id, official_id: official?.id ?? null, name_key: key });
  if (!known && former.isRemoved(asWritten)) {
    context.report(draft.row, 'visitors', 'removed_here', { name: `Lượt dự của ${name}` });
    return null;
  }
  if (!known && former.changed(asWritten) === undefined) {
    book.visits.add((id) => ({
      id,
      meeting_id: meeting.id,
      official_id: official?.id ?? null,
      name,
      name_key: key,
      title: mention.title,
      level: official ? level : officials.titleBook.levelOf(mention.title),
      on_behalf_of_id: behalf?.official.id ?? null,
      on_behalf_of_name: behalf?.official.full_name ?? mention.onBehalfOf,
    }));
  }
  return official;
}

/** One official in two meetings at overlapping times: both count, with a warning on both rows (R30). */
function reportOverlaps(visits: readonly PlannedVisit[]): void {
  const byDay = new Map<string, PlannedVisit[]>();
  for (const visit of visits) {
    const { date } = visit.planned.meeting;
    if (date === null) continue;
    const key = `${visit.official.id}|${date}`;
    const sameDay = byDay.get(key) ?? [];
    for (const other of sameDay) if (overlap(visit, other)) reportOverlap(visit, other, date);
    byDay.set(key, [...sameDay, visit]);
  }
}

function overlap({ planned: { meeting: a } }: PlannedVisit, { planned: { meeting: b } }: PlannedVisit): boolean {
  if (a.id === b.id || a.started_at === null || a.ended_at === null) return false;
  if (b.started_at === null || b.ended_at === null) return false;
  return a.started_at < b.ended_at && b.started_at < a.ended_at;
}

function reportOverlap(one: PlannedVisit, two: PlannedVisit, date: string): void {
  const day = parsePartialIso(date);
  for (const { planned, official } of [one, two]) {
    planned.context.report(planned.draft.row, 'visitors', 'overlapping_visits', {
      name: official.full_name,
      other: day === null ? date : formatDate(day),
    });
  }
}
