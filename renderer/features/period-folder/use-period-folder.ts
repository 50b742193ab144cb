import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderMade, FolderQuestion } from '../../../electron/contract/folders.ts';
import { client } from '../../app/link.ts';

export type FolderState =
  | { step: 'choose'; error: unknown }
  | { step: 'making'; what: string; done: number; of: number }
  | { step: 'made'; made: FolderMade };

/** The course of making a folder: what goes in, the making (which can be stopped), what came out. */
export function usePeriodFolder() {
  const [state, setState] = useState<FolderState>({ step: 'choose', error: null });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const make = useCallback(async (question: FolderQuestion & { codes: string[] }) => {
    const abort = new AbortController();
    running.current = abort;
    setState({ step: 'making', what: 'Xem kỳ báo cáo có những văn bản nào', done: 0, of: 0 });
    try {
      const events = await client.folders.make(question, { signal: abort.signal });
      for await (const event of events) {
        if (abort.signal.aborted) break;
        if (event.type === 'progress') {
          setState({ step: 'making', what: event.step, done: event.done, of: event.of });
        } else setState({ step: 'made', made: event });
      }
      if (abort.signal.aborted) setState({ step: 'choose', error: null });
    } catch (error) {
      setState({ step: 'choose', error: abort.signal.aborted ? null : error });
    }
  }, []);
  const stop = useCallback(() => {
    running.current?.abort();
    setState({ step: 'choose', error: null });
  }, []);
  const startAgain = useCallback(() => setState({ step: 'choose', error: null }), []);
  return { state, make, stop, startAgain };
}
