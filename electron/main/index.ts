import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import type { MenuCommand } from '../contract/shell.ts';
import { calls } from './calls.ts';
import { officeInArguments } from './choose-files.ts';
import { closeBeforeQuitting } from './closing.ts';
import { startDataProcess } from './data-process.ts';
import { showAbout } from './help.ts';
import { lockDownContents, lockDownNetwork, lockDownSession, refuseToBeDriven } from './lock-down.ts';
import { removeOldFiles } from './made-files.ts';
import { buildMenu } from './menu.ts';
import { answerPageCalls } from './page-calls.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { RecentOffices } from './recent-offices.ts';
import { startAgainWhenClosed } from './start-again.ts';
import { createWindow } from './window.ts';

const builtDir = join(import.meta.dirname, '..');
const appDir = join(builtDir, '..');

refuseToBeDriven();
lockDownNetwork();
// Chromium has no sandbox of its own for root (containers that run tests); the window still asks for one (window.ts).
if (process.getuid?.() !== 0) app.enableSandbox();
registerPageScheme();
lockDownContents();

let window: BrowserWindow | null = null;
/** What the menu or a double click asked for before the page could hear it. */
const unheard: MenuCommand[] = [];
let pageListens = false;

function send(command: MenuCommand): void {
  if (window && pageListens) window.webContents.send(calls.menu, command);
  else unheard.push(command);
}

/** A second start. `folder`: where it was made, which a path on its command line is relative to. */
function startedOnceMore(arguments_: readonly string[], folder: string): void {
  const path = officeIn(arguments_, folder);
  if (!window) {
    startAgainWhenClosed(path);
    return;
  }
  if (path) send({ name: 'open-office', path });
  if (window.isMinimized()) window.restore();
  window.focus();
}

function officeIn(arguments_: readonly string[], folder: string): string | null {
  const path = officeInArguments(arguments_);
  return path && resolve(folder, path);
}

function start(): void {
  const profileDir = app.getPath('userData');
  const outputDir = join(profileDir, 'made-files');
  mkdirSync(outputDir, { recursive: true });
  void removeOldFiles(outputDir, Date.now());
  const resourcesDir = join(app.isPackaged ? process.resourcesPath : appDir, 'resources');
  const recent = new RecentOffices(join(profileDir, 'recent-offices.json'));
  const showMenu = (hasOffice: boolean) => {
    const about = () => void (window && showAbout(window, resourcesDir));
    Menu.setApplicationMenu(buildMenu({ recentOffices: recent.paths, hasOffice, send, showAbout: about }));
  };

  // First of all, for the window waits for it: meanwhile the page is loaded.
  const office = officeIn(process.argv.slice(1), process.cwd());
  const data = startDataProcess({
    script: join(builtDir, 'main', 'data.cjs'),
    appDir,
    resourcesDir,
    outputDir,
    actor: userInfo().username,
    office,
    // The window asks for it once more, and so learns why it was refused.
    onRefused: (path) => send({ name: 'open-office', path }),
    // The window leaves it, asks for it once more, and so shows why, with the ways out.
    onDamaged: (path) => {
      send({ name: 'close-office' });
      send({ name: 'open-office', path });
    },
    onOffice: (path) => {
      if (path) recent.add(path);
      showMenu(path !== null);
    },
    onDeath: tellDeath,
  });
  lockDownSession(session.defaultSession);
  servePage(session.defaultSession, join(builtDir, 'renderer'));
  window = createWindow({
    preload: join(builtDir, 'preload', 'index.cjs'),
    stateFile: join(profileDir, 'window.json'),
    working: data.working,
  });
  window.webContents.on('did-start-loading', () => {
    pageListens = false;
  });
  window.on('closed', () => {
    window = null;
  });
  answerPageCalls(window, {
    data,
    onListening: () => {
      pageListens = true;
      for (const command of unheard.splice(0)) send(command);
    },
  });
  closeBeforeQuitting(data);
  // The window is not shown yet.
  showMenu(false);
}

/** The data process died unasked. What was saved is on disk: every change is one transaction. */
function tellDeath(restarted: boolean): void {
  if (!window) return;
  void dialog
    .showMessageBox(window, {
      type: restarted ? 'warning' : 'error',
      title: 'Sổ Chi bộ',
      message: restarted
        ? 'Phần xử lý dữ liệu dừng đột ngột và đã được khởi động lại.'
        : 'Phần xử lý dữ liệu lại dừng đột ngột. Chương trình sẽ đóng.',
      detail: restarted
        ? 'Những gì đã lưu còn nguyên. Việc đang làm dở chưa được ghi: làm lại việc đó.'
        : 'Những gì đã lưu còn nguyên. Mở lại chương trình; nếu vẫn lỗi, khôi phục sổ từ bản sao lưu gần nhất.',
      buttons: [restarted ? 'Tiếp tục' : 'Đóng chương trình'],
      noLink: true,
    })
    .then(() => {
      if (!restarted) app.quit();
    });
}

/** Nothing came up. From the sources, `npm start` sees the exit code and opens the browser instead. */
function giveUp(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (app.isPackaged) {
    dialog.showErrorBox('Sổ Chi bộ', 'Chương trình không khởi động được. Cài lại chương trình; sổ đã lưu còn nguyên.');
  }
  app.exit(1);
}

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', (_event, arguments_, folder) => startedOnceMore(arguments_, folder));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start).catch(giveUp);
}
