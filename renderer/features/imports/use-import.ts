import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { client } from '../../app/link.ts';
import { useDecisions } from './use-decisions.ts';

export type ImportState =
  | { step: 'files'; error: unknown }
  | { step: 'reading'; what: string; done: number; of: number }
  | { step: 'preview'; plan: string; result: ImportResult }
  | { step: 'decide'; plan: string; result: ImportResult; writing: boolean; error: unknown }
  | { step: 'done'; result: ImportResult };

const keep = 'import:state';
const isState = (value: unknown): value is ImportState =>
  typeof value === 'object' && value !== null && 'step' in value;

/**
 * The course of an import: files, what was understood, the decision, the result. Nothing is written before `write`.
 * Somebody who looks something up elsewhere finds what was understood and decided still there.
 */
export function useImport() {
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>(() => readKept(keep, { step: 'files', error: null }, isState));
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  useEffect(() => {
    const isKept = state.step === 'preview' || (state.step === 'decide' && !state.writing);
    writeKept(keep, isKept ? state : null);
  }, [state]);
  const plan = state.step === 'preview' || state.step === 'decide' ? state.plan : null;
  const decisions = useDecisions(plan, (result) =>
    setState((old) => (old.step === 'preview' || old.step === 'decide' ? { ...old, result } : old)),
  );
  const { forget } = decisions;

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
  const write = useCallback(
    async (planned: string, result: ImportResult, accept: boolean) => {
      setState({ step: 'decide', plan: planned, result, writing: true, error: null });
      try {
        const written = await client.imports.commit({ plan: planned, accept });
        setState({ step: 'done', result: written });
        forget();
        await queries.invalidateQueries();
      } catch (error) {
        setState({ step: 'decide', plan: planned, result, writing: false, error });
      }
    },
    [queries, forget],
  );
  return { state, setState, read, cancel, startAgain, write, decisions };
}
