import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/imports.ts';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { client } from '../../app/link.ts';

export type ImportState =
  | { step: 'files'; error: unknown }
  | { step: 'reading'; what: string; done: number; of: number }
  | { step: 'preview'; plan: string; result: ImportResult }
  | { step: 'decide'; plan: string; result: ImportResult; writing: boolean; error: unknown }
  | { step: 'done'; result: ImportResult };

/** The course of an import: files, what was understood, the decision, the result. Nothing is written before `write`. */
export function useImport() {
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: 'files', error: null });
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const read = useCallback(async (files: ChosenFile[]) => {
    const abort = new AbortController();
    reading.current = abort;
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
  }, []);
  const cancel = useCallback(() => {
    reading.current?.abort();
    setState({ step: 'files', error: null });
  }, []);
  const startAgain = useCallback((plan: string | null) => {
    if (plan !== null) void client.imports.drop({ plan });
    setState({ step: 'files', error: null });
  }, []);
  const write = useCallback(
    async (plan: string, result: ImportResult, accept: boolean) => {
      setState({ step: 'decide', plan, result, writing: true, error: null });
      try {
        const written = await client.imports.commit({ plan, accept });
        setState({ step: 'done', result: written });
        await queries.invalidateQueries();
      } catch (error) {
        setState({ step: 'decide', plan, result, writing: false, error });
      }
    },
    [queries],
  );
  return { state, setState, read, cancel, startAgain, write };
}
