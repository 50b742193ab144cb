import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { sha256Of } from '../../electron/data/packages/manifest.ts';
import { packageLimits, readPackage } from '../../electron/data/packages/package-file.ts';
import { nastyTexts } from '../support/hostile/nasty-texts.ts';
import { numberOfRuns } from '../support/hostile/runs.ts';
import { refusal, removableFolder } from '../support/office.ts';
import { type ZipEntry, zipOf } from '../support/zip.ts';

/** A package as a sender with bad intent writes it, hash of the manifest and all. */
const head = {
  ...{ format: 'sochibo-package', version: 1, schema: 1, program: '0.1.0', period: '2024-07' },
  office: { id: 'o', name: 'Đảng ủy xã', level: 'commune', superior: 'Huyện ủy', root: 'r', root_name: 'Đảng bộ' },
  ...{ contents: ['meetings'], personal: false, made_at: '2024-08-01T00:00:00.000Z' },
};
const part = '["id"]\n';
const partOf = (table: string) => ({ table, rows: 0, bytes: part.length, sha256: sha256Of(Buffer.from(part)) });

function packageOf(manifest: string, entries: readonly ZipEntry[]): Buffer {
  return zipOf([
    { name: 'manifest.json', data: manifest },
    { name: 'manifest.sha256', data: sha256Of(Buffer.from(manifest)) },
    ...entries,
  ]);
}

const { folder, remove } = removableFolder();
afterAll(remove);

async function refusedBytes(bytes: Buffer): Promise<string> {
  const path = join(folder, 'thu.gsochibo');
  writeFileSync(path, bytes);
  const { code, message } = await refusal(readPackage(path, 'thu.gsochibo'));
  expect(code).toBe('package_refused');
  expect(readdirSync(folder)).toEqual(['thu.gsochibo']);
  return message;
}

test('the package that the others are made of is a good one', async () => {
  const path = join(folder, 'thu.gsochibo');
  const good = packageOf(JSON.stringify({ ...head, parts: [partOf('meeting')] }), [
    { name: 'meeting.jsonl', data: part },
  ]);
  writeFileSync(path, good);
  expect((await readPackage(path, 'thu.gsochibo')).partText('meeting')).toBe(part);
});

test.each<[string, () => Buffer]>([
  [
    'a manifest of two megabytes',
    () => packageOf(JSON.stringify({ ...head, parts: [], x: 'x'.repeat(2_000_000) }), []),
  ],
  [
    'a manifest that claims to be small',
    () =>
      zipOf([
        { name: 'manifest.json', data: ' '.repeat(packageLimits.manifestBytes * 20), claimedSize: 10 },
        { name: 'manifest.sha256', data: 'x' },
      ]),
  ],
  ['a manifest of a hundred thousand brackets', () => packageOf('['.repeat(90_000), [])],
  [
    'a key of the prototype in the manifest',
    () => packageOf(JSON.stringify({ ...head, parts: [] }).replace('{', '{"__proto__":{"polluted":1},'), []),
  ],
  [
    'a part called as the prototype',
    () =>
      packageOf(JSON.stringify({ ...head, parts: [partOf('__proto__')] }), [{ name: '__proto__.jsonl', data: part }]),
  ],
  [
    'the same part twice',
    () =>
      packageOf(JSON.stringify({ ...head, parts: [partOf('meeting')] }), [
        { name: 'meeting.jsonl', data: part },
        { name: 'meeting.jsonl', data: '["id"]\n["x"]\n' },
      ]),
  ],
  [
    'the same part named twice',
    () =>
      packageOf(JSON.stringify({ ...head, parts: [partOf('meeting'), partOf('meeting')] }), [
        { name: 'meeting.jsonl', data: part },
      ]),
  ],
  [
    'two manifests',
    () =>
      packageOf(JSON.stringify({ ...head, parts: [] }), [
        { name: 'manifest.json', data: JSON.stringify({ ...head, parts: [] }) },
      ]),
  ],
  [
    'a part that says more than it holds',
    () =>
      packageOf(JSON.stringify({ ...head, parts: [{ ...partOf('meeting'), bytes: 1e15 }] }), [
        { name: 'meeting.jsonl', data: part },
      ]),
  ],
])('with %s it is refused, and nothing is written', async (_what, bytes) => {
  expect(await refusedBytes(bytes())).toMatch(/gói|hỏng|lớn/iu);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('an entry of any other name refuses the package and is written nowhere', async () => {
  const names = fc.oneof(
    fc.constantFrom(...nastyTexts.map((text) => text.slice(0, 200))),
    fc.constantFrom(
      '/etc/cron.d/x',
      'C:\\x.jsonl',
      '..\\x.jsonl',
      '//server/share/x',
      'CON.jsonl',
      'meeting.jsonl/',
      'MEETING.jsonl',
    ),
    fc.constantFrom(
      'meeting.jsonl ',
      './meeting.jsonl',
      'a/../meeting.jsonl',
      'meeting.jsonl\0',
      'constructor.jsonl',
      '',
    ),
    fc.string().filter((name) => !/^(?:meeting\.jsonl|manifest\.(?:json|sha256))$/u.test(name)),
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      await refusedBytes(packageOf(JSON.stringify({ ...head, parts: [partOf('meeting')] }), [{ name, data: part }]));
      expect(existsSync(join(folder, '..', 'x.jsonl'))).toBe(false);
    }),
    { numRuns: numberOfRuns(100) },
  );
});
