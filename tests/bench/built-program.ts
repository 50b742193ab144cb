import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../electron/contract/index.ts';
import type { FromDataProcess, ToDataProcess } from '../../electron/contract/process-channel.ts';
import { ensureRendererBuilt, programDir } from '../../electron/hosts/renderer-build.ts';

/**
 * The data process as a clerk runs it: the built `out/main/data.cjs` in a process of its own, started and asked as the shell does
 * where it cannot transfer ports (`electron/main/data-process-launcher.ts`). Sources whose types are stripped as they are loaded hold
 * more memory than a clerk's program ever does. What it takes is read from outside, from Linux's /proc.
 */
export interface BuiltProgram {
  client: ContractRouterClient<Contract>;
  /** Megabytes resident now. */
  held(): number;
  /** Forgets the highest so far. */
  forgetPeak(): void;
  /** Most megabytes resident since the start, or since `forgetPeak`. */
  peak(): number;
  /** Milliseconds of the processors, all threads, since the start. */
  processor(): number;
  /** Waits until it rests: what opening an office leaves to be done behind it (check, daily backup) is over. */
  rest(): Promise<void>;
  /** Where a made file lies. */
  pathOf(file: string): Promise<string | null>;
  end(): Promise<void>;
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/** Starts it, built anew where the sources are newer. `outputDir`: where made files go. */
export async function startBuiltProgram(outputDir: string): Promise<BuiltProgram> {
  ensureRendererBuilt();
  const child = fork(join(programDir, 'out', 'main', 'data.cjs'), [], { execArgv: [], serialization: 'advanced' });
  // What was asked of one that is gone would wait for ever.
  child.once('exit', (code) => {
    if (code !== 0) throw new Error(`the built program ended with ${code}`);
  });
  const send = (message: ToDataProcess) => child.send(message);
  let receive: (event?: { data: unknown }) => void = () => undefined;
  const paths = new Map<number, (path: string | null) => void>();
  child.on('message', (message: FromDataProcess) => {
    if (message.kind === 'data') receive({ data: message.data });
    if (message.kind === 'path') paths.get(message.request)?.(message.path);
  });
  const port = {
    on: (event: string, listener: (event?: { data: unknown }) => void) => {
      if (event === 'message') receive = listener;
    },
    postMessage: (data: unknown) => send({ kind: 'data', port: 1, data }),
  };
  send({ kind: 'start', resourcesDir: join(programDir, 'resources'), outputDir, actor: 'Văn phòng', office: null });
  send({ kind: 'port', port: 1 });
  const folder = `/proc/${child.pid}`;
  const memory = (name: string) => {
    const [, kilobytes = ''] =
      new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(readFileSync(`${folder}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  };
  const processor = () => {
    // Behind the name of the program, which may hold blanks: utime and stime are the 14th and 15th field of all.
    const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tick;
  };
  return {
    client: createORPCClient(new RPCLink({ port })),
    held: () => memory('VmRSS'),
    forgetPeak: () => writeFileSync(`${folder}/clear_refs`, '5'),
    peak: () => memory('VmHWM'),
    processor,
    rest: async () => {
      // The check of a whole office begins three seconds after its opening (`data/process.ts`).
      await delay(4000);
      for (let before = -1; processor() - before > 20; await delay(1000)) before = processor();
    },
    pathOf: (file) => {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      paths.set(paths.size, resolve);
      send({ kind: 'path-of', request: paths.size - 1, file, update: false });
      return promise;
    },
    end: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      child.once('exit', () => resolve());
      send({ kind: 'close', backup: true });
      await promise;
    },
  };
}
