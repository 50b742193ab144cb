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
  | {
      step: 'decide';
      plan: string;
      result: ImportResult;
      /** How far the writing is; null while nothing is being written. */
      writing: WritingState | null;
      /** The clerk stopped the writing: nothing has changed. */
      stopped: boolean;
      error: unknown;
    }
  | { step: 'done'; result: ImportResult };

export type WritingState = { what: string; done: number; of: number };

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
  const writing = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  useEffect(() => {
    const isKept = state.step === 'preview' || (state.step === 'decide' && state.writing === null);
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
    async (plan: string, result: ImportResult, accept: boolean) => {
      const abort = new AbortController();
      writing.current = abort;
      const deciding = { step: 'decide', plan, result, stopped: false, error: null } as const;
      setState({ ...deciding, writing: { what: 'Chuẩn bị ghi', done: 0, of: 0 } });
      try {
        for await (const event of await client.imports.write({ plan, accept }, { signal: abort.signal })) {
          if (abort.signal.aborted) return;
          if (event.type === 'progress') {
            setState({ ...deciding, writing: { what: event.step, done: event.done, of: event.of } });
          } else {
            setState({ step: 'done', result: event.result });
            forget();
            await queries.invalidateQueries();
          }
        }
      } catch (error) {
        if (!abort.signal.aborted) setState({ ...deciding, writing: null, error });
      }
    },
    [queries, forget],
  );
  const stopWriting = useCallback(
    async (plan: string, result: ImportResult) => {
      writing.current?.abort();
      setState({ step: 'decide', plan, result, writing: null, stopped: true, error: null });
      try {
        // A plan that waits no more had been written before the stop came: then the list of imports shows it.
        await client.imports.unknownValues({ plan });
      } catch (error) {
        forget();
        setState({ step: 'files', error });
        await queries.invalidateQueries();
      }
    },
    [queries, forget],
  );
  return { state, setState, read, cancel, startAgain, write, stopWriting, decisions };
}
