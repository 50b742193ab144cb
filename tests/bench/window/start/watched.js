import { join } from 'node:path';
import { stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow } from 'electron';

// Plain JavaScript: Electron runs it as it stands. It starts the program whose main file is named (or, for the floor, an
// empty window), asks its page when it is there, writes the moments in milliseconds of the clock, and ends.
const { SOCHIBO_BENCH_MAIN: program, SOCHIBO_BENCH_UNTIL: until = 'painted' } = process.env;

/** In the page: conditions, each waited for in turn; the moment is after the frame in which the last one holds is painted. */
const watch = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  }));
  const now = () => performance.timeOrigin + performance.now();
  const moments = { scripts: now() };
  const wait = async (name, holds) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 4));
    await frame();
    moments[name] = now();
  };
  const until = ${JSON.stringify(until)};
  if (until !== 'painted') await wait('frame', () => document.querySelector('.frame-nav'));
  if (until === 'to-do list') await wait('rows', () => document.querySelector('.home-item'));
  if (until === 'member list') {
    document.querySelector('.frame-nav a[href="#/members"]').click();
    await wait('rows', () =>
      document.activeElement?.matches('.data-table') &&
      [...document.querySelectorAll('.data-table-body [role="gridcell"]')].some((cell) => /\\p{L}/u.test(cell.textContent)));
  }
  await frame();
  return { ...moments, done: now() };
})()`;

const moments = { main: Date.now() };
app.once('web-contents-created', (_event, contents) => {
  moments.window = Date.now();
  contents.once('dom-ready', async () => {
    Object.assign(moments, await contents.executeJavaScript(watch));
    stdout.write(`${JSON.stringify(moments)}\n`, () => app.exit(0));
  });
});

if (program) await import(pathToFileURL(program).href);
else {
  // As the program does: root has no sandbox.
  if (process.getuid?.() !== 0) app.enableSandbox();
  // Not awaited here: the program is not ready before its main file has been read.
  void app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
    window.once('ready-to-show', () => window.show());
    return window.loadFile(join(import.meta.dirname, 'blank.html'));
  });
}
