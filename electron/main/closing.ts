import { setTimeout as delay } from 'node:timers/promises';
import { app, dialog } from 'electron';
import type { DataProcess } from './data-process.ts';

/** Milliseconds after which who waits is told what for; and told again, having chosen to wait. */
const shownAfter = 1000;
const shownAgainAfter = 15_000;

const backingUp = {
  type: 'info',
  title: 'Sổ Chi bộ',
  message: 'Đang sao lưu sổ trước khi đóng.',
  detail: 'Mọi thay đổi đã nằm trong sổ. Sổ lớn cần chừng nửa phút; sao lưu xong, chương trình tự đóng.',
  buttons: ['Chờ sao lưu xong', 'Đóng ngay, không sao lưu'],
  ...{ defaultId: 0, cancelId: 0, noLink: true },
} as const;

/** The office is closed properly, with its backup, before the program ends; whoever waits longer sees why, and need not. */
export function closeBeforeQuitting(data: DataProcess): void {
  let stopped: boolean | null = null;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    // Asked to quit once more while it is closing.
    if (stopped === false) return;
    stopped = false;
    const closed = new AbortController();
    void showWaiting(data, closed.signal);
    void data.stop().then(() => {
      closed.abort();
      stopped = true;
      app.quit();
    });
  });
}

async function showWaiting(data: DataProcess, closed: AbortSignal): Promise<void> {
  await delay(shownAfter);
  while (!closed.aborted) {
    const { response } = await dialog.showMessageBox({ ...backingUp, buttons: [...backingUp.buttons], signal: closed });
    if (response === 1) return data.stopNow();
    await delay(shownAgainAfter);
  }
}
