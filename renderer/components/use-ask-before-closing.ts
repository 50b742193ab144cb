import { useEffect } from 'react';

/** Asks before the window is closed or reloaded over what is typed and not saved. */
export function useAskBeforeClosing(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
