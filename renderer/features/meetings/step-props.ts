import type { MeetingCheck, MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';

/** What every step of the form is given. */
export type StepProps = {
  page: MeetingPage;
  form: MeetingForm;
  set: (change: Partial<MeetingForm>) => void;
  /** What the rules say of the form; missing until they have been asked. */
  check?: MeetingCheck | undefined;
};
