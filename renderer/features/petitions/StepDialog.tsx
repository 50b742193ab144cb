import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PetitionRecord, PetitionStep, PetitionStepInput } from '../../../electron/contract/petitions.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { stepLabel } from './petition-words.ts';
import { SendFields } from './SendFields.tsx';
import { firstDraft, inputOf, type StepDraft } from './step-draft.ts';

const explanations: Readonly<Partial<Record<PetitionStep, string>>> = {
  pass_up: 'Việc vượt thẩm quyền: còn để mở cho đến khi có trả lời và đã báo lại chi bộ.',
  start: 'Ghi là đơn vị chủ trì đang giải quyết.',
  reopen: 'Ngày trả lời, văn bản trả lời và ngày báo lại chi bộ đã ghi sẽ bỏ.',
};

/** Records one step of a petition. */
export function StepDialog({
  petition,
  step,
  onClose,
}: {
  petition: PetitionRecord;
  step: PetitionStep;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<StepDraft>(() => firstDraft(petition, step));
  const set = (change: Partial<StepDraft>) => setDraft((old) => ({ ...old, ...change }));
  const record = useChange((input: PetitionStepInput) => client.petitions.step({ id: petition.id, step: input }));
  const input = inputOf(step, draft);
  const hasDay = step !== 'start' && step !== 'reopen' && step !== 'leave_unresolved';
  const isSending = step === 'forward' || step === 'pass_up';
  return (
    <Dialog
      title={`${stepLabel(step, petition.state)}: ${petition.code}`}
      opened
      onClose={onClose}
      action={stepLabel(step, petition.state)}
      disabled={input === null}
      busy={record.isPending}
      error={record.error}
      onAction={() => input && record.mutate(input, { onSuccess: onClose })}
    >
      {explanations[step] && <p>{explanations[step]}</p>}
      <FormFlow>
        {hasDay && (
          <DateField label={dayLabels[step] ?? 'Ngày'} value={draft.on} onChange={(on) => set({ on })} required />
        )}
        {isSending && <SendFields petition={petition} draft={draft} set={set} />}
        {step === 'answer' && (
          <TextInput
            label="Văn bản trả lời (số)"
            value={draft.document}
            autoComplete="off"
            data-autofocus
            onChange={(event) => set({ document: event.currentTarget.value })}
          />
        )}
        {(step === 'answer' || step === 'answer_on_the_spot') && (
          <Textarea
            label={step === 'answer' ? 'Kết quả' : 'Nội dung giải đáp'}
            autosize
            minRows={2}
            maxRows={8}
            value={draft.outcome}
            onChange={(event) => set({ outcome: event.currentTarget.value })}
          />
        )}
        {step === 'leave_unresolved' && (
          <TextInput
            label="Lý do"
            value={draft.reason}
            required
            autoComplete="off"
            data-autofocus
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        )}
      </FormFlow>
    </Dialog>
  );
}

const dayLabels: Readonly<Partial<Record<PetitionStep, string>>> = {
  receive: 'Ngày tiếp nhận',
  forward: 'Ngày chuyển',
  pass_up: 'Ngày chuyển',
  answer: 'Ngày trả lời',
  answer_on_the_spot: 'Ngày giải đáp',
  tell: 'Ngày báo lại',
};
