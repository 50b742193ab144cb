import { ORPCError } from '@orpc/client';
import { useSyncExternalStore } from 'react';
import { refusal } from '../../electron/contract/errors.ts';

/** Why waiting calls end when the office is not unlocked but closed, or another is opened. */
const givenUp = new Error('the office was not unlocked');

/** Whether a call ended because the passphrase it waited for was not given. */
export function isGivenUp(error: unknown): boolean {
  return error === givenUp;
}

let opened: { promise: Promise<void>; resolve: () => void; reject: (reason: unknown) => void } | null = null;
const listeners = new Set<() => void>();

/**
 * The gate that every call to the data side passes. While it is shut (the office is locked), calls wait and nothing on the screen
 * fails; unlocked, they go on where they were.
 */
export const lockGate = {
  shut(): void {
    if (opened) return;
    opened = Promise.withResolvers<void>();
    // Nobody may be waiting when it is given up.
    opened.promise.catch(() => undefined);
    tell();
  },
  open(): void {
    opened?.resolve();
    opened = null;
    tell();
  },
  /** What waited ends with an error: it was meant for an office that is not unlocked now. */
  giveUp(): void {
    opened?.reject(givenUp);
    opened = null;
    tell();
  },
  isShut: (): boolean => opened !== null,
};

/** Whether the unlock screen covers the window. */
export function useIsLocked(): boolean {
  return useSyncExternalStore(listen, lockGate.isShut);
}

/** Of `access`. */
const goesPast: readonly string[] = ['waiting', 'unlock', 'lock', 'stopWaiting', 'takeSlots'];
/** What opens or closes an office: it does not wait, and gives up whatever waited. */
const doors: Readonly<Record<string, readonly string[]>> = {
  office: ['open', 'create', 'close'],
  opening: ['restore', 'copyHere', 'view'],
};

/** Whether the data side waits for a passphrase of an office, and not of some other file. */
type IsWaiting = () => Promise<boolean>;

/**
 * Makes a call through the gate. One that finds the office locked (by a restart of the data process, or because it opens an office
 * with a passphrase) shuts the gate and is made again when it opens. Those that unlock go past it; those that open or close an
 * office do not wait either, nor what is asked about one that was refused: what a door comes to gives up whatever waited.
 */
export async function throughGate<T>(
  path: readonly string[],
  call: () => Promise<T>,
  isWaiting: IsWaiting,
): Promise<T> {
  if (path[0] === 'access' && goesPast.includes(path[1] ?? '')) return call();
  const isDoor = doors[path[0] ?? '']?.includes(path[1] ?? '') ?? false;
  if (!isDoor && path[0] !== 'opening') await opened?.promise;
  try {
    const answer = await call();
    if (isDoor) lockGate.giveUp();
    return answer;
  } catch (error) {
    if (!needsPassphrase(error) || !(await isWaiting())) throw error;
    lockGate.shut();
    await opened?.promise;
    return throughGate(path, call, isWaiting);
  }
}

function needsPassphrase(error: unknown): boolean {
  return error instanceof ORPCError && refusal.safeParse(error.data).data?.code === 'office_passphrase_needed';
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
