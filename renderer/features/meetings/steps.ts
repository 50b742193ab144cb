import type { MeetingForm } from '../../../electron/contract/meetings.ts';

/** The course of a meeting in the order of its minutes (document format, 6.2), and where each step prints. */
export const steps = [
  { key: 'preparation', label: 'Chuẩn bị', part: '' },
  { key: 'opening', label: 'Mở đầu', part: '' },
  { key: 'attendance', label: 'Điểm danh', part: 'Thành phần' },
  { key: 'agenda', label: 'Nội dung', part: 'II-' },
  { key: 'discussion', label: 'Thảo luận', part: 'III-' },
  { key: 'votes', label: 'Biểu quyết', part: 'IV-' },
  { key: 'closing', label: 'Kết thúc', part: 'V-' },
  { key: 'rating', label: 'Chấm điểm', part: 'V-' },
] as const;

export type StepKey = (typeof steps)[number]['key'];

const isComplete: Readonly<Record<StepKey, (form: MeetingForm) => boolean>> = {
  preparation: ({ preparation }) =>
    preparation.cell_committee_met_before !== null && preparation.members_notified !== null,
  opening: ({ date, started_at, place, chair, secretary }) =>
    [date, started_at, place, chair, secretary].every(Boolean),
  attendance: ({ due, present, absent_excused, absent_unexcused }) =>
    due !== null && present !== null && absent_excused !== null && absent_unexcused !== null,
  agenda: ({ agenda }) => agenda.length > 0 && agenda.every(({ title }) => title.trim() !== ''),
  discussion: ({ opinions }) =>
    opinions.length > 0 && opinions.every(({ speaker, content }) => speaker.trim() !== '' && content.trim() !== ''),
  votes: ({ votes }) =>
    votes.length > 0 && votes.every(({ subject, in_favour }) => subject.trim() !== '' && in_favour !== null),
  closing: ({ ended_at, conclusion }) => Boolean(ended_at && conclusion?.trim()),
  rating: ({ score, grade }) => score !== null || grade !== null,
};

/** Steps that have what the minutes need. */
export function completeSteps(form: MeetingForm): ReadonlySet<StepKey> {
  return new Set(steps.map(({ key }) => key).filter((key) => isComplete[key](form)));
}

/** The step after, or null at the end. */
export function nextStep(key: StepKey): StepKey | null {
  return steps[steps.findIndex((step) => step.key === key) + 1]?.key ?? null;
}
