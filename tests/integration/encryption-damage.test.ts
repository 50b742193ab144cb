import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyIdOf } from '../../electron/data/office-file/keys/office-key.ts';
import { damagePages, encrypted, passphrase, windowSession } from '../support/encrypted-office.ts';
import { addDecision, refusal } from '../support/office.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const looseCopies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sochibo-cuu-'));

/** Closed; what is done next is done by a session that has not seen it. */
async function closed() {
  const office = await encrypted();
  await addDecision(office.session.office, '18-QĐ/HU');
  await office.session.closeOffice();
  return { ...office, ...windowSession(office.folder) };
}

describe('a damaged office with a passphrase', () => {
  it.each([
    ['in the middle', { from: 40, every: 1000 }],
    ['in its schema and elsewhere', { from: 1, every: 9 }],
  ])('%s: refused when it is unlocked, salvaged under the same key with the same slots', async (_, where) => {
    const { path, session, client, code } = await closed();
    damagePages(path, where);
    const before = sha(path);
    await refusal(session.openOffice(path));
    expect((await refusal(session.unlock(passphrase))).code).toBe('office_damaged');
    const present = looseCopies();
    const to = join(dirname(path), 'cuu.sochibo');
    const { report, report_path } = await client.opening.salvage({ path, to });
    expect(report.tables.length).toBeGreaterThan(0);
    expect(readFileSync(report_path, 'utf8')).not.toContain('18-QĐ/HU');
    expect([sha(path), looseCopies()]).toEqual([before, present]);
    expect(keyIdOf(to)).toBe(keyIdOf(path));
    expect(readFileSync(`${to}.khoa`, 'utf8')).toBe(readFileSync(`${path}.khoa`, 'utf8'));
    // By the passphrase that was given a moment ago, and from the beginning.
    await client.office.open({ path: to });
    await session.closeOffice();
    await refusal(session.openOffice(to));
    await session.unlock(code);
    const found = await session.office.db.selectFrom('decision').select('number_symbol').execute();
    expect(found.map((row) => row.number_symbol)).toEqual(
      expect.arrayContaining(where.every > 100 ? ['18-QĐ/HU'] : []),
    );
  });

  it('a backup takes its place under its own passphrase; the damaged file is kept', async () => {
    const { path, session, client, backups } = await closed();
    damagePages(path, { from: 40, every: 1000 });
    const before = sha(path);
    await refusal(session.openOffice(path));
    await refusal(session.unlock(passphrase));
    const { backups: kept } = await client.opening.look({ path });
    expect(kept.length).toBe(readdirSync(backups).filter((name) => name.endsWith('.bak')).length);
    const file = kept[0]?.file ?? '';
    expect((await client.opening.previewBackup({ path, file })).last?.detail).toContain('18-QĐ/HU');
    const { kept_as } = await client.opening.restore({ path, file });
    expect(sha(kept_as)).toBe(before);
    await client.access.lock();
    await session.unlock(passphrase);
  });

  it('with its first page gone, it is restored all the same', async () => {
    const { path, session, client } = await closed();
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([Buffer.alloc(4096, 7), bytes.subarray(4096)]));
    await refusal(session.openOffice(path));
    expect((await refusal(session.unlock(passphrase))).message).toContain('trang đầu');
    const [newest] = (await client.opening.look({ path })).backups;
    await client.opening.restore({ path, file: newest?.file ?? '' });
    expect(keyIdOf(path)).not.toBeNull();
    await client.access.lock();
    await session.unlock(passphrase);
  });

  it('with another key named at its head, its own passphrase opens it', async () => {
    const { path, session } = await closed();
    const bytes = readFileSync(path);
    bytes[12] = (bytes[12] ?? 0) ^ 4;
    writeFileSync(path, bytes);
    await refusal(session.openOffice(path));
    await session.unlock(passphrase);
    expect(session.unlockedSlot?.label).toBe('Văn phòng');
  });
});

describe('an office with a passphrase that is open elsewhere', () => {
  it('is looked at under its passphrase, and the copy is encrypted, too', async () => {
    const office = await encrypted();
    const { session, client } = windowSession(join(office.folder, 'b'));
    await refusal(session.openOffice(office.path));
    expect((await refusal(session.unlock(passphrase))).code).toBe('office_locked');
    const { view } = await client.opening.view({ path: office.path });
    expect(view?.words).toContain('đang được');
    expect(session.isGuarded).toBe(true);
    expect(keyIdOf(session.office.path)).toBe(keyIdOf(office.path));
    const copies = readdirSync(join(office.folder, 'b', 'made'), { recursive: true, encoding: 'utf8' });
    expect(copies.some((name) => name.endsWith('.sochibo'))).toBe(true);
    for (const name of copies.filter((file) => file.endsWith('.sochibo'))) {
      expect(keyIdOf(join(office.folder, 'b', 'made', name))).not.toBeNull();
    }
    await expect(addDecision(session.office, '19-QĐ/HU')).rejects.toThrow('chỉ để xem');
  });

  it('is copied from a share after its passphrase, with its slots', async () => {
    const { path, session, client, folder } = await closed();
    const to = join(folder, 've-may.sochibo');
    await expect(client.opening.copyHere({ path, to })).rejects.toThrow('có mật khẩu');
    expect(await client.access.unlock({ secret: passphrase })).toBeNull();
    await client.opening.copyHere({ path, to });
    await client.access.lock();
    await session.unlock(passphrase);
    expect(session.office.path).toBe(to);
  });
});

describe('slots beside an office', () => {
  it.each([
    ['gone', (slots: string) => rmSync(slots)],
    ['cut short', (slots: string) => writeFileSync(slots, readFileSync(slots, 'utf8').slice(0, 100))],
    [
      'changed',
      (slots: string) => writeFileSync(slots, readFileSync(slots, 'utf8').replace(/"nonce":"../u, '"nonce":"AB')),
    ],
  ])('%s are taken from a backup', async (_, spoil) => {
    const { path, session, client } = await closed();
    const slots = readFileSync(`${path}.khoa`, 'utf8');
    spoil(`${path}.khoa`);
    await refusal(session.openOffice(path));
    expect((await client.access.waiting())?.slots_from).not.toBeNull();
    expect((await refusal(session.unlock(passphrase))).message).toMatch(/tệp khóa|không đúng/u);
    await client.access.takeSlots();
    expect(readFileSync(`${path}.khoa`, 'utf8')).toBe(slots);
    expect((await client.access.waiting())?.slots_from).toBeNull();
    await session.unlock(passphrase);
  });

  it('that are those of its backups are never replaced, and of another office not taken', async () => {
    const { path, session, client, backups } = await closed();
    await refusal(session.openOffice(path));
    await expect(client.access.takeSlots()).rejects.toThrow('Không bản sao lưu nào');
    rmSync(`${path}.khoa`);
    const other = await encrypted();
    for (const name of readdirSync(backups).filter((file) => file.endsWith('.khoa'))) {
      renameSync(join(backups, name), join(backups, `${name}.x`));
      writeFileSync(join(backups, name), readFileSync(`${other.path}.khoa`));
    }
    await expect(client.access.takeSlots()).rejects.toThrow('Không bản sao lưu nào');
    expect(existsSync(`${path}.khoa`)).toBe(false);
  });
});
