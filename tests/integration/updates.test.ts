import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import type { Installed } from '../../electron/data/updates/installed.ts';
import { signUpdate } from '../../electron/data/updates/sign-update.ts';
import { signedPart, type UpdateManifest } from '../../electron/data/updates/update-format.ts';
import { newOffice, removableFolder, resourcesDir, temporaryFolder } from '../support/office.ts';

const keys = generateKeyPairSync('ed25519');
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const here: Installed = { version: '1.4.0', platform: 'linux-x64', kind: 'appimage' };
const about = {
  ...{ version: '1.5.0', platform: 'linux-x64', kind: 'appimage' as const, minimum: '1.0.0' },
  ...{ file: 'so-chi-bo-1.5.0.AppImage', made_at: '2026-11-22T08:00:00.000Z', notes: 'Sửa lỗi in biên bản.' },
};
const installer = Buffer.from(`#!/bin/sh\necho bản mới\n${'x'.repeat(500)}`);

let whole: Buffer;
beforeAll(async () => {
  const { folder, remove } = removableFolder();
  const [source, target] = [join(folder, 'in'), join(folder, 'out')];
  writeFileSync(source, installer);
  await signUpdate(source, about, keys.privateKey, target);
  whole = readFileSync(target);
  remove();
});

function program(installed: Installed = here, key = pem(keys.publicKey)) {
  const out = temporaryFolder();
  const session = createSession({ resourcesDir, outputDir: out, actor: 'thử', program: { key, installed } });
  onTestFinished(() => session.close());
  return { session, out, client: createRouterClient(router, { context: { session } }) };
}

function brought(bytes: Buffer): { path: string; name: string } {
  const path = join(temporaryFolder(), 'moi.gcapnhat');
  writeFileSync(path, bytes);
  return { path, name: 'moi.gcapnhat' };
}

/** Signed with the right key, whatever it says. */
function signedAnyway(changed: object): Buffer {
  const length = whole.readUInt32BE(18);
  const manifest = { ...JSON.parse(whole.subarray(22, 22 + length).toString()), ...changed };
  const signed = signedPart(Buffer.from(JSON.stringify(manifest)));
  return Buffer.concat([signed, sign(null, signed, keys.privateKey), installer]);
}

describe('an update by a file', () => {
  it('is looked at, the open office is backed up, and the installer comes out as it was put in', async () => {
    const { session, client } = program();
    const office = await newOffice();
    office.close();
    await session.openOffice(office.path);
    const file = brought(whole);
    expect(await client.updates.look(file)).toMatchObject({ version: '1.5.0', current: '1.4.0', notes: about.notes });
    const { update, backup } = await client.updates.prepare(file);
    expect((await client.backups.list()).backups.map((one) => one.file)).toEqual([backup]);
    expect(readFileSync(session.updates.get(update) ?? '')).toEqual(installer);
    // It is no document of the office's: it is not handed over, and not in the log of what leaves.
    expect(session.files.pathOf(update)).toBeNull();
    expect(await client.people.handedOver({ limit: 10 })).toEqual([]);
  });

  it('works without an office; then there is nothing to back up', async () => {
    expect((await program().client.updates.prepare(brought(whole))).backup).toBeNull();
  });

  it('is refused with any byte altered, wherever it stands, and nothing is written', async () => {
    const { client, out } = program();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const bytes = Buffer.from(whole);
        bytes[place] = (bytes[place] ?? 0) ^ mask;
        await expect(client.updates.prepare(brought(bytes))).rejects.toMatchObject({
          data: { code: 'package_refused' },
        });
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(out)).toEqual([]);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['with something behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['cut in its head', (bytes: Buffer) => bytes.subarray(0, 60)],
    ['empty', () => Buffer.alloc(0)],
    ['a .zip', () => Buffer.from('PK\x03\x04')],
  ])('is refused %s', async (_what, change) => {
    await expect(program().client.updates.look(brought(change(whole)))).rejects.toMatchObject({
      data: { code: 'package_refused' },
    });
  });

  it('is refused when somebody else has signed it, and by the program as it is published', async () => {
    const other = program(here, pem(generateKeyPairSync('ed25519').publicKey));
    await expect(other.client.updates.look(brought(whole))).rejects.toThrow(/chữ ký/u);
    const published = createSession({ resourcesDir, outputDir: temporaryFolder(), actor: 'thử' });
    const client = createRouterClient(router, { context: { session: published } });
    await expect(client.updates.look(brought(whole))).rejects.toThrow(/chữ ký/u);
  });

  const refusedOver: [string, Partial<Installed>, RegExp][] = [
    ['the same version', { version: '1.5.0' }, /đang là phiên bản 1\.5\.0/u],
    ['a newer version', { version: '1.10.0' }, /cũ hơn phiên bản đang dùng 1\.10\.0/u],
    ['a version that is too old', { version: '0.9.9' }, /Cập nhật lên 1\.0\.0 trước/u],
    ['another system', { platform: 'win32-x64', kind: 'nsis' }, /dành cho Linux, tệp AppImage/u],
    ['another kind of installation', { kind: 'deb' }, /đang chạy là Linux, gói \.deb/u],
  ];
  it.each(refusedOver)('is refused over %s, in words', async (_what, installed, words) => {
    const { client, out } = program({ ...here, ...installed });
    await expect(client.updates.prepare(brought(whole))).rejects.toThrow(words);
    expect(readdirSync(out)).toEqual([]);
  });

  it.each<[string, Partial<Record<keyof UpdateManifest, unknown>>]>([
    ['that leads out of its folder', { file: '../../so-chi-bo.AppImage' }],
    ['that leads out of it on Windows', { file: '..\\so-chi-bo.exe' }],
    ['of another kind of file', { file: 'so-chi-bo.sh' }],
    ['that is hidden', { file: '.AppImage' }],
  ])('is refused with a name %s, though the signature is right', async (_what, changed) => {
    const { client, out } = program();
    await expect(client.updates.prepare(brought(signedAnyway({})))).resolves.toBeDefined();
    const before = readdirSync(out).length;
    await expect(client.updates.prepare(brought(signedAnyway(changed)))).rejects.toMatchObject({
      data: { code: 'package_refused' },
    });
    expect(readdirSync(out)).toHaveLength(before);
  });

  it('that is changed between the look and the installing is refused', async () => {
    const { client } = program();
    const file = brought(whole);
    await client.updates.look(file);
    truncateSync(file.path, whole.length - 1);
    await expect(client.updates.prepare(file)).rejects.toThrow(/chữ ký/u);
  });
});
