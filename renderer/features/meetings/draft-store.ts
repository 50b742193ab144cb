import { z } from 'zod';
import { type MeetingForm, meetingForm } from '../../../electron/contract/meetings.ts';

const stored = z.object({ form: meetingForm, base: z.string() });

/** What is typed and not yet saved, and (as text) what it was typed over: the form as the office had it then. */
export type Draft = { form: MeetingForm; base: string };

const keyOf = (id: string) => `draft:meeting:${id}`;

/** The draft of a meeting; it outlives the window, a crash and a wrong click, until it is saved or dropped. */
export function readDraft(id: string): Draft | null {
  try {
    const read = stored.safeParse(JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function writeDraft(id: string, draft: Draft): void {
  localStorage.setItem(keyOf(id), JSON.stringify(draft));
}

export function dropDraft(id: string): void {
  localStorage.removeItem(keyOf(id));
}
