import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { noteChecked } from '../../electron/data/office-file/backups/checked-note.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { lockNotePath } from '../../electron/data/office-file/places/lock-note.ts';
import { refuseDamaged, refuseUnreadable } from '../../electron/data/office-file/refuse-damaged.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { damage } from '../support/damage.ts';
import { addDecision, environment, newOffice, refusal, temporaryFolder } from '../support/office.ts';
import { spoilUnseen } from '../support/unopenable.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A closed office; `spoilt`: a row of it is what no row may be, on a page that its cipher acknowledges. */
async function closedOffice({ spoilt }: { spoilt: boolean }): Promise<string> {
  const office = await newOffice();
  for (let number = 1; number <= 20; number += 1) await addDecision(office, `${number}-QĐ/HU`);
  office.close();
  if (spoilt) spoilUnseen(office.path);
  return office.path;
}

function windowSession(path: string, checkAfter = 600_000) {
  const damaged: string[] = [];
  const outputDir = join(dirname(path), 'made');
  const onDamaged = (found: string) => damaged.push(found);
  const session = createSession({ ...environment, outputDir, backups: 'always', checkAfter, onDamaged });
  onTestFinished(() => session.close());
  return { session, client: createRouterClient(router, { context: { session } }), damaged };
}

describe('an office checked through behind its opening', () => {
  it('is found damaged by the first change: nothing is written, it is closed, and refused from then on', async () => {
    const path = await closedOffice({ spoilt: true });
    const before = sha(path);
    const { session, client, damaged } = windowSession(path);
    await client.office.open({ path });
    expect(await client.officials.decisions()).toHaveLength(20);
    const writes = [1, 2].map((number) => refusal(addDecision(session.office, `9${number}-QĐ/HU`)));
    expect((await Promise.all(writes)).map(({ code }) => code)).toEqual(['office_damaged', 'office_damaged']);
    expect([session.hasOffice, damaged]).toEqual([false, [path]]);
    expect((await refusal(session.openOffice(path))).code).toBe('office_damaged');
    expect(sha(path)).toBe(before);
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}-`))).toEqual([]);
    const to = join(dirname(path), 'cuu.sochibo');
    await client.opening.salvage({ path, to });
    await client.office.open({ path: to });
    expect(await client.officials.decisions()).toHaveLength(20);
  });

  it('is found damaged when nobody asks for anything', async () => {
    const path = await closedOffice({ spoilt: true });
    const { session, damaged } = windowSession(path, 0);
    await session.openOffice(path);
    await expect.poll(() => damaged).toEqual([path]);
    expect(session.hasOffice).toBe(false);
  });

  it('is not backed up when it is closed before the check, if it does not pass', async () => {
    const path = await closedOffice({ spoilt: true });
    const { session, client } = windowSession(path);
    await client.office.open({ path });
    await session.closeOffice();
    expect((await client.opening.look({ path })).backups).toEqual([]);
    expect(session.backups.failed).toMatch(/hỏng/u);
  });

  it('is backed up, then changed, once it has passed', async () => {
    const path = await closedOffice({ spoilt: false });
    const { session, client } = windowSession(path);
    await client.office.open({ path });
    expect((await client.opening.look({ path })).backups).toEqual([]);
    await addDecision(session.office, '99-QĐ/HU');
    await session.backups.idle();
    const [daily] = (await client.opening.look({ path })).backups;
    expect(daily?.reason).toBe('daily');
    const content = await client.backups.preview({ file: daily?.file ?? '' });
    expect(content.last?.detail).not.toContain('99-QĐ/HU');
    expect(session.backups.failed).toBeNull();
  });

  it.each([
    ['as they were checked last are not gone through once more', (print: string) => print, []],
    [
      'that are others are',
      (print: string) => print.replace(/^./u, (first) => (first === '0' ? '1' : '0')),
      ['damaged'],
    ],
  ])('bytes %s', async (_, note, found) => {
    const path = await closedOffice({ spoilt: true });
    mkdirSync(backupFolderOf(path));
    // What no backup notes of a file with this row in it: so it is seen whether it was looked at.
    noteChecked(path, note(sha(path)));
    const { session, damaged } = windowSession(path, 0);
    const office = await session.openOffice(path);
    await Promise.allSettled([office.checked]);
    expect(damaged.map(() => 'damaged')).toEqual(found);
  });

  it.each([
    [
      'one that was not closed properly',
      (path: string) =>
        writeFileSync(lockNotePath(path), '{"user":"lan","machine":"vp","pid":1,"since":"2026-11-22T08:00:00Z"}'),
    ],
    ['one with a log beside it', (path: string) => writeFileSync(`${path}-wal`, '')],
    [
      'one that opening writes to',
      (path: string) => {
        const connection = openConnection(path, { mustExist: true });
        connection.pragma('journal_mode=DELETE');
        connection.close();
      },
    ],
  ])('%s is checked through before', async (_, make) => {
    const path = await closedOffice({ spoilt: true });
    make(path);
    const { session } = windowSession(path);
    expect((await refusal(session.openOffice(path))).code).toBe('office_damaged');
  });
});

function isRefused(check: typeof refuseDamaged, path: string): boolean {
  try {
    const connection = openConnection(path, { mustExist: true });
    try {
      check(connection, path);
      return false;
    } finally {
      connection.close();
    }
  } catch {
    return true;
  }
}

it('every page is read before anything is shown: what the whole check finds of a damaged file, that finds, too', async () => {
  const path = await closedOffice({ spoilt: false });
  const target = join(temporaryFolder(), 'hong.sochibo');
  const found = { whole: 0, pages: 0 };
  for (let number = 0; number < 24; number += 1) {
    const what = damage(path, target, number);
    const [whole, pages] = [isRefused(refuseDamaged, target), isRefused(refuseUnreadable, target)];
    if (whole) found.whole += 1;
    if (pages) found.pages += 1;
    expect(pages || !whole, what).toBe(true);
    if (number > 3) continue;
    const opened = await openOffice(target, { ...environment, checkBehind: true }).catch(() => null);
    opened?.close();
    expect(opened === null, what).toBe(pages);
  }
  expect(found.whole).toBeGreaterThan(18);
});
