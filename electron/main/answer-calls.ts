import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { pageOrigin } from './page-protocol.ts';

/** True when a call comes from the top frame of our own window, showing our own page. */
function isFromOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith(`${pageOrigin}/`)
  );
}

/** Answers a call of the page. Throws for any other sender, before anything is done. */
export function answer(window: BrowserWindow, channel: string, reply: (argument: unknown) => Promise<unknown>): void {
  ipcMain.handle(channel, (event, argument: unknown) => {
    if (!isFromOurPage(event, window)) throw new Error('refused');
    return reply(argument);
  });
}

/** Hears a message of the page that needs no answer; from any other sender it is dropped. */
export function hear(window: BrowserWindow, channel: string, listener: (argument: unknown) => void): void {
  ipcMain.on(channel, (event, argument: unknown) => {
    if (isFromOurPage(event, window)) listener(argument);
  });
}
