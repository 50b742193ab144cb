import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../../electron/contract/shell.ts';
import { pressKey } from '../keys.ts';
import { shell } from '../shell.ts';

type Doors = {
  goTo: (place: number) => void;
  navigate: (path: string) => void;
  refresh: () => void;
  find: () => void;
  jobs: () => void;
  /** Of an office without a passphrase: shows where it is given one. */
  lock: () => void;
};

/** Keys that screens listen to: a command of the native menu that belongs to the screen is passed on as its key. */
const keysOfCommands: Partial<Record<MenuCommand['name'], KeyboardEventInit>> = {
  'new-here': { code: 'KeyN', ctrlKey: true },
  save: { code: 'KeyS', ctrlKey: true },
  export: { code: 'KeyE', ctrlKey: true },
  print: { code: 'KeyP', ctrlKey: true },
  filter: { code: 'KeyF', ctrlKey: true },
};

/** What the native menu asks of an open office. */
export function useMenu(doors: Doors): void {
  const latest = useRef(doors);
  useEffect(() => {
    latest.current = doors;
  });
  useEffect(
    () =>
      shell.onMenu((command) => {
        const { goTo, navigate, refresh, find, jobs, lock } = latest.current;
        if (command.name === 'place') goTo(command.number);
        else if (command.name === 'report') navigate(`/reports/${command.code}`);
        else if (command.name === 'reports') navigate('/reports');
        else if (command.name === 'history') navigate('/history');
        else if (command.name === 'settings') navigate('/settings');
        else if (command.name === 'import') navigate('/imports');
        else if (command.name === 'find') find();
        else if (command.name === 'jobs') jobs();
        else if (command.name === 'refresh') refresh();
        else if (command.name === 'lock') lock();
        const key = keysOfCommands[command.name];
        if (key) pressKey(key);
      }),
    [],
  );
}
