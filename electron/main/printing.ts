import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { BrowserWindow, session } from 'electron';
import type { PrintPage } from '../contract/shell.ts';
import { lockDownSession } from './lock-down.ts';
import { saveTo } from './made-files.ts';
import { pageOrigin } from './page-protocol.ts';

const waiting = new Map<string, PrintPage>();

/** Prints the page through the system's own dialog. */
export async function printPage(page: PrintPage): Promise<void> {
  await withPaper(
    page,
    (paper) =>
      new Promise<void>((resolve) => {
        paper.webContents.print({ printBackground: true }, () => resolve());
      }),
  );
}

/** The pages as they go on paper, the bytes of a PDF: what is looked at beforehand is what is saved. */
export function pagesOf(page: PrintPage): Promise<Uint8Array> {
  return withPaper(page, (paper) => paper.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }));
}

/** Saves the page as a PDF where the person says. False when they changed their mind. */
export async function savePageAsPdf(window: BrowserWindow, page: PrintPage): Promise<boolean> {
  const bytes = await pagesOf(page);
  return (await saveTo(window, `${page.title}.pdf`, (target) => writeFile(target, bytes))) !== null;
}

/** Lays the page out in a hidden window that runs no script and reaches nothing but its own two files. */
async function withPaper<T>(page: PrintPage, use: (paper: BrowserWindow) => Promise<T>): Promise<T> {
  const id = randomUUID();
  const paper = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      spellcheck: false,
    },
  });
  waiting.set(id, page);
  try {
    await paper.loadURL(`${pageOrigin}/${id}.html`);
    return await use(paper);
  } finally {
    waiting.delete(id);
    paper.destroy();
  }
}

function printSession(): Electron.Session {
  const own = session.fromPartition('print');
  if (!own.protocol.isProtocolHandled('app')) {
    lockDownSession(own);
    own.protocol.handle('app', (request) => answerPaper(new URL(request.url).pathname));
  }
  return own;
}

function answerPaper(pathname: string): Response {
  const [id, ending] = pathname.slice(1).split('.');
  const page = waiting.get(id ?? '');
  if (!page) return new Response(null, { status: 404 });
  if (ending === 'css') return new Response(page.css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
  const head = `<meta charset="utf-8"><title>${escapeHtml(page.title)}</title><link rel="stylesheet" href="/${id}.css">`;
  return new Response(`<!doctype html><html lang="vi"><head>${head}</head><body>${page.html}</body></html>`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:",
    },
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
