import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { app, type MessagePortMain, utilityProcess } from 'electron';
import type { FromDataProcess, ToDataProcess } from '../contract/process-channel.ts';

/** The data process as the shell sees it, however it was started. */
export interface DataChild {
  send(message: ToDataProcess): void;
  /** Gives a window's port to the data process; what goes through it is relayed, never looked at. */
  attach(port: MessagePortMain): void;
  onMessage(listener: (message: FromDataProcess) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/**
 * better-sqlite3 13 needs Node-API 10. Electron 45 has it and runs the data process itself; an older runtime (the one
 * end-to-end tests use where Electron cannot be downloaded) starts it with the Node 24 that the project carries.
 */
export function launchDataProcess(script: string, appDir: string): DataChild {
  return app.isPackaged || Number(process.versions.napi ?? 0) >= 10
    ? launchUtility(script)
    : launchFork(script, appDir);
}

function launchUtility(script: string): DataChild {
  const child = utilityProcess.fork(script, [], { serviceName: 'so-chi-bo-data', stdio: 'inherit' });
  return {
    send: (message) => child.postMessage(message),
    attach: (port) => child.postMessage({ kind: 'port', port: null } satisfies ToDataProcess, [port]),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', listener),
    kill: () => child.kill(),
  };
}

function launchFork(script: string, appDir: string): DataChild {
  const child: ChildProcess = fork(script, [], {
    execPath: process.env.SOCHIBO_NODE ?? join(appDir, 'node_modules', '.bin', 'node'),
    execArgv: [],
    serialization: 'advanced',
  });
  const ports = new Map<number, MessagePortMain>();
  let lastPort = 0;
  const send = (message: ToDataProcess) => {
    if (child.connected) child.send(message);
  };
  child.on('message', (message: FromDataProcess) => {
    if (message.kind === 'data') ports.get(message.port)?.postMessage(message.data);
  });
  child.on('exit', () => {
    for (const port of ports.values()) port.close();
  });
  return {
    send,
    attach: (port) => {
      lastPort += 1;
      const number = lastPort;
      ports.set(number, port);
      send({ kind: 'port', port: number });
      port.on('message', (event) => send({ kind: 'data', port: number, data: event.data }));
      port.on('close', () => {
        ports.delete(number);
        send({ kind: 'port-closed', port: number });
      });
      port.start();
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener);
      // It could not even be started: then there is no exit.
      child.once('error', listener);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
