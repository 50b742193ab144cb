import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { longWork } from '../../app/long-work.ts';
import { useDecisions } from './use-decisions.ts';

export type ImportState =
  | { step: 'files'; error: unknown }
  | { step: 'reading'; what: string; done: number; of: number }
  | { step: 'preview'; plan: string; result: ImportResult }
  | { step: 'decide'; plan: string; result: ImportResult }
  | { step: 'done'; result: ImportResult };

const writing = longWork((input: { plan: string; accept: boolean }) => client.imports.commit(input));

const keep = 'import:state';
const isState = (value: unknown): value is ImportState =>
  typeof value === 'object' && value !== null && 'step' in value;

/**
 * The course of an import: files, what was understood, the decision, the result. Nothing is written before `write`.
 * Somebody who looks something up elsewhere finds what was understood and decided still there.
 */
export function useImport() {
  const [state, setState] = useState<ImportState>(() => readKept(keep, { step: 'files', error: null }, isState));
  const reading = useRef<AbortController | null>(null);
  const written = writing.use();
  useEffect(() => () => reading.current?.abort(), []);
  useEffect(() => {
    const isKept = state.step === 'preview' || state.step === 'decide';
    writeKept(keep, isKept ? state : null);
  }, [state]);
  const plan = state.step === 'preview' || state.step === 'decide' ? state.plan : null;
  const decisions = useDecisions(plan, (result) =>
    setState((old) => (old.step === 'preview' || old.step === 'decide' ? { ...old, result } : old)),
  );
  const { forget } = decisions;
  // Also when it was written while the clerk was elsewhere.
  useEffect(() => {
    if (written.step !== 'done') return;
    setState({ step: 'done', result: written.made });
    forget();
    writing.reset();
  }, [written, forget]);

  const read = useCallback(
    async (files: ChosenFile[]) => {
      const abort = new AbortController();
      reading.current = abort;
      forget();
      setState({ step: 'reading', what: 'Mở tệp', done: 0, of: 0 });
      try {
        const events = await client.imports.preview({ files }, { signal: abort.signal });
        for await (const event of events) {
          if (abort.signal.aborted) break;
          if (event.type === 'progress') {
            setState({ step: 'reading', what: event.step, done: event.done, of: event.of });
          } else {
            setState({ step: 'preview', plan: event.plan, result: event.result });
          }
        }
        if (abort.signal.aborted) setState({ step: 'files', error: null });
      } catch (error) {
        setState({ step: 'files', error: abort.signal.aborted ? null : error });
      }
    },
    [forget],
  );
  const cancel = useCallback(() => {
    reading.current?.abort();
    setState({ step: 'files', error: null });
  }, []);
  const startAgain = useCallback(
    (old: string | null) => {
      if (old !== null) void client.imports.drop({ plan: old });
      forget();
      setState({ step: 'files', error: null });
    },
    [forget],
  );
  const write = useCallback((plan: string, accept: boolean) => void writing.start({ plan, accept }), []);
  /** From the decision back, or to it: what came of writing it before is no longer said. */
  const show = useCallback((next: ImportState) => {
    writing.reset();
    setState(next);
  }, []);
  return { state, written, show, read, cancel, startAgain, write, decisions };
}
