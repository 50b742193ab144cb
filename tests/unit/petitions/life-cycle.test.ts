import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterStep,
  isAnsweredNotTold,
  isDone,
  isOverdue,
  resultOf,
  type Standing,
  type StepKind,
  stepKinds,
  stepsFrom,
} from '../../../electron/data/petitions/life-cycle.ts';
import type { PetitionState } from '../../../electron/data/schema/column-types.ts';

const raised: Standing = { state: 'new', answeredOn: null, toldOn: null };
const strict = { requires_told_back: true };
const lenient = { requires_told_back: false };
const day = '2024-07-15';

/** Takes the steps one after the other, each on the given day; null when one cannot be taken. */
function walk(steps: readonly StepKind[], from = raised): Standing | null {
  let at = from;
  for (const step of steps) {
    const state = afterStep(at, step);
    if (state === null) return null;
    at = {
      state,
      answeredOn: step === 'answer' || step === 'answer_on_the_spot' ? day : step === 'reopen' ? null : at.answeredOn,
      toldOn: step === 'tell' || step === 'answer_on_the_spot' ? day : step === 'reopen' ? null : at.toldOn,
    };
  }
  return at;
}

describe('the life cycle of a petition (handbook 3.3)', () => {
  test.each<[string, StepKind[], PetitionState | null]>([
    ['the whole way', ['receive', 'forward', 'start', 'answer', 'tell'], 'told_back'],
    ['straight to the body and its answer', ['forward', 'answer', 'tell'], 'told_back'],
    ['answered by the office itself', ['receive', 'answer'], 'resolved'],
    ['R38 answered on the spot is closed at once', ['answer_on_the_spot'], 'answered_on_the_spot'],
    ['R38 passed up and answered, it is still outside authority', ['pass_up', 'answer'], 'outside_authority'],
    ['R38 passed up, answered and told', ['pass_up', 'answer', 'tell'], 'told_back'],
    ['R38 passed up, nobody can be told before the answer', ['pass_up', 'tell'], null],
    ['what was never answered cannot be told', ['forward', 'tell'], null],
    ['what was passed on is not answered on the spot', ['forward', 'answer_on_the_spot'], null],
    ['left unresolved, taken up again, answered', ['forward', 'leave_unresolved', 'start', 'answer'], 'resolved'],
    ['a new petition is not left unresolved before it is received', ['leave_unresolved'], null],
    ['a closed one can be reopened', ['forward', 'answer', 'tell', 'reopen'], 'in_progress'],
    ['a correction leads back to the same state', ['forward', 'answer', 'answer'], 'resolved'],
  ])('%s', (_, steps, end) => {
    expect(walk(steps)?.state ?? null).toBe(end);
  });

  test('the usual next step comes first', () => {
    expect(stepsFrom(raised)[0]).toBe('forward');
    expect(stepsFrom({ ...raised, state: 'forwarded' })[0]).toBe('answer');
    expect(stepsFrom({ ...raised, state: 'resolved', answeredOn: day })[0]).toBe('tell');
    expect(stepsFrom({ ...raised, state: 'outside_authority' })[0]).toBe('answer');
    expect(stepsFrom({ ...raised, state: 'outside_authority', answeredOn: day })[0]).toBe('tell');
  });

  const anyWalk = fc.array(fc.constantFrom(...stepKinds), { maxLength: 12 }).map((steps) => {
    let at = raised;
    for (const step of steps) at = walk([step], at) ?? at;
    return at;
  });

  test('whatever is done, only what has an answer is told back', () => {
    fc.assert(fc.property(anyWalk, ({ state, answeredOn }) => state !== 'told_back' || answeredOn !== null));
  });

  test('every step that is offered can be taken, and every state has a way on or back', () => {
    fc.assert(
      fc.property(anyWalk, (at) => {
        const steps = stepsFrom(at);
        return steps.length > 0 && steps.every((step) => afterStep(at, step) !== null);
      }),
    );
  });

  test('R38 what is done is answered; what is open or not told is never done by the strict rule', () => {
    fc.assert(
      fc.property(anyWalk, fc.constantFrom('2024-07-14', day, '2024-12-31'), (at, asOf) => {
        if (isAnsweredNotTold(at, asOf)) expect(isDone(at, strict, asOf)).toBe(false);
        if (isDone(at, strict, asOf)) expect(isDone(at, lenient, asOf)).toBe(true);
        if (isDone(at, strict, asOf)) expect(['on_spot', 'resolved']).toContain(resultOf(at, strict, asOf));
      }),
    );
  });
});

describe('what a petition counts as', () => {
  const forwarded: Standing = { state: 'forwarded', answeredOn: null, toldOn: null };
  const resolved: Standing = { state: 'resolved', answeredOn: day, toldOn: null };

  test('an answer settles it for BC-04 from its day on; before, it was in progress', () => {
    expect(resultOf(resolved, strict, day)).toBe('resolved');
    expect(resultOf(resolved, strict, '2024-07-14')).toBe('in_progress');
    expect(resultOf({ ...forwarded, state: 'unresolved' }, strict, day)).toBe('unresolved');
  });

  test('R38 passed beyond authority it is in progress until the cell was told; by setting, until the answer', () => {
    const passed: Standing = { state: 'outside_authority', answeredOn: day, toldOn: null };
    expect(resultOf(passed, strict, '2024-12-31')).toBe('in_progress');
    expect(resultOf(passed, lenient, '2024-12-31')).toBe('resolved');
  });

  test('overdue: the deadline before the day and no answer by then; a deadline on the day itself is not overdue', () => {
    expect(isOverdue('2024-12-30', forwarded, '2024-12-31')).toBe(true);
    expect(isOverdue('2024-12-31', forwarded, '2024-12-31')).toBe(false);
    expect(isOverdue('2024-07-01', resolved, '2024-12-31')).toBe(false);
    expect(isOverdue('2024-07-01', resolved, '2024-07-10')).toBe(true);
    expect(isOverdue(null, forwarded, '2024-12-31')).toBe(false);
  });

  test('answered and not told: until the cell knows', () => {
    expect(isAnsweredNotTold(resolved, day)).toBe(true);
    expect(isAnsweredNotTold({ ...resolved, state: 'told_back', toldOn: '2024-08-01' }, '2024-08-01')).toBe(false);
    expect(isAnsweredNotTold({ ...resolved, state: 'told_back', toldOn: '2024-08-01' }, '2024-07-31')).toBe(true);
    expect(isAnsweredNotTold({ state: 'answered_on_the_spot', answeredOn: day, toldOn: null }, day)).toBe(false);
  });
});
