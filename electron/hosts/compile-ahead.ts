import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../contract/index.ts';
import type { FromDataProcess, ToDataProcess } from '../contract/process-channel.ts';
import { compiledProgram } from '../data/compiled-program.ts';

/**
 * Last step of the build, run in the runtime that will run the program (electron.vite.config.ts): starts the data process in here, asks what a
 * window asks first of a new office, and keeps what V8 has compiled until then beside the program.
 */
const program = join(import.meta.dirname, 'data-process.cjs');
const home = mkdtempSync(join(tmpdir(), 'sochibo-compile-'));
const listeners: ((event: { data: ToDataProcess; ports: unknown[] }) => void)[] = [];
const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();

function tell(data: ToDataProcess, ports: unknown[] = []): void {
  for (const listener of listeners) listener({ data, ports });
}

/** What a window asks first, and what it shows first. */
async function start(): Promise<void> {
  const resourcesDir = join(import.meta.dirname, '..', '..', 'resources');
  tell({ kind: 'start', resourcesDir, outputDir: home, actor: 'build', office: null });
  await ready;
  const { port1, port2 } = new MessageChannel();
  tell({ kind: 'port', port: null }, [port1]);
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  const path = join(home, 'so.sochibo');
  await client.office.create({ path, level: 'district', name: 'Đảng ủy', superior: 'Đảng bộ', place: 'Xã' });
  await client.office.close();
  await client.office.open({ path });
  const period = { as_of: '2024-12-31', month: '2024-12' };
  await Promise.all([client.office.current({}), client.people.who(), client.home.page(period)]);
}

const { run, keep } = compiledProgram(program);
Reflect.set(process, 'parentPort', {
  on: (_event: 'message', listener: (typeof listeners)[number]) => listeners.push(listener),
  postMessage: (message: FromDataProcess) => message.kind === 'office' && isReady(),
});
run();
// Where this runtime cannot open an office (an older one that stands in for tests), what was compiled until then is kept.
void start()
  .catch((error: unknown) => stderr.write(`compiled ahead without an office: ${String(error)}\n`))
  .finally(() => {
    keep();
    rmSync(home, { recursive: true, force: true });
    process.exit(0);
  });
