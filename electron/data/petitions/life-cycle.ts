import { petitionStep } from '../../contract/petitions.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { PetitionState } from '../schema/column-types.ts';

/** What a clerk records of a petition. `pass_up`: sent beyond the office's authority (handbook R38). */
export const stepKinds = petitionStep.options;
export type StepKind = (typeof stepKinds)[number];

/** Where a petition stands; days are ISO. */
export interface Standing {
  state: PetitionState;
  answeredOn: string | null;
  toldOn: string | null;
}

export type PetitionResult = 'on_spot' | 'resolved' | 'in_progress' | 'unresolved';
type DoneRule = RuleValue<'petition_done'>;

/**
 * The life cycle (handbook 3.3): from which state a step leads to which. A step that leads back to its own state
 * corrects what was recorded. A petition passed beyond authority stays where it is when the answer comes: only telling
 * the cell ends it (R38).
 */
const transitions: Readonly<Record<StepKind, Partial<Record<PetitionState, PetitionState>>>> = {
  receive: { new: 'received', received: 'received' },
  forward: {
    new: 'forwarded',
    received: 'forwarded',
    forwarded: 'forwarded',
    in_progress: 'forwarded',
    outside_authority: 'forwarded',
    unresolved: 'forwarded',
  },
  pass_up: {
    new: 'outside_authority',
    received: 'outside_authority',
    forwarded: 'outside_authority',
    in_progress: 'outside_authority',
    outside_authority: 'outside_authority',
    unresolved: 'outside_authority',
  },
  start: { received: 'in_progress', forwarded: 'in_progress', unresolved: 'in_progress' },
  answer: {
    received: 'resolved',
    forwarded: 'resolved',
    in_progress: 'resolved',
    unresolved: 'resolved',
    resolved: 'resolved',
    outside_authority: 'outside_authority',
  },
  answer_on_the_spot: { new: 'answered_on_the_spot', received: 'answered_on_the_spot' },
  leave_unresolved: {
    received: 'unresolved',
    forwarded: 'unresolved',
    in_progress: 'unresolved',
    outside_authority: 'unresolved',
    unresolved: 'unresolved',
  },
  tell: { resolved: 'told_back', told_back: 'told_back', outside_authority: 'told_back' },
  reopen: { resolved: 'in_progress', told_back: 'in_progress', answered_on_the_spot: 'received' },
};

/** The steps offered in each state, the usual next one first. */
const offered: Readonly<Record<PetitionState, readonly StepKind[]>> = {
  new: ['forward', 'answer_on_the_spot', 'receive', 'pass_up'],
  received: ['forward', 'answer_on_the_spot', 'answer', 'pass_up', 'start', 'leave_unresolved'],
  forwarded: ['answer', 'start', 'forward', 'pass_up', 'leave_unresolved'],
  in_progress: ['answer', 'forward', 'pass_up', 'leave_unresolved'],
  resolved: ['tell', 'answer', 'reopen'],
  told_back: ['tell', 'reopen'],
  answered_on_the_spot: ['reopen'],
  outside_authority: ['answer', 'tell', 'pass_up', 'forward', 'leave_unresolved'],
  unresolved: ['forward', 'answer', 'pass_up', 'start', 'leave_unresolved'],
};

/** The state a step leads to; null when it cannot be taken. Nobody is told of an answer that has not come. */
export function afterStep({ state, answeredOn }: Standing, step: StepKind): PetitionState | null {
  if (step === 'tell' && state === 'outside_authority' && answeredOn === null) return null;
  return transitions[step][state] ?? null;
}

/** What may be recorded next, the usual first: of a petition passed up and answered, that the cell was told. */
export function stepsFrom(standing: Standing): StepKind[] {
  const steps = offered[standing.state].filter((step) => afterStep(standing, step) !== null);
  if (standing.state !== 'outside_authority' || standing.answeredOn === null) return steps;
  return ['tell', ...steps.filter((step) => step !== 'tell')];
}

/** Whether an answer had come by the day; a petition closed without a date of its answer counts as answered. */
export function isAnswered({ state, answeredOn }: Standing, asOf: string): boolean {
  if (answeredOn !== null) return answeredOn <= asOf;
  return state === 'resolved' || state === 'told_back' || state === 'answered_on_the_spot';
}

function isTold({ state, toldOn }: Standing, asOf: string): boolean {
  if (toldOn !== null) return toldOn <= asOf;
  return state === 'told_back' || state === 'answered_on_the_spot';
}

/**
 * Whether it was done with by the day: on the spot at once (R38); else answered and, by the office's rule, told back to
 * the cell (handbook 3.3). One left unresolved is not done with.
 */
export function isDone(standing: Standing, { requires_told_back }: DoneRule, asOf: string): boolean {
  if (standing.state === 'unresolved' || !isAnswered(standing, asOf)) return false;
  return standing.state === 'answered_on_the_spot' || !requires_told_back || isTold(standing, asOf);
}

/**
 * What BC-04 counts it as on a day. An answer settles a petition within authority; one passed beyond it is in progress
 * until it is done with (R38).
 */
export function resultOf(standing: Standing, rule: DoneRule, asOf: string): PetitionResult {
  switch (standing.state) {
    case 'answered_on_the_spot':
      return 'on_spot';
    case 'unresolved':
      return 'unresolved';
    case 'resolved':
    case 'told_back':
      return isAnswered(standing, asOf) ? 'resolved' : 'in_progress';
    case 'outside_authority':
      return isDone(standing, rule, asOf) ? 'resolved' : 'in_progress';
    default:
      return 'in_progress';
  }
}

/** The deadline lies before the day and no answer had come by then; a deadline on the day itself is not overdue (BC-04). */
export function isOverdue(dueDate: string | null, standing: Standing, asOf: string): boolean {
  return dueDate !== null && dueDate < asOf && !isAnswered(standing, asOf);
}

/** The answer has come, the cell does not know of it. */
export function isAnsweredNotTold(standing: Standing, asOf: string): boolean {
  return standing.state !== 'unresolved' && isAnswered(standing, asOf) && !isTold(standing, asOf);
}
