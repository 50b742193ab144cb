import { app } from 'electron';
import { runningFile } from './running-file.ts';

let isAsked = false;

/**
 * Somebody starts the program while it is closing: it has no window left to give the file to, and its office must be closed
 * before another may open it. So it starts anew as soon as it has ended, once, with what the second start was given.
 */
export function startAgainWhenClosed(office: string | null): void {
  if (isAsked) return;
  isAsked = true;
  const running = runningFile();
  const switches = process.argv.slice(1).filter((one) => one.startsWith('-'));
  app.relaunch({
    // A program of one file runs from a folder that is gone when it has ended.
    ...(running ? { execPath: running } : {}),
    args: [...switches, ...(app.isPackaged ? [] : [app.getAppPath()]), ...(office ? [office] : [])],
  });
}
