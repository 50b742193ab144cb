import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { workedIn } from '../support/encrypted-office.ts';

let free = Number.POSITIVE_INFINITY;
vi.mock('../../electron/data/office-file/places/free-bytes.ts', () => ({ freeBytes: () => free }));

it('without room an export, an import, a backup and a passphrase are refused before anything is written, in words', async () => {
  const { folder, path, session, client, backups, hashes } = await workedIn();
  const before = await hashes();
  const kept = readdirSync(backups);
  const elsewhere = join(folder, 'usb');
  mkdirSync(elsewhere);
  free = 100_000;
  const [newest] = (await client.backups.list()).backups;
  const tries = [
    client.backups.make(),
    client.backups.copy({ file: newest?.file ?? '' }),
    session.backups.keepAt(session.office, join(elsewhere, 'so.bak')),
    session.backups.keepBefore(session.office, 'import'),
    client.backups.restore({ file: newest?.file ?? '' }),
  ];
  for (const refused of await Promise.allSettled(tries)) {
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/cần khoảng [\d,]+ MB, còn trống 0,1 MB.+còn nguyên.+Xóa bớt/u) },
    });
  }
  const stopped = (async () => {
    for await (const _ of await client.access.encrypt({ label: 'A', passphrase: 'mật khẩu đủ dài' }));
  })();
  await expect(stopped).rejects.toThrow('không đủ chỗ');
  expect(existsSync(`${path}.khoa`)).toBe(false);
  expect([readdirSync(backups), readdirSync(elsewhere)]).toEqual([kept, []]);
  const made = join(folder, 'made');
  expect(existsSync(made) ? readdirSync(made) : []).toEqual([]);
  expect(await hashes()).toEqual(before);
});
