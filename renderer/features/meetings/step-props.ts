import type { MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';

/** What every step of the form is given. */
export type StepProps = {
  page: MeetingPage;
  form: MeetingForm;
  set: (change: Partial<MeetingForm>) => void;
};
