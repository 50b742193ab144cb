import { useCallback, useRef, useState } from 'react';
import type { PackagePreview, ReceivedPackage } from '../../../electron/contract/packages.ts';
import type { ChosenFile } from '../../../electron/contract/shell.ts';
import { client } from '../../app/link.ts';
import { type LongState, longWork } from '../../app/long-work.ts';

type Decided = Readonly<Record<number, string | null>>;

export type ReceivingState =
  | { step: 'none' }
  | { step: 'working'; what: string; done: number; of: number }
  | { step: 'preview'; plan: string; packages: PackagePreview[] }
  | { step: 'writing' }
  | { step: 'done'; packages: ReceivedPackage[] };

const writing = longWork((plan: string) => client.packages.receive({ plan }));

/** The course of receiving: files, what each package would do, the result. Nothing is written before `write`. */
export function useReceiving() {
  const [state, setState] = useState<ReceivingState>({ step: 'none' });
  const [error, setError] = useState<unknown>(null);
  const written = writing.use();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const running = useRef<AbortController | null>(null);

  const run = useCallback(async (work: (signal: AbortSignal) => Promise<void>) => {
    const abort = new AbortController();
    running.current = abort;
    setError(null);
    writing.reset();
    setState({ step: 'working', what: 'Mở tệp', done: 0, of: 0 });
    try {
      await work(abort.signal);
    } catch (problem) {
      if (!abort.signal.aborted) setError(problem);
      setState({ step: 'none' });
    }
    if (abort.signal.aborted) setState({ step: 'none' });
  }, []);
  const read = useCallback(
    (chosen: ChosenFile[], passphrase: string, decided: Decided) =>
      run(async (signal) => {
        setFiles(chosen);
        const units = Object.entries(decided).map(([file, unit]) => ({ file: Number(file), unit }));
        const input = { files: chosen, units, ...(passphrase === '' ? {} : { passphrase }) };
        for await (const event of await client.packages.preview(input, { signal })) {
          if (event.type === 'preview') setState({ step: 'preview', plan: event.plan, packages: event.packages });
          else setState({ step: 'working', what: event.step, done: event.done, of: event.of });
        }
      }),
    [run],
  );
  const write = useCallback((plan: string) => {
    setState({ step: 'none' });
    void writing.start(plan);
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  const close = useCallback((plan: string | null) => {
    if (plan !== null) void client.packages.drop({ plan });
    writing.reset();
    setState({ step: 'none' });
  }, []);
  return {
    state: shownOf(state, written),
    error: written.step === 'failed' ? written.error : error,
    files,
    read,
    write,
    cancel,
    close,
  };
}

/** What is being read comes first; else what came of the packages written last, also when the clerk was elsewhere. */
function shownOf(state: ReceivingState, written: LongState<ReceivedPackage[]>): ReceivingState {
  if (state.step !== 'none') return state;
  if (written.step === 'working') return { step: 'writing' };
  return written.step === 'done' ? { step: 'done', packages: written.made } : state;
}
