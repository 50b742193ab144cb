import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, dialog, type Rectangle, screen } from 'electron';
import { pageOrigin } from './page-protocol.ts';

interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
  /** How large the person has made the words (Xem → Phóng to): steps of a fifth, 0 is 100 %. */
  zoom: number;
}

export interface WindowOptions {
  preload: string;
  /** Where size and place are kept between runs. */
  stateFile: string;
  /** The long work that is being done; null: none is. */
  working(): string | null;
}

/** The one window: 1366×768 the first time, afterwards where and how large it was left, as was what is in it. */
export function createWindow({ preload, stateFile, working }: WindowOptions): BrowserWindow {
  const state = readState(stateFile);
  // At 125 % or 150 % a small screen has fewer points than the window would like.
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1366, width),
    height: Math.min(768, height),
    ...(state?.bounds ?? {}),
    minWidth: Math.min(1024, width),
    minHeight: Math.min(640, height),
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
    writeState(stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: window.webContents.getZoomLevel(),
    }),
  );
  window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(state?.zoom ?? 0));
  askBeforeClosing(window, working);
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** The page asks to stay (`beforeunload`) while something typed is not saved, or long work is being done. */
function askBeforeClosing(window: BrowserWindow, working: WindowOptions['working']): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const title = working();
    const choice = dialog.showMessageBoxSync(window, {
      ...{ type: 'warning', defaultId: 0, cancelId: 0, noLink: true },
      ...(title === null ? unsaved : stillWorking(title)),
    });
    if (choice === 1) event.preventDefault();
  });
}

const unsaved = {
  title: 'Chưa lưu',
  message: 'Có nội dung đang nhập chưa ghi vào sổ. Bản nháp được giữ trên máy này; mở lại buổi sinh hoạt để ghi.',
  buttons: ['Ở lại', 'Đóng, không lưu'],
};

const stillWorking = (title: string) => ({
  title: 'Việc chưa xong',
  message: `Đang có việc chưa xong: ${title}.`,
  detail: 'Đóng bây giờ thì việc này dừng lại và không để lại gì. Nội dung đang nhập dở, nếu có, chưa ghi vào sổ.',
  buttons: ['Chờ việc xong', 'Dừng việc và đóng'],
});

/** Null when nothing usable is kept. The place is forgotten when the screen that it was on is gone. */
function readState(stateFile: string): Partial<WindowState> | null {
  try {
    const { bounds, ...state }: Partial<WindowState> = JSON.parse(readFileSync(stateFile, 'utf8'));
    return bounds && isOnScreen(bounds) ? { ...state, bounds } : state;
  } catch {
    return null;
  }
}

/** Enough of the window can be seen to take hold of it. */
function isOnScreen({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return across >= 200 && down >= 200;
  });
}

function writeState(stateFile: string, state: WindowState): void {
  try {
    writeFileSync(stateFile, JSON.stringify(state));
  } catch {
    // Where the window stood is a convenience; closing must not fail for it.
  }
}
