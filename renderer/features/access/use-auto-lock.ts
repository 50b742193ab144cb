import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { lockGate } from '../../app/lock-gate.ts';

/** How often it is looked whether somebody still works, milliseconds. */
const lookEvery = 5000;
const signsOfWork = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the open office now. Calls wait from this moment on; those that are on their way are finished first. */
export async function lockNow(): Promise<void> {
  lockGate.shut();
  try {
    await client.access.lock();
  } catch {
    // It has no passphrase, or is closed already.
    if ((await client.access.waiting()) === null) lockGate.open();
  }
}

/** Locks an office with a passphrase when nobody has touched a key or the mouse for as long as it says, and nothing is being written. */
export function useAutoLock(): { encrypted: boolean; lock: () => void } {
  const queries = useQueryClient();
  const { data } = useQuery(api.access.state.queryOptions());
  const { encrypted = false, auto_lock: minutes = 0 } = data ?? {};
  const last = useRef(0);
  useEffect(() => {
    if (!encrypted || minutes === 0) return;
    last.current = Date.now();
    const note = () => {
      last.current = Date.now();
    };
    for (const sign of signsOfWork) window.addEventListener(sign, note, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (queries.isMutating() > 0) note();
      else if (!lockGate.isShut() && Date.now() - last.current >= minutes * 60_000) void lockNow();
    }, lookEvery);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfWork) window.removeEventListener(sign, note, { capture: true });
    };
  }, [encrypted, minutes, queries]);
  const lock = useCallback(() => void lockNow(), []);
  return { encrypted, lock };
}
