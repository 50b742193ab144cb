import { useEffect, useState } from 'react';

/** Whether the component has been on the screen for so long, in milliseconds. */
export function useLasts(time: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLasts(true), time);
    return () => window.clearTimeout(timer);
  }, [time]);
  return lasts;
}
