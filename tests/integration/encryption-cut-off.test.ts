import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encryptFile } from '../../electron/data/office-file/keys/change-key.ts';
import { newSlot } from '../../electron/data/office-file/keys/key-slots.ts';
import { keyIdOf, newOfficeKey } from '../../electron/data/office-file/keys/office-key.ts';
import { encrypted, first, keyCost, outcome, passphrase, workedIn } from '../support/encrypted-office.ts';
import { refusal } from '../support/office.ts';

describe('stopped while it is encrypted', () => {
  it.each([1, 2])('before the office itself is changed, at step %i, nothing of it is left', async (stop) => {
    const { folder, path, client, backups, hashes } = await workedIn();
    const before = await hashes();
    const files = () => [folder, backups].map((place) => readdirSync(place).sort());
    const present = files();
    const stopping = new AbortController();
    const run = async () => {
      let steps = 0;
      for await (const { type } of await client.access.encrypt(first, { signal: stopping.signal })) {
        expect(type).toBe('progress');
        steps += 1;
        if (steps === stop) stopping.abort();
      }
    };
    await expect(run()).rejects.toThrow('còn như trước');
    expect(files()).toEqual(present);
    expect(keyIdOf(path)).toBeNull();
    expect(await hashes()).toEqual(before);
    await outcome(client.access.encrypt(first));
    expect(keyIdOf(path)).not.toBeNull();
  });
});

describe('cut off while it is encrypted', () => {
  it('with the slots written and the file plain, it opens as before and is encrypted at the next try', async () => {
    const { path, session, client } = await workedIn();
    const plain = await copyOfClosed(session, path);
    await session.openOffice(path);
    await outcome(client.access.encrypt(first));
    await session.closeOffice();
    writeFileSync(path, plain);
    // The half-written copy of the interrupted try, in the clear.
    writeFileSync(`${path}.dang-doi-khoa.1.tmp`, plain);
    await session.openOffice(path);
    expect((await client.access.state()).encrypted).toBe(false);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('dang-doi-khoa'))).toEqual([]);
    await outcome(client.access.encrypt(first));
    expect(existsSync(`${path}.khoa.cu`)).toBe(true);
    await client.access.lock();
    await session.unlock(passphrase);
  });

  it('between the moves, it is finished, and the plain file that was put aside is gone when it has been opened', async () => {
    const { path, session } = await encrypted();
    await session.closeOffice();
    renameSync(path, `${path}.dang-doi-khoa`);
    writeFileSync(`${path}.truoc-doi-khoa`, 'sổ cũ chưa có mật khẩu');
    await refusal(session.openOffice(path));
    expect(existsSync(`${path}.truoc-doi-khoa`)).toBe(true);
    await session.unlock(passphrase);
    expect(existsSync(`${path}.truoc-doi-khoa`)).toBe(false);
  });

  it('with backups still plain, they are encrypted when it is unlocked', async () => {
    const { path, session, backups } = await workedIn();
    await session.closeOffice();
    const key = newOfficeKey();
    encryptFile(path, key, await newSlot([key], first, keyCost));
    const plain = () =>
      readdirSync(backups).filter((name) => name.endsWith('.bak') && keyIdOf(join(backups, name)) === null);
    expect(plain().length).toBeGreaterThan(0);
    await refusal(session.openOffice(path));
    await session.unlock(passphrase);
    await expect.poll(plain, { timeout: 30_000 }).toEqual([]);
  });

  it('a bit of the head that names the key does not lock anybody out', async () => {
    const { path, session } = await encrypted();
    await session.closeOffice();
    const bytes = readFileSync(path);
    bytes[3] = (bytes[3] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    expect((await refusal(session.openOffice(path))).code).toBe('office_passphrase_needed');
    await session.unlock(passphrase);
    expect(session.unlockedSlot?.label).toBe('Văn phòng');
  });
});

async function copyOfClosed(session: { closeOffice(): Promise<void> }, path: string): Promise<Buffer> {
  await session.closeOffice();
  rmSync(`${path}-wal`, { force: true });
  return readFileSync(path);
}
