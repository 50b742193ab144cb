import { app, type Session, type WebContents } from 'electron';
import { pageOrigin } from './page-protocol.ts';

/** Nothing may be asked of the machine, downloaded, or fetched from anywhere but the page's own files. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Chromium begins to fetch a dictionary for the system's language as soon as there is a session that may check.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOurs(details.url) }));
}

/** What Chromium does on the network by itself, whatever the pages do: no name is looked up, nothing is fetched ahead. */
export function lockDownNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
}

/** Every page that ever comes into being stays where it is and opens nothing. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

const debuggers = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
];

/** A shipped program is not to be driven from outside: started for that, it ends before it listens to anyone. */
export function refuseToBeDriven(): void {
  if (!app.isPackaged || !debuggers.some((name) => app.commandLine.hasSwitch(name))) return;
  for (const name of debuggers) app.commandLine.removeSwitch(name);
  app.exit(0);
}

function isOurs(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('data:') || url.startsWith('blob:') || isDevTools(url);
}

function isDevTools(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools:');
}
