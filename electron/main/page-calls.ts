import type { BrowserWindow } from 'electron';
import type { PrintPage } from '../contract/shell.ts';
import { answer, hear } from './answer-calls.ts';
import { calls } from './calls.ts';
import { chooseOffice, choosePackages, chooseUpdate, chooseWorkbooks, saveOfficeAs } from './choose-files.ts';
import type { DataProcess } from './data-process.ts';
import { installUpdate } from './install-update.ts';
import { deliverCopy, deliverFolderCopy, openMadeFile, showMadeFile } from './made-files.ts';
import { pagesOf, printPage, savePageAsPdf } from './printing.ts';

export interface PageCallOptions {
  data: DataProcess;
  /** The page now listens to the menu: what was asked before it could hear may be told. */
  onListening(): void;
}

/** Everything the page may ask of the shell. A file is named by the id that the data process gave it, never by a path. */
export function answerPageCalls(window: BrowserWindow, { data, onListening }: PageCallOptions): void {
  /** Copies given to the person: from then on it is theirs that is opened and shown. */
  const delivered = new Map<string, string>();
  const made = async (fileId: unknown): Promise<string> => {
    const path = await data.pathOf(text(fileId));
    if (path === null) throw new Error('unknown file');
    return path;
  };
  const theirs = async (fileId: unknown) => delivered.get(text(fileId)) ?? (await made(fileId));
  hear(window, calls.requestPort, (request) => {
    if (typeof request === 'number') data.connect(window.webContents, request);
  });
  hear(window, calls.listening, onListening);
  answer(window, calls.chooseWorkbooks, () => chooseWorkbooks(window));
  answer(window, calls.choosePackages, () => choosePackages(window));
  answer(window, calls.chooseOffice, () => chooseOffice(window));
  answer(window, calls.saveOfficeAs, (name) => saveOfficeAs(window, text(name)));
  answer(window, calls.deliver, async (id) => {
    const copy = await deliverCopy(window, await made(id));
    if (copy) delivered.set(text(id), copy);
    return copy !== null;
  });
  answer(window, calls.deliverFolder, async (id) => {
    const copy = await deliverFolderCopy(window, await made(id));
    if (copy) delivered.set(text(id), copy);
    return copy !== null;
  });
  answer(window, calls.openFile, async (id) => openMadeFile(window, await theirs(id)));
  answer(window, calls.showInFolder, async (id) => showMadeFile(await theirs(id)));
  answer(window, calls.chooseUpdate, () => chooseUpdate(window));
  answer(window, calls.installUpdate, async (id) => {
    const installer = await data.updatePathOf(text(id));
    if (installer === null) throw new Error('unknown update');
    return installUpdate(installer);
  });
  answer(window, calls.print, (page) => printPage(printPageOf(page)));
  answer(window, calls.savePdf, (page) => savePageAsPdf(window, printPageOf(page)));
  answer(window, calls.pagesOf, (page) => pagesOf(printPageOf(page)));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('refused');
  return value;
}

function printPageOf(value: unknown): PrintPage {
  if (typeof value !== 'object' || value === null || !('html' in value && 'css' in value && 'title' in value)) {
    throw new Error('refused');
  }
  return { html: text(value.html), css: text(value.css), title: text(value.title) };
}
