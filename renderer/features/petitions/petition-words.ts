import type { PetitionRecord, PetitionStep } from '../../../electron/contract/petitions.ts';

/** What the button of each step says. */
const stepWords: Readonly<Record<PetitionStep, string>> = {
  receive: 'Tiếp nhận',
  forward: 'Chuyển',
  pass_up: 'Chuyển cấp trên',
  start: 'Ghi đang giải quyết',
  answer: 'Ghi trả lời',
  answer_on_the_spot: 'Giải đáp tại chỗ',
  leave_unresolved: 'Ghi chưa giải quyết',
  tell: 'Báo lại chi bộ',
  reopen: 'Mở lại',
};

/** A step that was taken already is taken again to correct it. */
const correctionWords: Readonly<Partial<Record<PetitionRecord['state'], Partial<Record<PetitionStep, string>>>>> = {
  forwarded: { forward: 'Chuyển lại' },
  in_progress: { forward: 'Chuyển lại' },
  outside_authority: { pass_up: 'Chuyển lại cấp trên' },
  unresolved: { leave_unresolved: 'Sửa lý do', forward: 'Chuyển lại' },
  resolved: { answer: 'Sửa trả lời' },
  told_back: { tell: 'Sửa ngày báo lại' },
};

export function stepLabel(step: PetitionStep, state: PetitionRecord['state']): string {
  return correctionWords[state]?.[step] ?? stepWords[step];
}

/** The step that brings the petition on: the first, unless it only corrects or reopens. */
export function nextStep(steps: readonly PetitionStep[], state: PetitionRecord['state']): PetitionStep | null {
  const [first] = steps;
  if (first === undefined || first === 'reopen' || state === 'told_back') return null;
  return first;
}

/** "Quá hạn", "Chưa báo lại" (the cell): what the clerk has to do something about. */
export function attention({ overdue, answered_not_told }: PetitionRecord): string | null {
  if (overdue) return 'Quá hạn';
  return answered_not_told ? 'Chưa báo lại' : null;
}
