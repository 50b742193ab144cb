import type { MeetingForm } from '../../../electron/contract/meetings.ts';
import { client } from '../../app/link.ts';

/** What is typed and not yet saved, and (as text) what it was typed over: the form as the office had it then. */
export type Draft = { form: MeetingForm; base: string };

const typingPause = 300;
const waiting = new Map<string, { draft: Draft; timer: number }>();

function hand(id: string): void {
  const last = waiting.get(id);
  if (!last) return;
  window.clearTimeout(last.timer);
  waiting.delete(id);
  // A draft that could not be kept is still in the form; saving will say what is wrong.
  void client.meetings.keepDraft({ id, draft: last.draft }).catch(() => undefined);
}

/** Hands the draft to the data side a moment after the last key: there it is in memory only, never on a disk. */
export function keepDraft(id: string, draft: Draft): void {
  window.clearTimeout(waiting.get(id)?.timer);
  waiting.set(id, { draft, timer: window.setTimeout(() => hand(id), typingPause) });
}

/** Hands over now what waits: the page is left. */
export function flushDraft(id: string): void {
  hand(id);
}

/** Nothing is kept any more. */
export function dropDraft(id: string): void {
  window.clearTimeout(waiting.get(id)?.timer);
  waiting.delete(id);
  void client.meetings.keepDraft({ id, draft: null }).catch(() => undefined);
}
