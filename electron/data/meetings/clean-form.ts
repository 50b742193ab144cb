import type { MeetingForm } from '../../contract/meetings.ts';
import { cleanLine, cleanText } from '../vietnamese/clean-text.ts';

/** The form as it is stored: one spelling of every text, and null, never an empty text, for what was not said. */
export function cleanForm(form: MeetingForm): MeetingForm {
  return {
    ...form,
    place: line(form.place),
    chair: line(form.chair),
    secretary: line(form.secretary),
    theme: line(form.theme),
    presenter: line(form.presenter),
    other_day_reason: text(form.other_day_reason),
    not_held_reason: text(form.not_held_reason),
    conclusion: text(form.conclusion),
    resolution_number: line(form.resolution_number),
    note: text(form.note),
    preparation: { ...form.preparation, mode_guidance: line(form.preparation.mode_guidance) },
    attendance: form.attendance.map((entry) => ({
      ...entry,
      name: cleanLine(entry.name),
      reason: line(entry.reason),
    })),
    guests: form.guests.map((entry) => ({
      ...entry,
      name: cleanLine(entry.name),
      capacity: line(entry.capacity),
    })),
    agenda: form.agenda.map((entry) => ({
      ...entry,
      title: cleanLine(entry.title),
      content: text(entry.content),
      conclusion: text(entry.conclusion),
    })),
    opinions: form.opinions.map((entry) => ({
      ...entry,
      speaker: cleanLine(entry.speaker),
      content: cleanText(entry.content),
    })),
    votes: form.votes.map((entry) => ({ ...entry, subject: cleanLine(entry.subject) })),
    tasks: form.tasks.map((entry) => ({
      ...entry,
      content: cleanText(entry.content),
      person: line(entry.person),
    })),
    prior_tasks: form.prior_tasks.map((entry) => ({
      ...entry,
      opening_state: line(entry.opening_state),
      outcome: text(entry.outcome),
    })),
  };
}

function text(raw: string | null): string | null {
  return raw === null ? null : cleanText(raw) || null;
}

function line(raw: string | null): string | null {
  return raw === null ? null : cleanLine(raw) || null;
}
