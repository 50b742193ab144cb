import { useEffect, useRef } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { ChosenFile } from '../../electron/contract/shell.ts';
import { shell } from './shell.ts';

/** Workbooks that were dropped and not yet taken by the screen of imports. */
let waiting: ChosenFile[] = [];
let taker: ((files: ChosenFile[]) => void) | null = null;

/** The screen that takes dropped workbooks: those that wait, and those that come while it is there. */
export function useDroppedWorkbooks(take: (files: ChosenFile[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    taker = (files) => latest.current(files);
    if (waiting.length > 0) latest.current(waiting);
    waiting = [];
    return () => {
      taker = null;
    };
  }, []);
}

type Doors = {
  /** Whether an office is open: without one there is nowhere to import to. */
  hasOffice: boolean;
  openOffice: (path: string) => void;
  onRefused: (error: unknown) => void;
};

/**
 * Files dropped anywhere on the window: an office is opened, anything else goes to the screen of imports. Without this a
 * browser would leave the page for the file.
 */
export function useDrop(doors: Doors): void {
  const latest = useRef(doors);
  useEffect(() => {
    latest.current = doors;
  });
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const allow = (event: DragEvent) => {
      if (isFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!isFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      void receive(files, latest.current).catch(latest.current.onRefused);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

async function receive(dropped: readonly File[], { hasOffice, openOffice }: Doors): Promise<void> {
  const office = dropped.find(({ name }) => name.toLowerCase().endsWith('.sochibo'));
  if (office) {
    const path = shell.pathOf?.(office);
    if (path) openOffice(path);
    return;
  }
  if (!hasOffice || dropped.length === 0) return;
  const files = await shell.receive(dropped);
  if (taker) taker(files);
  else waiting = files;
  navigate('/imports');
}
