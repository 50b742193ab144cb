import { useEffect, useRef } from 'react';

type KeyHandlers = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * The chord of an event, from the place of the key and not from its letter: a Vietnamese layout or Unikey changes the
 * letter. `ctrl+k`, `alt+1`, `f5`, `escape`, `ctrl+;`.
 */
export function chordOf(
  event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/u.exec(event.code)?.[1];
  const name = event.code === 'Semicolon' ? ';' : event.code === 'Comma' ? ',' : (place ?? event.key);
  return [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey ? 'shift' : '',
    name.toLowerCase(),
  ]
    .filter(Boolean)
    .join('+');
}

/** A dialog has the keys to itself, wherever the focus is: what is under it must not act. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Help is asked for in a dialog, too, and whoever leaves the desk locks the office from anywhere. */
const heardInDialogs: readonly string[] = ['f1', 'ctrl+shift+l'];

/** The same when the key was pressed: by the time the key arrives at a screen, it may have closed the dialog. */
let pressedOverDialog = false;

/** In a field, Delete takes away what was typed. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** What listens now, the latest mounted last: the shortcut sheet is read from here, so that it cannot go stale. */
const listening = new Set<{ readonly current: KeyHandlers }>();

/** The chords that are listened to now, the frame's own among them. */
export function heldKeys(): string[] {
  return [...new Set([...listening].flatMap(({ current }) => Object.keys(current)))];
}

/** The code of a key that belongs to the input method, as the first one of a letter does. */
const takenByInputMethod = 229;

/**
 * Called once, before anything else listens. A key pressed while an input method puts a letter together (Telex, VNI) is
 * the input method's alone. It goes on to the field it is typed into, and nobody in the window hears of it.
 */
export function hearKeysFirst(): void {
  const hear = (event: KeyboardEvent) => {
    pressedOverDialog = isDialogOpen();
    if (event.isComposing || event.keyCode === takenByInputMethod) event.stopPropagation();
  };
  window.addEventListener('keydown', hear, { capture: true });
}

/**
 * Keys of a screen. The innermost screen is asked first; a handler that runs has taken the key. Esc that closes a list
 * of choices does nothing else.
 */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    // Asked before the field handles the key: by the time the key arrives here, the list may be closed.
    let closesList = false;
    const beforeKey = ({ target }: KeyboardEvent) => {
      closesList = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const chord = chordOf(event);
      if (pressedOverDialog && !heardInDialogs.includes(chord)) return;
      const handler = latest.current[chord];
      if (!handler || (chord === 'escape' && closesList) || (chord === 'delete' && isField(event.target))) return;
      event.preventDefault();
      handler(event);
    };
    listening.add(latest);
    window.addEventListener('keydown', beforeKey, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      listening.delete(latest);
      window.removeEventListener('keydown', beforeKey, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Presses a key for the clerk: a command of the menu that belongs to the screen. */
export function pressKey(key: KeyboardEventInit): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
}

/** The same on a screen that is being opened: as soon as it listens to the key, or not at all within two seconds. */
export function pressOnceHeld(key: KeyboardEventInit, triesLeft = 40): void {
  const isHeard = heldKeys().includes(chordOf(new KeyboardEvent('keydown', key))) && !isDialogOpen();
  if (isHeard) pressKey(key);
  else if (triesLeft > 0) window.setTimeout(() => pressOnceHeld(key, triesLeft - 1), 50);
}
