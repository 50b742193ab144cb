import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { useSyncExternalStore } from 'react';

/** Percent of the usual size of letters. */
export const textSizes = [100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

type Display = { text: TextSize; scheme: MantineColorScheme; contrast: 'usual' | 'high' };

const usual: Display = { text: 100, scheme: 'auto', contrast: 'usual' };
const key = 'display';

/**
 * How this machine shows the window, in `localStorage`, and in a cookie as well: the browser host has another port at
 * every start, which is another origin to `localStorage` but the same site to a cookie. It holds three words, no data.
 */
function read(): Display {
  const text = localStorage.getItem(key) ?? /(?:^|; )display=([^;]*)/u.exec(document.cookie)?.[1] ?? '';
  const [size, scheme, contrast] = text.split('.');
  return {
    text: textSizes.find((one) => String(one) === size) ?? usual.text,
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    contrast: contrast === 'high' ? 'high' : 'usual',
  };
}

const year = 365 * 24 * 60 * 60;
let current = usual;
const listeners = new Set<() => void>();

function apply(): void {
  document.documentElement.dataset.text = String(current.text);
  document.documentElement.dataset.contrast = current.contrast;
}

/** Once, before anything is drawn. */
export function startDisplay(): void {
  current = read();
  apply();
}

function change(next: Partial<Display>): void {
  current = { ...current, ...next };
  const text = `${current.text}.${current.scheme}.${current.contrast}`;
  localStorage.setItem(key, text);
  // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not there in every browser an office has
  document.cookie = `${key}=${text}; path=/; max-age=${year}; SameSite=Strict`;
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is shown how, and the change of it, which is remembered. Light and dark are changed through Mantine. */
export function useDisplay() {
  return { ...useSyncExternalStore(subscribe, () => current), change };
}

/** How much larger than usual letters are: 1 to 2. For what is reckoned in pixels: rows, widths of columns. */
export function useTextScale(): number {
  return useDisplay().text / 100;
}

/** Light and dark for Mantine, kept with the rest. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => current.scheme,
  set: (scheme) => change({ scheme }),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => change({ scheme: 'auto' }),
};
