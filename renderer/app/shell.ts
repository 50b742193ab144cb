import { callHeader } from '../../electron/contract/page.ts';
import type { ChosenFile, DesktopBridge, MenuCommand, PrintPage } from '../../electron/contract/shell.ts';
import type { MadeFile } from '../../electron/contract/values.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in the browser. */
    readonly sochibo?: DesktopBridge;
  }
}

/** What the surroundings of the page can do, the same for both hosts. Null where the host cannot. */
export interface Shell {
  kind: 'desktop' | 'browser';
  /** Workbooks to import; empty when the person changed their mind. */
  chooseWorkbooks(): Promise<ChosenFile[]>;
  /** Data packages to receive; empty when the person changed their mind. */
  choosePackages(): Promise<ChosenFile[]>;
  chooseOffice: (() => Promise<string | null>) | null;
  saveOfficeAs: ((suggestedName: string) => Promise<string | null>) | null;
  /** Hands over a copy: saved where the person says, or downloaded. False when they changed their mind. */
  deliver(file: MadeFile): Promise<boolean>;
  /** A made folder, whole, by its id; a browser can only be given one file. */
  deliverFolder: ((folderId: string) => Promise<boolean>) | null;
  openFile: ((file: MadeFile) => Promise<void>) | null;
  showInFolder: ((file: MadeFile) => Promise<void>) | null;
  print(page: PrintPage): Promise<void>;
  savePdf: ((page: PrintPage) => Promise<boolean>) | null;
  /** The bytes of a PDF, to be looked at before printing; a browser shows its own. */
  pagesOf: ((page: PrintPage) => Promise<Uint8Array<ArrayBuffer>>) | null;
  chooseUpdate: (() => Promise<ChosenFile | null>) | null;
  installUpdate: ((updateId: string) => Promise<string>) | null;
  /** Workbooks that the person has dropped on the window, where the data side finds them. */
  receive(files: readonly File[]): Promise<ChosenFile[]>;
  /** Where a dropped file lies; a browser does not tell. */
  pathOf: ((file: File) => string) | null;
  /** Listens to the native menu; returns how to stop. In the browser there is none, and nothing is ever said. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
}

function desktopShell(bridge: DesktopBridge): Shell {
  return {
    kind: 'desktop',
    chooseWorkbooks: bridge.chooseWorkbooks,
    choosePackages: bridge.choosePackages,
    chooseOffice: bridge.chooseOffice,
    saveOfficeAs: bridge.saveOfficeAs,
    deliver: (file) => bridge.deliver(file.id),
    deliverFolder: bridge.deliverFolder,
    openFile: (file) => bridge.openFile(file.id),
    showInFolder: (file) => bridge.showInFolder(file.id),
    print: bridge.print,
    savePdf: bridge.savePdf,
    pagesOf: bridge.pagesOf,
    chooseUpdate: bridge.chooseUpdate,
    installUpdate: bridge.installUpdate,
    receive: (files) =>
      Promise.resolve(files.map((file) => ({ path: bridge.pathOf(file), name: file.name })).filter(({ path }) => path)),
    pathOf: bridge.pathOf,
    onMenu: bridge.onMenu,
  };
}

const browserShell: Shell = {
  kind: 'browser',
  chooseWorkbooks: async () => Promise.all((await pickFiles('.xlsx,.xlsm,.xls,.csv')).map(upload)),
  choosePackages: async () => Promise.all((await pickFiles('.gsochibo')).map(upload)),
  chooseOffice: null,
  saveOfficeAs: null,
  deliver: (file) => {
    const anchor = document.createElement('a');
    anchor.href = `/files/${encodeURIComponent(file.id)}`;
    anchor.download = file.name;
    anchor.click();
    return Promise.resolve(true);
  },
  deliverFolder: null,
  openFile: null,
  showInFolder: null,
  print: printInFrame,
  savePdf: null,
  pagesOf: null,
  chooseUpdate: null,
  installUpdate: null,
  receive: (files) => Promise.all(files.map(upload)),
  pathOf: null,
  onMenu: () => () => {},
};

function pickFiles(accept: string): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Throws with the host's Vietnamese message when it refuses the file. */
async function upload(file: File): Promise<ChosenFile> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { [callHeader.name]: callHeader.value, 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) throw new Error(await response.text());
  const answer: { path: string } = await response.json();
  return { path: answer.path, name: file.name };
}

/** Prints from a frame of its own. Its look is a constructed style sheet: the page's policy allows no inline styles. */
function printInFrame(page: PrintPage): Promise<void> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  document.body.append(frame);
  const inside = frame.contentDocument?.defaultView;
  if (!inside) return Promise.reject(new Error('Trình duyệt không mở được khung in.'));
  const look = new inside.CSSStyleSheet();
  look.replaceSync(page.css);
  inside.document.adoptedStyleSheets = [look];
  inside.document.title = page.title;
  inside.document.body.innerHTML = page.html;
  return new Promise((resolve) => {
    inside.addEventListener('afterprint', () => {
      frame.remove();
      resolve();
    });
    inside.print();
  });
}

export const shell: Shell = window.sochibo ? desktopShell(window.sochibo) : browserShell;
