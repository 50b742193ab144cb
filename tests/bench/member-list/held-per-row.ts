import { stdout } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Prints what stays in memory of a list that has been read and is held by who asked for it, in bytes a row. */
export async function heldPerRow(rows: number, read: () => Promise<{ ids: readonly string[] }>): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const used = () => {
    if (typeof collect === 'function') collect();
    const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
    return { heap: heapUsed + external + arrayBuffers, rss };
  };
  // The program itself grows while it answers for the first time.
  const before = used();
  const { ids } = await read();
  const after = used();
  const perRow = (bytes: number) => Math.round(bytes / rows);
  stdout.write(
    `held ${ids.length} rows: ${perRow(after.heap - before.heap)} bytes a row in the heap, ${perRow(after.rss - before.rss)} resident\n`,
  );
}
