import { type MeetingForm, meetingForm } from '../../../electron/contract/meetings.ts';

const keyOf = (id: string) => `draft:meeting:${id}`;

/** What is typed and not yet saved, kept while the window is open: a crash or a wrong click loses nothing. */
export function readDraft(id: string): MeetingForm | null {
  try {
    const read = meetingForm.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function writeDraft(id: string, form: MeetingForm): void {
  sessionStorage.setItem(keyOf(id), JSON.stringify(form));
}

export function dropDraft(id: string): void {
  sessionStorage.removeItem(keyOf(id));
}
