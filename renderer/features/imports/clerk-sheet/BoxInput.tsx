import { useRef } from 'react';

type Props = {
  label: string;
  initial: string;
  /** The text as it was left; `next`: where the cursor goes. */
  onDone: (text: string, next: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  onLeave: () => void;
};

/** One box while it is edited: Enter and Tab commit and go on, Esc leaves it as it was. */
export function BoxInput({ label, initial, onDone, onLeave }: Props) {
  const isOver = useRef(false);
  const finish = (act: () => void) => {
    if (isOver.current) return;
    isOver.current = true;
    act();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the clerk has asked to edit this box
      autoFocus
      className="clerk-box-input"
      aria-label={label}
      defaultValue={initial}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={(event) => {
        const { value } = event.currentTarget;
        if (event.key === 'Escape') finish(onLeave);
        else if (event.key === 'Enter') finish(() => onDone(value, event.shiftKey ? 'up' : 'down'));
        else if (event.key === 'Tab') finish(() => onDone(value, event.shiftKey ? 'left' : 'right'));
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onBlur={({ currentTarget: { value } }) => finish(() => onDone(value, 'stay'))}
    />
  );
}
