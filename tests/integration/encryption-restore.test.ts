import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { restoreInPlace } from '../../electron/data/office-file/backups/restore-in-place.ts';
import { keyIdOf } from '../../electron/data/office-file/keys/office-key.ts';
import { encrypted, first, outcome, passphrase, workedIn } from '../support/encrypted-office.ts';
import { addDecision, refusal } from '../support/office.ts';

describe('its backups', () => {
  it('of before and since are restored, and the office keeps its passphrase', async () => {
    const { path, session, client, hashes } = await workedIn();
    const [plain] = (await client.backups.list()).backups;
    const kept = readFileSync(join(backupFolderOf(path), plain?.file ?? ''));
    const before = await hashes();
    await outcome(client.access.encrypt(first));
    // One that came back from elsewhere, as it was before there was a passphrase.
    writeFileSync(join(backupFolderOf(path), plain?.file ?? ''), kept);
    await addDecision(session.office, '19-QĐ/HU');
    const latest = await hashes();
    const { undo } = await client.backups.restore({ file: plain?.file ?? '' });
    expect(await hashes()).toEqual(before);
    expect(keyIdOf(path)).not.toBeNull();
    await client.backups.restore({ file: undo ?? '' });
    expect(await hashes()).toEqual(latest);
    await client.access.lock();
    await session.unlock(passphrase);
  });
});

describe('a backup under another passphrase', () => {
  /** An office whose passphrase was taken away and given anew since one of its backups was made. */
  async function withOlder() {
    const office = await encrypted();
    const { file } = await office.client.backups.make();
    const before = await office.hashes();
    const [backup, kept] = [join(office.backups, file), join(office.folder, 'usb.bak')];
    for (const part of ['', '.khoa']) copyFileSync(backup + part, kept + part);
    await outcome(office.client.access.decrypt({ secret: passphrase }));
    await outcome(office.client.access.encrypt({ label: 'Mới', passphrase: 'mật khẩu mới đặt' }));
    await addDecision(office.session.office, '20-QĐ/HU');
    // It comes back from elsewhere, with the slots of its time.
    for (const part of ['', '.khoa']) copyFileSync(kept + part, backup + part);
    return { ...office, file, before, latest: await office.hashes() };
  }

  it('asks for that, gives the office its slots, and the undo gives the former ones back', async () => {
    const { path, session, client, file, before, latest, hashes } = await withOlder();
    const slots = readFileSync(`${path}.khoa`, 'utf8');
    await expect(client.backups.preview({ file })).rejects.toMatchObject({
      data: { code: 'backup_passphrase_needed' },
    });
    await expect(client.backups.unlock({ file, secret: 'mật khẩu mới đặt' })).rejects.toThrow('không đúng');
    await client.backups.unlock({ file, secret: passphrase });
    await client.backups.preview({ file });
    const restored = await client.backups.restore({ file });
    expect(restored.access).toBe('of_backup');
    expect(await hashes()).toEqual(before);
    await client.access.lock();
    await expect(session.unlock('mật khẩu mới đặt')).rejects.toThrow('không đúng');
    await session.unlock(passphrase);
    expect(session.unlockedSlot?.label).toBe('Văn phòng');
    // Locked since: what the office had before is asked for again.
    const undo = { file: restored.undo ?? '' };
    await client.backups.unlock({ ...undo, secret: 'mật khẩu mới đặt' });
    expect((await client.backups.restore(undo)).access).toBe('of_backup');
    expect(await hashes()).toEqual(latest);
    expect(readFileSync(`${path}.khoa`, 'utf8')).toBe(slots);
    await client.access.lock();
    await session.unlock('mật khẩu mới đặt');
  });

  it('that does not restore leaves the office with its own slots', async () => {
    const { path, client, backups, file, latest, hashes } = await withOlder();
    const slots = readFileSync(`${path}.khoa`, 'utf8');
    await client.backups.unlock({ file, secret: passphrase });
    const bytes = readFileSync(join(backups, file));
    bytes[bytes.length - 900] = (bytes[bytes.length - 900] ?? 0) ^ 1;
    writeFileSync(join(backups, file), bytes);
    await expect(client.backups.restore({ file })).rejects.toThrow('hỏng');
    expect(readFileSync(`${path}.khoa`, 'utf8')).toBe(slots);
    expect(await hashes()).toEqual(latest);
  });

  it('that cannot be put in place leaves the office with its own slots', async () => {
    const { path, session, client, file, latest, hashes } = await withOlder();
    const slots = readFileSync(`${path}.khoa`, 'utf8');
    await client.backups.unlock({ file, secret: passphrase });
    // What an earlier restore put aside cannot be moved out of the way: the slots are exchanged by then, the office is not.
    for (const part of ['', '-wal']) writeFileSync(`${path}.truoc-khoi-phuc${part}`, 'của lần trước');
    mkdirSync(`${path}.truoc-khoi-phuc-2-wal`);
    await expect(client.backups.restore({ file })).rejects.toThrow();
    expect(readFileSync(`${path}.khoa`, 'utf8')).toBe(slots);
    expect(await hashes()).toEqual(latest);
    await client.access.lock();
    await session.unlock('mật khẩu mới đặt');
  });

  it('that was cut off when the office had left its place comes there with its own slots', async () => {
    const { path, session, client, backups, file, before, hashes } = await withOlder();
    const office = session.office.keyring;
    await client.backups.unlock({ file, secret: passphrase });
    const backup = session.unlocked.backupAt(join(backups, file));
    await session.closeOffice();
    writeFileSync(`${path}-journal`, 'sót lại');
    mkdirSync(`${path}.truoc-khoi-phuc-journal`);
    expect(() => restoreInPlace(join(backups, file), path, { office, backup })).toThrow();
    expect(existsSync(path)).toBe(false);
    rmdirSync(`${path}.truoc-khoi-phuc-journal`);
    await refusal(session.openOffice(path));
    await session.unlock(passphrase);
    expect(await hashes()).toEqual(before);
  });

  it('of an office that has none now comes back with it, and the undo takes it away', async () => {
    const { path, client, backups, hashes } = await encrypted();
    const { file } = await client.backups.make();
    const parts = ['', '.khoa'].map(
      (part) => [join(backups, file + part), readFileSync(join(backups, file + part))] as const,
    );
    await outcome(client.access.decrypt({ secret: passphrase }));
    for (const [name, bytes] of parts) writeFileSync(name, bytes);
    const plain = await hashes();
    await client.backups.unlock({ file, secret: passphrase });
    const { undo, access } = await client.backups.restore({ file });
    expect([access, keyIdOf(path) === null]).toEqual(['of_backup', false]);
    expect((await client.backups.restore({ file: undo ?? '' })).access).toBe('none');
    expect(await hashes()).toEqual(plain);
    expect([keyIdOf(path), existsSync(`${path}.khoa`)]).toEqual([null, false]);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('khoi-phuc'))).toEqual([]);
  });
});
