import { type RefObject, useEffect, useRef } from 'react';

/** Gives the focus to what is marked `data-autofocus` inside, first and whenever `step` changes. */
export function useFirstFocus<Box extends HTMLElement>(step = ''): RefObject<Box | null> {
  const box = useRef<Box>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step has another first field
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, [step]);
  return box;
}

/**
 * The `ref` of a field that is typed into as soon as it is there: a dialog or a list gives the focus only a moment
 * later, and the letters before that are lost.
 */
export function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}
