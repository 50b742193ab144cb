import { RPCHandler } from '@orpc/server/message-port';
import type { FromDataProcess, ToDataProcess } from '../contract/process-channel.ts';
import { router } from './router.ts';
import { createSession, type Session } from './session.ts';

/** The part of Electron's `process.parentPort` that is used here; this side imports nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToDataProcess; ports: TransferredPort[] }) => void): void;
  postMessage(message: FromDataProcess): void;
}

interface TransferredPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
  start(): void;
}

/** A port that the shell relays as numbered messages, where the runtime cannot transfer one. */
class RelayedPort {
  readonly #listeners = new Map<string, (event?: { data: unknown }) => void>();
  readonly #number: number;

  constructor(number: number) {
    this.#number = number;
  }

  on(event: string, listener: (event?: { data: unknown }) => void): void {
    this.#listeners.set(event, listener);
  }

  postMessage(data: unknown): void {
    tellShell({ kind: 'data', port: this.#number, data });
  }

  emit(event: 'message' | 'close', data?: unknown): void {
    this.#listeners.get(event)?.({ data });
  }
}

// Every call is asked whether it is a form, and to say so Node would load its whole `fetch` (40 ms of the first answer). None is.
Reflect.defineProperty(globalThis, 'FormData', { value: class FormData {}, configurable: true, writable: true });

/** By then the window shows its first list. */
const checkAfter = 3000;

const parentPort = findParentPort();
const relayed = new Map<number, RelayedPort>();
let session: Session | null = null;
let toldOffice: string | null | undefined;

const handler = new RPCHandler(router, {
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } finally {
        tellOffice();
      }
    },
  ],
});

function findParentPort(): ParentPort | null {
  const isParentPort = (value: unknown): value is ParentPort =>
    typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
  const value: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(value) ? value : null;
}

function tellShell(message: FromDataProcess): void {
  if (parentPort) parentPort.postMessage(message);
  else if (process.connected) process.send?.(message);
}

function tellOffice(): void {
  const path = session?.officePath ?? null;
  if (path === toldOffice) return;
  toldOffice = path;
  tellShell({ kind: 'office', path });
}

async function start(message: Extract<ToDataProcess, { kind: 'start' }>): Promise<void> {
  const onWorking = (title: string | null) => tellShell({ kind: 'working', title });
  const onBackup = () => tellShell({ kind: 'backing-up' });
  const onDamaged = (path: string) => {
    tellOffice();
    tellShell({ kind: 'damaged', path });
  };
  session = createSession({
    ...{ ...message, backups: 'always', identityNumbers: 'masked', checkAfter, onWorking, onDamaged, onBackup },
  });
  // The office that the program was started with, or that was open before a crash. If it is refused, the window finds none
  // open and says so.
  if (message.office) await session.openOffice(message.office).catch(() => {});
  tellOffice();
}

let ready: Promise<void> = Promise.resolve();

function serve(port: TransferredPort | RelayedPort): void {
  void ready.then(() => {
    if (session) handler.upgrade(port, { context: { session } });
    if ('start' in port) port.start();
  });
}

/** An installer whose signature this session has checked. */
function updatePath(id: string): string | null {
  return session?.updates.get(id) ?? null;
}

/** A file or a folder this session has made. */
function madePath(id: string): string | null {
  return session?.files.pathOf(id) ?? session?.files.folderOf(id) ?? null;
}

async function stop(backup: boolean): Promise<void> {
  if (backup) await session?.end();
  else session?.close();
  process.exit(0);
}

function hear(message: ToDataProcess, ports: TransferredPort[]): void {
  switch (message.kind) {
    case 'start':
      ready = start(message);
      break;
    case 'port': {
      const transferred = ports[0];
      if (transferred) serve(transferred);
      if (message.port !== null) {
        const port = new RelayedPort(message.port);
        relayed.set(message.port, port);
        serve(port);
      }
      break;
    }
    case 'data':
      void ready.then(() => relayed.get(message.port)?.emit('message', message.data));
      break;
    case 'port-closed':
      relayed.get(message.port)?.emit('close');
      relayed.delete(message.port);
      break;
    case 'path-of':
      tellShell({
        kind: 'path',
        request: message.request,
        path: message.update ? updatePath(message.file) : madePath(message.file),
      });
      break;
    case 'close':
      void stop(message.backup);
      break;
  }
}

if (parentPort) parentPort.on('message', (event) => hear(event.data, event.ports));
else {
  process.on('message', (message: ToDataProcess) => hear(message, []));
  process.on('disconnect', () => void stop(true));
}
