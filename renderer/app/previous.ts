import { readKept, writeKept } from './kept.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Notes where the window is, so that a full page can go back to where it was opened from. */
export function notePlace(location: string): void {
  const current = readKept('place:current', '', isText);
  if (current === location) return;
  writeKept('place:previous', current);
  writeKept('place:current', location);
}

/** The place before this one; null at the start. */
export function readPrevious(): string | null {
  return readKept('place:previous', '', isText) || null;
}
