import { app, type Session, type WebContents } from 'electron';
import { pageOrigin } from './page-protocol.ts';

/** Nothing may be asked of the machine, downloaded, or fetched from anywhere but the page's own files. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOurs(details.url) }));
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

/** A shipped program is not to be driven from outside: true when it was started for that. */
export function isDrivenFromOutside(): boolean {
  const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'];
  return app.isPackaged && switches.some((name) => app.commandLine.hasSwitch(name));
}

function isOurs(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`) || url.startsWith('data:') || url.startsWith('blob:') || isDevTools(url);
}

function isDevTools(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools:');
}
