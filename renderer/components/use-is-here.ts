import { type RefObject, useEffect, useRef } from 'react';

/** Whether the screen still stands: for what is to happen only before the eyes of who asked for it. */
export function useIsHere(): RefObject<boolean> {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}
