import { useRef, useState } from 'react';

/** How far a change of the key is, in bytes. */
export interface KeyProgress {
  done: number;
  of: number;
}

type Event = { type: 'progress'; done: number; of: number } | { type: 'done' };

/**
 * A change of the key of the office and its backups: how far it is, the way to stop it, and what it came to. Stopped, it is as if it had
 * not been asked for.
 */
export function useKeyChange() {
  const [progress, setProgress] = useState<KeyProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => running.current?.abort();
  async function follow<T extends Event>(
    start: (options: { signal: AbortSignal }) => Promise<AsyncIterable<T>>,
    onDone: (event: Exclude<T, { type: 'progress' }>) => void,
  ): Promise<void> {
    const abort = new AbortController();
    running.current = abort;
    try {
      for await (const event of await start({ signal: abort.signal })) {
        if (isDone(event)) onDone(event);
        else if (event.type === 'progress') setProgress({ done: event.done, of: event.of });
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  }
  return { progress, stop, follow };
}

function isDone<T extends Event>(event: T): event is Exclude<T, { type: 'progress' }> {
  return event.type === 'done';
}
