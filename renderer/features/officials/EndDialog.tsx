import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { FormDialog } from './FormDialog.tsx';

type Props = {
  title: string;
  action: string;
  /** What the notice says afterwards. */
  done: string;
  lines: readonly string[];
  end: (validTo: string, reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** Ends assignments, a team or an official's visiting: on which day, and why. It can be taken back. */
export function EndDialog({ title, action, done, lines, end, onClose }: Props) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const [day, setDay] = useState<string | null>(asOf);
  const [reason, setReason] = useState('');
  const change = useChange((validTo: string) => end(validTo, reason));
  return (
    <FormDialog
      title={title}
      action={action}
      dirty={reason !== '' || day !== asOf}
      busy={change.isPending}
      disabled={day === null || reason.trim() === ''}
      error={change.error}
      onClose={onClose}
      onAction={() =>
        day &&
        change.mutate(day, {
          onSuccess: () => {
            onClose();
            void offerUndo(done);
          },
        })
      }
    >
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="form-row">
        <DateField className="form-middle" label="Đến hết ngày" value={day} onChange={setDay} required />
        <TextInput
          label="Lý do"
          required
          data-autofocus
          placeholder="điều động, nghỉ hưu, thay đổi phân công…"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}
