import type { PetitionRecord, PetitionStep, PetitionStepInput } from '../../../electron/contract/petitions.ts';
import { localToday } from '../../components/date-input.ts';

/** What is typed for a step; each step takes its part. `due_date`: undefined until the clerk sets another than the rule. */
export type StepDraft = {
  on: string | null;
  body_id: string | null;
  document: string;
  due_date: string | null | undefined;
  outcome: string;
  reason: string;
};

/** The step as it is sent; null while something is missing. */
export function inputOf(step: PetitionStep, draft: StepDraft): PetitionStepInput | null {
  const { on, body_id, reason } = draft;
  const document = draft.document || null;
  const outcome = draft.outcome || null;
  if (step === 'start' || step === 'reopen') return { step };
  if (step === 'leave_unresolved') return reason.trim() === '' ? null : { step, reason };
  if (on === null) return null;
  switch (step) {
    case 'forward':
    case 'pass_up':
      return body_id === null ? null : { step, on, body_id, document, due_date: draft.due_date ?? null };
    case 'answer':
      return { step, on, document, outcome };
    case 'answer_on_the_spot':
      return { step, on, outcome };
    case 'receive':
    case 'tell':
      return { step, on };
  }
}

/** What was recorded of the step before, for a correction; today for a new one. */
export function firstDraft(petition: PetitionRecord, step: PetitionStep): StepDraft {
  const isCorrection = step === 'answer' || step === 'tell';
  const recorded = step === 'answer' ? petition.answered_on : step === 'tell' ? petition.cell_told_on : null;
  const day = step === 'answer_on_the_spot' ? petition.date : null;
  return {
    on: (isCorrection ? recorded : day) ?? localToday(),
    body_id: petition.responsible_body_id,
    document: step === 'answer' ? (petition.reply_document ?? '') : '',
    due_date: undefined,
    outcome: petition.outcome ?? '',
    reason: petition.unresolved_reason ?? '',
  };
}
