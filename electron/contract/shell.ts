/** What the native menu asks of the window. `open-office` without a path asks for the file first. */
export type MenuCommand =
  | { name: 'open-office'; path: string | null }
  | { name: 'place'; number: number }
  | { name: 'report'; code: string }
  | {
      name:
        | 'new-office'
        | 'close-office'
        | 'lock'
        | 'import'
        | 'new-here'
        | 'save'
        | 'export'
        | 'print'
        | 'find'
        | 'filter'
        | 'refresh'
        | 'reports'
        | 'history'
        | 'jobs'
        | 'settings'
        | 'help'
        | 'update';
    };

/** A file that the person has chosen: where the data side finds it, and the name to show. */
export interface ChosenFile {
  path: string;
  name: string;
}

/** A document as it will print: the inside of the body, and the rules of its look (no inline styles). */
export interface PrintPage {
  html: string;
  css: string;
  title: string;
}

/** What the preload puts into the desktop window as `window.sochibo`. */
export interface DesktopBridge {
  kind: 'desktop';
  /** Asks for a port to the data process; it comes as the window message `portMessage(request)` with the port attached. */
  requestPort(request: number): void;
  chooseWorkbooks(): Promise<ChosenFile[]>;
  choosePackages(): Promise<ChosenFile[]>;
  chooseOffice(): Promise<string | null>;
  saveOfficeAs(suggestedName: string): Promise<string | null>;
  /** Saves a copy of a made file where the person says; false when they changed their mind. */
  deliver(fileId: string): Promise<boolean>;
  /** The same for a made folder, whole. */
  deliverFolder(folderId: string): Promise<boolean>;
  openFile(fileId: string): Promise<void>;
  showInFolder(fileId: string): Promise<void>;
  print(page: PrintPage): Promise<void>;
  /** The page as a PDF where the person says; false when they changed their mind. */
  savePdf(page: PrintPage): Promise<boolean>;
  /** The page as `savePdf` would write it, to be looked at before it is printed: the bytes of a PDF. */
  pagesOf(page: PrintPage): Promise<Uint8Array<ArrayBuffer>>;
  chooseUpdate(): Promise<ChosenFile | null>;
  /** Hands an installer that the data process has checked over to the system; returns what to do now, in words. */
  installUpdate(updateId: string): Promise<string>;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Where a file lies that the person has dropped on the window; empty for one that is not on a disk. */
  pathOf(file: File): string;
}

/** Marks the window message that carries the port. */
export const portMessage = (request: number): string => `sochibo:port:${request}`;
