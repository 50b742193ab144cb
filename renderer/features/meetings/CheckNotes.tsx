import type { MeetingCheck } from '../../../electron/contract/meetings.ts';
import { Note } from '../../components/states.tsx';

type Props = { check: MeetingCheck | undefined; step: MeetingCheck['notes'][number]['step'] };

/** What the rules remark about one step; they advise and never refuse. */
export function CheckNotes({ check, step }: Props) {
  return check?.notes
    .filter((note) => note.step === step)
    .map(({ text }) => (
      <Note key={text} tone="caution">
        {text}
      </Note>
    ));
}
