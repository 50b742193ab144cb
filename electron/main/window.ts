import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, dialog, type Rectangle, screen } from 'electron';
import { pageOrigin } from './page-protocol.ts';

interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
}

export interface WindowOptions {
  preload: string;
  /** Where size and place are kept between runs. */
  stateFile: string;
}

/** The one window: 1366×768 the first time, afterwards where and how large it was left. */
export function createWindow({ preload, stateFile }: WindowOptions): BrowserWindow {
  const state = readState(stateFile);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...(state?.bounds ?? {}),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Sổ Chi bộ',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  guardUnsaved(window);
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** The page asks to stay (`beforeunload`) while something typed is not saved. */
function guardUnsaved(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Chưa lưu',
      message: 'Có nội dung đang nhập chưa ghi vào sổ. Bản nháp được giữ trên máy này; mở lại buổi sinh hoạt để ghi.',
      buttons: ['Ở lại', 'Đóng, không lưu'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
  });
}

/** Null when nothing usable is kept, or when the screen it was on is gone. */
function readState(stateFile: string): WindowState | null {
  try {
    const state: WindowState = JSON.parse(readFileSync(stateFile, 'utf8'));
    const { x, y, width, height } = state.bounds;
    const visible = screen.getAllDisplays().some(({ workArea }) => {
      const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
      const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
      return across >= 200 && down >= 200;
    });
    return visible ? state : null;
  } catch {
    return null;
  }
}

function writeState(stateFile: string, state: WindowState): void {
  try {
    writeFileSync(stateFile, JSON.stringify(state));
  } catch {
    // Where the window stood is a convenience; closing must not fail for it.
  }
}
