import { type ReactNode, useRef } from 'react';
import { moveOn } from '../features/meetings/move-on.ts';

/** A form that is a page: Enter goes on to the next field and, from the last, saves. The keys of the window stay. */
export function PageForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const box = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={box}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || !box.current) return;
        if (!moveOn(box.current, event)) onSubmit();
      }}
    >
      {children}
    </form>
  );
}
