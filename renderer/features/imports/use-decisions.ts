import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportDecisions } from '../../../electron/contract/import-decisions.ts';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { type DecisionState, decide, doAgain, takeBack, undecided } from './decision-state.ts';

/** Letters and choices that follow each other quickly are sent together. Milliseconds. */
const pause = 250;
const keep = 'import:decisions';

const isState = (value: unknown): value is DecisionState =>
  typeof value === 'object' && value !== null && 'past' in value;

export type Decisions = ReturnType<typeof useDecisions>;

/**
 * What the clerk decides of the plan: each step sends the whole of it, and the plan that comes back takes the place of
 * the old one under the same id. `version` counts the plans; a step made meanwhile stops the one on its way.
 */
export function useDecisions(plan: string | null, onResult: (result: ImportResult) => void) {
  const [state, setState] = useState(() => readKept(keep, undecided, isState));
  const [version, setVersion] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sent = useRef<ImportDecisions>(state.now);
  const receive = useRef(onResult);
  useEffect(() => {
    receive.current = onResult;
  });
  useEffect(() => writeKept(keep, state), [state]);

  useEffect(() => {
    if (plan === null || sent.current === state.now) return;
    const abort = new AbortController();
    setBusy(true);
    const send = async () => {
      try {
        const events = await client.imports.decide({ plan, decisions: state.now }, { signal: abort.signal });
        for await (const event of events) {
          if (abort.signal.aborted) return;
          if (event.type !== 'preview') continue;
          sent.current = state.now;
          receive.current(event.result);
          setVersion((old) => old + 1);
          setError(null);
        }
      } catch (problem) {
        if (!abort.signal.aborted) setError(problem);
      }
      if (!abort.signal.aborted) setBusy(false);
    };
    const timer = window.setTimeout(() => void send(), pause);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [plan, state.now]);

  const change = useCallback(
    (step: (now: ImportDecisions) => ImportDecisions) => setState((old) => decide(old, step)),
    [],
  );
  const undo = useCallback(() => setState(takeBack), []);
  const redo = useCallback(() => setState(doAgain), []);
  const forget = useCallback(() => {
    sent.current = undecided.now;
    setState(undecided);
    setBusy(false);
    setError(null);
  }, []);
  return {
    now: state.now,
    canUndo: state.past.length > 0,
    /** A plan with these decisions is on its way. */
    busy,
    error,
    version,
    change,
    undo,
    redo,
    forget,
  };
}
