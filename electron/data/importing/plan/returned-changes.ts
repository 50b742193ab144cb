import type { Grade, MeetingKind } from '../../schema/column-types.ts';
import type { MeetingRow } from '../../schema/meeting-tables.ts';
import { formatDate, isPartialDate } from '../../vietnamese/dates.ts';
import type { MeetingDraft } from '../drafts/meeting-draft.ts';
import type { MeetingBook } from '../match/meeting-book.ts';
import type { SheetContext } from '../sheet-context.ts';

/** Columns of a meeting under the field of the form that tells of them. */
const columnOf = {
  date: 'date',
  start: 'started_at',
  end: 'ended_at',
  members_total: 'members_total',
  full_members: 'full_members',
  probationary: 'probationary',
  exempt: 'exempt',
  working_away: 'working_away',
  temporarily_away: 'temporarily_away',
  due: 'due',
  present: 'present',
  present_exempt: 'present_exempt',
  absent_excused: 'absent_excused',
  absent_unexcused: 'absent_unexcused',
  theme: 'theme',
  resolution_number: 'resolution_number',
  not_held_reason: 'not_held_reason',
} as const satisfies Record<string, keyof MeetingRow>;

const kinds: Readonly<Record<MeetingKind, string>> = {
  regular: 'Thường kỳ',
  thematic: 'Chuyên đề',
  regular_with_thematic: 'Thường kỳ + chuyên đề',
  extraordinary: 'Đột xuất',
  cell_committee: 'Họp chi ủy',
  congress: 'Đại hội',
};
const grades: Readonly<Record<Grade, string>> = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' };

type Stood = Readonly<Record<string, string | null>>;

/** What the office has of a meeting, in words, by field of the form. */
export function whatStood(meeting: MeetingRow, book: MeetingBook): Stood {
  const self = book.ratings.of(meeting.id).find(({ scorer_role }) => scorer_role === 'self');
  const columns = Object.entries(columnOf).map(([field, column]): [string, string | null] => {
    const value = meeting[column];
    const text = value === null ? null : String(value);
    return [field, field === 'date' && text !== null && isPartialDate(text) ? formatDate(text) : text];
  });
  return {
    ...Object.fromEntries(columns),
    kind: meeting.kind === null ? null : kinds[meeting.kind],
    grade: self?.grade ? grades[self.grade] : null,
  };
}

/** What a form that came back changes in a meeting the office already has; nothing for what it only adds. */
export function reportChanges(context: SheetContext, { row }: MeetingDraft, before: Stood, after: Stood): void {
  for (const [field, stood] of Object.entries(before)) {
    const now = after[field] ?? null;
    if (stood === null || stood === now) continue;
    context.report(row, field, 'form_changes_record', { value: now ?? '', other: stood });
  }
}

/**
 * The month's record that a line of a form takes up although it said otherwise: a month without a meeting, or one only
 * planned, that was held after all; for a line without a meeting the one that was held.
 */
export function meetingOfMonth(
  { returned, held, kind, period }: MeetingDraft,
  cellId: string,
  book: MeetingBook,
  taken: ReadonlySet<string>,
): MeetingRow | undefined {
  if (!returned) return undefined;
  const monthly = (candidate: MeetingKind | null) => candidate === 'regular' || candidate === 'regular_with_thematic';
  const free = book.ofCell(cellId, period).filter(({ id }) => !taken.has(id));
  if (held) return monthly(kind) ? free.find(({ state }) => state !== 'held') : undefined;
  return free.find((meeting) => meeting.state === 'held' && monthly(meeting.kind));
}

/** The form knows of no meeting where the office has recorded one. */
export function contradicts({ returned, held }: MeetingDraft, { state }: MeetingRow): boolean {
  return returned !== null && !held && state === 'held';
}

export function dayWords({ date }: MeetingRow): string {
  return date !== null && isPartialDate(date) ? `ngày ${formatDate(date)}` : 'trong tháng';
}
