import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argv, stdout } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { listBackups } from '../../electron/data/office-file/backups/backup-store.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { benchOffice } from './data/bench-office.ts';
import { sizesAndRuns } from './open-copy.ts';

/**
 * What goes on behind the clerk: the check of the whole file and the backup after an opening, and the backup of closing. Beside it
 * a clerk reads the page of a member every 20 ms and saves one at every tenth: the longest block of the data process, and how long
 * each call took. The first line is the clerk alone.
 */
type Client = RouterClient<typeof router>;

interface Measured {
  size: string;
  part: string;
  milliseconds: number;
  longestBlock: number;
  reads: { median: number; p99: number };
  saves: { median: number; p99: number };
}

const resourcesDir = resolve(import.meta.dirname, '../../resources');

/** Works until `work` is over, and says what it was like. */
async function beside(client: Client | null, ids: readonly string[], work: () => Promise<unknown>) {
  // It sees a block only between two of its looks.
  const block = monitorEventLoopDelay({ resolution: 10 });
  const [reads, saves]: [number[], number[]] = [[], []];
  block.enable();
  await delay(30);
  const begun = performance.now();
  let over = false;
  const working = work().finally(() => {
    over = true;
  });
  for (let count = 0; client && !over; count += 1) {
    const id = ids[(count * 7919) % ids.length] ?? '';
    const asked = performance.now();
    const { form } = await client.members.dossier({ id });
    reads.push(performance.now() - asked);
    if (count % 10 === 9) {
      const phone = String(900_000_000 + Math.round(performance.now() * 1000)).slice(-9);
      const told = performance.now();
      await client.members.save({ id, opened: form, form: { ...form, phone: `0${phone}` } });
      saves.push(performance.now() - told);
    }
    await delay(20);
  }
  await working;
  const milliseconds = performance.now() - begun;
  await delay(30);
  block.disable();
  return { milliseconds, longestBlock: block.max / 1e6, reads: spread(reads), saves: spread(saves) };
}

function spread(times: readonly number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

const measured: Measured[] = [];
const { sizes, runs } = sizesAndRuns(argv.slice(2), ['district', 'province']);
for (const size of sizes) {
  for (let run = 0; run < runs; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
    const path = join(folder, 'so.sochibo');
    copyFileSync(await benchOffice(size), path);
    const open = async (): Promise<{ session: Session; client: Client }> => {
      const session = createSession({
        ...{ resourcesDir, outputDir: join(folder, 'made'), actor: 'Văn phòng' },
        ...{ backups: 'always', checkAfter: 100 },
      });
      const client = createRouterClient(router, { context: { session } });
      await client.office.open({ path });
      return { session, client };
    };
    const say = (part: string, values: Awaited<ReturnType<typeof beside>>) => measured.push({ size, part, ...values });
    const first = await open();
    const { ids } = await first.client.members.ids({ as_of: '2024-12-31' });
    const backedUp = async () => {
      while (listBackups(path).length === 0 && first.session.backups.failed === null) await delay(20);
      if (first.session.backups.failed !== null) throw new Error(first.session.backups.failed);
    };
    say('opened: check, daily backup', await beside(first.client, ids, backedUp));
    say('nothing behind', await beside(first.client, ids, () => delay(2000)));
    say('closed: backup', await beside(null, ids, () => first.session.end()));
    const second = await open();
    say('opened again: check', await beside(second.client, ids, () => second.session.office.checked));
    await second.session.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
const figure = (value: number) => value.toFixed(value < 10 ? 1 : 0).padStart(7);
stdout.write('What goes on behind the clerk, milliseconds\n');
for (const { size, part, milliseconds, longestBlock, reads, saves } of measured) {
  const clerk = `reads ${figure(reads.median)} p99 ${figure(reads.p99)}, saves ${figure(saves.median)} p99 ${figure(saves.p99)}`;
  stdout.write(
    `${size.padEnd(10)} ${part.padEnd(28)} ${figure(milliseconds)}, longest block ${figure(longestBlock)}; ${clerk}\n`,
  );
}
const kept = resolve(import.meta.dirname, '../../out/bench');
mkdirSync(kept, { recursive: true });
writeFileSync(join(kept, 'behind.json'), `${JSON.stringify(measured, null, 2)}\n`);
