import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { keyIdOf } from '../../electron/data/office-file/keys/office-key.ts';
import { addSlot, removeSlot } from '../../electron/data/office-file/keys/slots.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { encrypted, keyCost, outcome, passphrase, workedIn } from '../support/encrypted-office.ts';
import { addDecision, environment, refusal } from '../support/office.ts';

const cli = join(import.meta.dirname, '..', '..', 'electron', 'hosts', 'cli.ts');

/** Opens with the published constant whatever opens with it. */
function opensPlain(path: string): boolean {
  try {
    openConnection(path, { mustExist: true, readonly: true }).close();
    return keyIdOf(path) === null;
  } catch {
    return false;
  }
}

describe('an office with a passphrase', () => {
  it('no page of it, its log or its backups opens with the published key, and no name stands in it', async () => {
    const { folder, path, session, client, backups } = await encrypted();
    await addDecision(session.office, '18-QĐ/HU');
    await client.backups.make();
    const files = [folder, backups].flatMap((place) =>
      readdirSync(place)
        .filter((name) => /sochibo|bak/u.test(name))
        .map((name) => join(place, name)),
    );
    expect(files.map((file) => basename(file)).filter((name) => name.endsWith('-wal'))).toEqual(['thu.sochibo-wal']);
    for (const file of files) {
      expect(readFileSync(file).includes('Khe Sơn')).toBe(false);
      if (/(sochibo|bak)$/u.test(file)) expect([file, opensPlain(file)]).toEqual([file, false]);
    }
    await session.closeOffice();
    // Nor under the published key, were the head changed to say that there is no passphrase.
    const disguised = join(folder, 'khac.sochibo');
    writeFileSync(disguised, Buffer.concat([Buffer.alloc(16), readFileSync(path).subarray(16)]));
    expect((await refusal(openOffice(disguised, environment))).code).toBe('office_not_an_office');
  });

  it('opens by its passphrase, says whose, and refuses another and none', async () => {
    const { path, session, client, hashes } = await encrypted();
    const before = await hashes();
    await session.closeOffice();
    expect((await refusal(session.openOffice(path))).code).toBe('office_passphrase_needed');
    expect((await refusal(session.unlock('sông Thạch Hãn'))).code).toBe('office_wrong_passphrase');
    expect(await client.access.waiting()).toMatchObject({ path, locked: true, code_only: false });
    await client.access.unlock({ secret: passphrase.normalize('NFD') });
    expect(session.unlockedSlot?.label).toBe('Văn phòng');
    expect(await hashes()).toEqual(before);
    expect(session.officePath).toBe(path);
  });

  it('opens by its recovery code when everything beside it is gone, and gets slots anew', async () => {
    const { folder, path, session, client, code } = await encrypted();
    await session.closeOffice();
    const alone = join(folder, 'rieng.sochibo');
    copyFileSync(path, alone);
    expect((await refusal(session.openOffice(alone))).code).toBe('office_passphrase_needed');
    expect((await refusal(session.unlock(passphrase))).message).toContain('mã khôi phục');
    await session.unlock(code.toLowerCase().replaceAll('-', ''));
    expect(session.unlockedSlot).toBeNull();
    await client.access.replaceLostSlots({ secret: code, label: 'Mới', passphrase: 'mật khẩu mới' });
    await session.closeOffice();
    await refusal(session.openOffice(alone));
    await session.unlock('mật khẩu mới');
    expect(session.unlockedSlot?.label).toBe('Mới');
  });

  it('slots that were changed do not open, and the code still does', async () => {
    const { path, session, code } = await encrypted();
    await session.closeOffice();
    const slots = JSON.parse(readFileSync(`${path}.khoa`, 'utf8'));
    slots.slots[0].label = 'Kẻ lạ';
    writeFileSync(`${path}.khoa`, JSON.stringify(slots));
    await refusal(session.openOffice(path));
    expect((await refusal(session.unlock(passphrase))).code).toBe('office_wrong_passphrase');
    // A slot of somebody's own beside the good ones: the next change of the code would reach it.
    slots.slots[0].label = 'Văn phòng';
    slots.slots.push({ ...slots.slots[0], id: 'lạ', label: 'Kẻ lạ' });
    writeFileSync(`${path}.khoa`, JSON.stringify(slots));
    expect((await refusal(session.unlock(passphrase))).message).toContain('bị sửa');
    await session.unlock(code);
    expect(session.office.keyring.openedBy).toBe('recovery_code');
  });

  it('each has a passphrase of their own; one that is taken away opens nothing', async () => {
    const { path, session, client } = await encrypted();
    const added = await addSlot(session.office, { label: 'Ban Tổ chức', passphrase: 'khác hẳn' }, keyCost);
    await client.access.lock();
    await client.access.unlock({ secret: 'khác hẳn', slot: added.id });
    expect(session.unlockedSlot).toEqual(added);
    removeSlot(session.office, added.id);
    await client.access.lock();
    expect((await refusal(session.unlock('khác hẳn'))).code).toBe('office_wrong_passphrase');
    await session.unlock(passphrase);
    const [last] = (await client.access.state()).slots;
    expect(() => removeSlot(session.office, last?.id ?? '')).toThrow('cuối cùng');
    expect(path).toBe(session.office.path);
  });

  it('a changed passphrase opens the file and its backups, the old one neither', async () => {
    const { session, client, backups } = await encrypted();
    const [slot] = (await client.access.state()).slots;
    const change = { slot: slot?.id ?? '', passphrase: 'mật khẩu mới hơn' };
    await expect(client.access.changePassphrase({ ...change, secret: 'đoán bừa thôi' })).rejects.toThrow('không đúng');
    await client.access.changePassphrase({ ...change, secret: passphrase });
    await client.access.lock();
    expect((await refusal(session.unlock(passphrase))).code).toBe('office_wrong_passphrase');
    await session.unlock('mật khẩu mới hơn');
    const slots = readdirSync(backups).filter((name) => name.endsWith('.khoa'));
    expect(slots.length).toBeGreaterThan(0);
    const present = readFileSync(`${session.office.path}.khoa`, 'utf8');
    for (const name of slots) expect(readFileSync(join(backups, name), 'utf8')).toBe(present);
  });

  it('a new recovery code keeps the passphrases, and the old code opens neither file nor backups', async () => {
    const { session, client, code, hashes, backups } = await encrypted();
    const before = await hashes();
    const renewed = await outcome(client.access.newRecoveryCode({ secret: passphrase }));
    expect(renewed.unchanged_backups).toEqual([]);
    expect(await hashes()).toEqual(before);
    const ids = new Set(
      readdirSync(backups)
        .filter((name) => name.endsWith('.bak'))
        .map((name) => keyIdOf(join(backups, name))),
    );
    expect([...ids]).toEqual([keyIdOf(session.office.path)]);
    await client.access.lock();
    expect((await refusal(session.unlock(code))).code).toBe('office_wrong_passphrase');
    await session.unlock(renewed.code);
    await client.access.lock();
    await session.unlock(passphrase);
    expect((await client.access.showRecoveryCode({ secret: passphrase })).code).toBe(renewed.code);
  });

  it('without its passphrase again it is as before, with all its backups', async () => {
    const { path, session, client, hashes, backups } = await encrypted();
    const before = await hashes();
    await expect(outcome(client.access.decrypt({ secret: 'đoán bừa thôi' }))).rejects.toThrow('không đúng');
    expect((await outcome(client.access.decrypt({ secret: passphrase }))).unchanged_backups).toEqual([]);
    const after = await hashes();
    expect({ ...after, setting: '', audit_log: '', audit_transaction: '' }).toMatchObject({
      ...before,
      ...{ setting: '', audit_log: '', audit_transaction: '' },
    });
    await session.closeOffice();
    await session.openOffice(path);
    for (const name of readdirSync(backups).filter((file) => file.endsWith('.bak'))) {
      await client.backups.preview({ file: name });
    }
    expect(readdirSync(backups).filter((name) => name.endsWith('.khoa'))).toEqual([]);
  });
});

describe('locking', () => {
  it('closes the file, keeps what is being typed, and gives it back', async () => {
    const { path, session, client } = await encrypted();
    session.packages.set('đang nhận', { files: [], passphrase: undefined });
    await client.access.lock();
    expect(existsSync(`${path}-wal`)).toBe(false);
    await expect(client.office.history({ limit: 1 })).rejects.toThrow('đang khóa');
    await expect(client.office.current({})).rejects.toThrow('đang khóa');
    await session.unlock(passphrase);
    expect(session.packages.size).toBe(1);
    await client.access.lock();
    await client.access.stopWaiting();
    expect(session.packages.size).toBe(0);
    expect(await client.office.current({})).toBeNull();
  });

  it('is not for an office without a passphrase', async () => {
    const { client } = await workedIn();
    await expect(client.access.lock()).rejects.toThrow('chưa có mật khẩu');
  });
});

it('on the command line: from standard input or the environment, 4 without or with a wrong one', async () => {
  const { path, session } = await workedIn();
  await session.closeOffice();
  const run = (command: string, input: string, secret = '') =>
    spawnSync(process.execPath, [cli, command, path], {
      input,
      encoding: 'utf8',
      env: { ...process.env, SOCHIBO_PASSPHRASE: secret },
    });
  const made = run('encrypt', `${passphrase}\n`);
  expect([made.status, /(\w{4}-){8}\w{4}/u.test(made.stdout)]).toEqual([0, true]);
  expect(run('check', '').status).toBe(4);
  expect(run('check', 'sai hoàn toàn\n').status).toBe(4);
  expect(run('decrypt', '', passphrase).status).toBe(0);
  expect(keyIdOf(path)).toBeNull();
});
