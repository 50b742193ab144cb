import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { lockNotePath, readLockNote } from '../../electron/data/office-file/places/lock-note.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { outcome } from '../support/encrypted-office.ts';
import { addDecision, environment, newOffice, refusal, temporaryFolder } from '../support/office.ts';
import { spoil, unopenable } from '../support/unopenable.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function newSession(folder: string) {
  const session = createSession({ ...environment, outputDir: join(folder, 'made'), backups: 'always' });
  onTestFinished(() => session.close());
  return { session, client: createRouterClient(router, { context: { session } }) };
}

async function closedOffice(folder = temporaryFolder()): Promise<string> {
  const office = await newOffice(folder);
  await addDecision(office, '1-QĐ/HU');
  office.close();
  return office.path;
}

describe('R6: what does not open is refused in the right words and stays as it was', () => {
  it.each(unopenable)('$name', async ({ make, code, says }) => {
    const path = join(temporaryFolder(), 'la.sochibo');
    await make(path);
    const before = existsSync(path) && code !== 'office_not_found' ? sha(path) : '';
    const error = await refusal(openOffice(path, environment));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(says);
    if (before !== '') expect(sha(path)).toBe(before);
    expect(readdirSync(join(path, '..'))).toEqual(['la.sochibo']);
  });

  it('a backup opened directly opens as the office it is', async () => {
    const folder = temporaryFolder();
    const path = await closedOffice(folder);
    const { session, client } = newSession(folder);
    await session.openOffice(path);
    const { file } = await client.backups.make();
    const backup = join(folder, 'thu - sao lưu', file);
    const office = await openOffice(backup, environment);
    expect((await office.db.selectFrom('decision').select('number_symbol').execute()).length).toBe(1);
    office.close();
  });

  it.skipIf(process.platform === 'win32')('read-only', async () => {
    const folder = temporaryFolder();
    const path = await closedOffice(folder);
    const before = sha(path);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    // Root may write everywhere: it asks as nobody.
    if (process.geteuid?.() === 0) process.seteuid?.(65_534);
    onTestFinished(() => {
      if (process.getuid?.() === 0) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    });
    expect((await refusal(openOffice(path, environment))).code).toBe('office_read_only');
    expect(sha(path)).toBe(before);
  });
});

describe('a second opener', () => {
  it('is told who has the office open, looks at a copy of it, and can change nothing there', async () => {
    const folder = temporaryFolder();
    const first = await newOffice(folder);
    await addDecision(first, '1-QĐ/HU');
    const { client } = newSession(folder);
    await expect(client.office.open({ path: first.path })).rejects.toThrow(
      /đang được kiểm thử mở trên máy .+ từ \d\d:\d\d/u,
    );
    const office = await client.opening.view({ path: first.path });
    expect(office.view?.words).toContain('kiểm thử');
    expect((await client.officials.decisions()).length).toBe(1);
    await expect(client.office.undo({ transaction: 2 })).rejects.toThrow(/chỉ để xem/u);
    await expect(client.backups.make()).rejects.toThrow(/chỉ để xem/u);
    await expect(
      outcome(client.access.encrypt({ label: 'Lan', passphrase: 'mật khẩu đủ dài để dùng 2026' })),
    ).rejects.toThrow(/chỉ để xem/u);
    // The first goes on, and what it writes afterwards is not shown.
    await addDecision(first, '2-QĐ/HU');
    expect((await client.officials.decisions()).length).toBe(1);
    await client.office.close();
    expect(readdirSync(join(folder, 'made')).flatMap((name) => readdirSync(join(folder, 'made', name)))).toEqual([]);
  });

  it('the name goes when the office is closed, and one left by a crash hinders nobody', async () => {
    const path = await closedOffice();
    expect(existsSync(lockNotePath(path))).toBe(false);
    writeFileSync(
      lockNotePath(path),
      JSON.stringify({ user: 'cũ', machine: 'máy cũ', pid: 1, since: '2026-01-01T00:00:00Z' }),
    );
    const office = await openOffice(path, environment);
    expect(readLockNote(path)?.user).toBe('kiểm thử');
    office.close();
    expect(existsSync(lockNotePath(path))).toBe(false);
  });
});

describe('a file that somebody changes while it is open', () => {
  it.each([
    [
      'another put in its place',
      (path: string) => {
        renameSync(path, `${path}.moved`);
        writeFileSync(path, 'khác');
      },
    ],
    ['touched', (path: string) => utimesSync(path, new Date(), new Date(Date.now() + 60_000))],
    ['moved away', (path: string) => renameSync(path, `${path}.moved`)],
  ])('%s: noticed before the next change is written', async (_, change) => {
    const office = await newOffice();
    await addDecision(office, '1-QĐ/HU');
    await office.maintain((connection) => connection.pragma('wal_checkpoint(TRUNCATE)'));
    await addDecision(office, '2-QĐ/HU');
    change(office.path);
    expect((await refusal(addDecision(office, '3-QĐ/HU'))).code).toBe('office_changed_outside');
    expect((await office.db.selectFrom('decision').select('id').execute()).length).toBe(2);
  });
});

describe('a damaged office', () => {
  it('is put right by its newest backup, and the damaged file is kept', async () => {
    const folder = temporaryFolder();
    const path = await closedOffice(folder);
    const { session, client } = newSession(folder);
    await session.openOffice(path);
    await client.backups.make();
    await client.office.close();
    await expect(
      client.opening.restore({ path, file: (await client.opening.look({ path })).backups[0]?.file ?? '' }),
    ).rejects.toThrow(/vẫn mở được/u);
    await client.office.close();
    spoil(path);
    const damaged = sha(path);
    await expect(client.office.open({ path })).rejects.toThrow(/hỏng/u);
    const { backups } = await client.opening.look({ path });
    const [newest] = backups;
    expect((await client.opening.previewBackup({ path, file: newest?.file ?? '' })).office).toBe('Huyện ủy Khe Sơn');
    const { kept_as } = await client.opening.restore({ path, file: newest?.file ?? '' });
    expect(sha(kept_as)).toBe(damaged);
    expect((await client.officials.decisions()).length).toBe(1);
  });
});
