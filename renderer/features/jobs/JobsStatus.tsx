import './jobs.css';
import type { Job } from '../../../electron/contract/jobs.ts';
import { goingWords } from './job-words.ts';

/** In the status bar: what is being done, how far it is, and the door to it. */
export function JobsStatus({ going, onOpen }: { going: readonly Job[]; onOpen: () => void }) {
  if (going.length === 0) return null;
  const words = goingWords(going);
  return (
    <button type="button" className="door jobs-status numbers" title={`${words} (Ctrl+J)`} onClick={onOpen}>
      {words}
    </button>
  );
}
