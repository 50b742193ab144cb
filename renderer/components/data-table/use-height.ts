import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The height of an element as it stands, pixels; 0 before it is drawn. */
export function useHeight(): [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setHeight(box.offsetHeight));
    setHeight(box.offsetHeight);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [element, height];
}
