import { MessageChannelMain, type WebContents } from 'electron';
import type { FromDataProcess } from '../contract/process-channel.ts';
import { calls } from './calls.ts';
import { type DataChild, launchDataProcess } from './data-process-launcher.ts';
import { waitForEnd } from './wait-for-end.ts';

export interface DataProcessOptions {
  script: string;
  appDir: string;
  resourcesDir: string;
  outputDir: string;
  actor: string;
  /** To be opened at once, while the window is still being made; null: none. */
  office: string | null;
  /** That office was not opened. */
  onRefused(path: string): void;
  /** It was opened and, checked through, found damaged: it is closed. */
  onDamaged(path: string): void;
  onOffice(path: string | null): void;
  /** It died unasked. `restarted`: a new one is already at work, with the same office open. */
  onDeath(restarted: boolean): void;
}

export interface DataProcess {
  /** Hands the page one end of a new channel to the data process, with the number under which it asked for it. */
  connect(page: WebContents, request: number): void;
  /** Where a made file lies; null for an id that the data process did not give out. */
  pathOf(fileId: string): Promise<string | null>;
  /** The same for an installer whose signature the data process has checked. */
  updatePathOf(updateId: string): Promise<string | null>;
  /** The long work that is being done there; null: none is. */
  working(): string | null;
  /** Closes the office, with the backup of closing, and ends the process (`waitForEnd`). */
  stop(): Promise<void>;
  /** The same without that backup, which is given up where it has begun. */
  stopNow(): void;
}

/** Starts the data process, and once more if it dies. */
export function startDataProcess(options: DataProcessOptions): DataProcess {
  const questions = new Map<number, (path: string | null) => void>();
  let lastQuestion = 0;
  let { office } = options;
  let isFirst = true;
  let working: string | null = null;
  let restarted = false;
  let stopping = false;
  let alive = true;
  let child = launch();

  function launch(): DataChild {
    const next = launchDataProcess(options.script, options.appDir);
    next.onMessage(hear);
    next.onExit(() => {
      alive = false;
      working = null;
      if (stopping) return;
      for (const reply of questions.values()) reply(null);
      questions.clear();
      const again = !restarted;
      restarted = true;
      if (again) {
        child = launch();
        alive = true;
      }
      options.onDeath(again);
    });
    const { resourcesDir, outputDir, actor } = options;
    next.send({ kind: 'start', resourcesDir, outputDir, actor, office });
    return next;
  }

  function hear(message: FromDataProcess): void {
    if (message.kind === 'office') {
      const refused = isFirst && message.path === null ? office : null;
      isFirst = false;
      office = message.path;
      options.onOffice(message.path);
      if (refused !== null) options.onRefused(refused);
    } else if (message.kind === 'damaged') {
      options.onDamaged(message.path);
    } else if (message.kind === 'working') {
      working = message.title;
    } else if (message.kind === 'path') {
      questions.get(message.request)?.(message.path);
      questions.delete(message.request);
    }
  }

  function ask(file: string, update: boolean): Promise<string | null> {
    return new Promise((resolve) => {
      if (!alive) return resolve(null);
      lastQuestion += 1;
      questions.set(lastQuestion, resolve);
      child.send({ kind: 'path-of', request: lastQuestion, file, update });
    });
  }

  return {
    connect: (page, request) => {
      const { port1, port2 } = new MessageChannelMain();
      child.attach(port1);
      page.postMessage(calls.port, request, [port2]);
    },
    pathOf: (file) => ask(file, false),
    updatePathOf: (update) => ask(update, true),
    working: () => working,
    stop: () => {
      stopping = true;
      if (!alive) return Promise.resolve();
      const ended = waitForEnd(child);
      child.send({ kind: 'close', backup: true });
      return ended;
    },
    stopNow: () => {
      if (alive) child.send({ kind: 'close', backup: false });
    },
  };
}
