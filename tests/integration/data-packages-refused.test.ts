import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { manifestBytes, type packageManifest, sha256Of, telephoneCode } from '../../electron/data/packages/manifest.ts';
import { readPackage } from '../../electron/data/packages/package-file.ts';
import { communeOffice, communes, type OfficeAtWork, superiorOffice } from '../support/sending-communes.ts';

let superior: OfficeAtWork;
let sender: OfficeAtWork;
let good: { path: string; name: string };
let closed: { path: string; name: string };
let count = 0;

beforeAll(async () => {
  superior = await superiorOffice();
  sender = await communeOffice(communes[1]);
  good = await sender.send('2024-07');
  closed = await sender.send('2024-07', ['meetings'], { passphrase: 'mật khẩu dài' });
}, 60_000);
afterAll(() => {
  superior.remove();
  sender.remove();
});

/** A file of these bytes beside the good one. */
function fileOf(bytes: Uint8Array): { path: string; name: string } {
  count += 1;
  const name = `thu-${count}.gsochibo`;
  const path = join(dirname(good.path), name);
  writeFileSync(path, bytes);
  return { path, name };
}

async function zipOf(entries: readonly (readonly [name: string, content: string | Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  const manifest = entries.find(([name]) => name === 'manifest.json')?.[1];
  if (manifest !== undefined) zip.addBuffer(Buffer.from(sha256Of(Buffer.from(manifest))), 'manifest.sha256');
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The good package with one part and the manifest rewritten, hashes and all: what a sender with bad intent would do. */
async function forged(
  change: (texts: Map<string, string>, manifest: ReturnType<typeof packageManifest.parse>) => void,
): Promise<{ path: string; name: string }> {
  const opened = await readPackage(good.path, good.name);
  const manifest = structuredClone(opened.manifest);
  const texts = new Map(manifest.parts.map(({ table }) => [table, opened.partText(table) ?? '']));
  change(texts, manifest);
  manifest.parts = [...texts].map(([table, text]) => {
    const bytes = Buffer.from(text);
    return { table, rows: text.trimEnd().split('\n').length - 1, bytes: bytes.length, sha256: sha256Of(bytes) };
  });
  const parts = [...texts].map(([table, text]) => [`${table}.jsonl`, text] as const);
  return fileOf(await zipOf([['manifest.json', manifestBytes(manifest)], ...parts]));
}

async function refusedWith(file: { path: string; name: string }, passphrase?: string): Promise<string | null> {
  const { packages } = await superior.preview([file], passphrase === undefined ? {} : { passphrase });
  return packages[0]?.refused ?? null;
}

describe('a package is refused in words', () => {
  test('of the office itself, and of an office that is not below', async () => {
    const own = await superior.send('2024-07');
    expect(await refusedWith(own)).toMatch(/do chính sổ này lập/u);
    const { packages } = await sender.preview([own]);
    expect(packages[0]?.refused).toMatch(/không phải đơn vị cấp dưới/u);
  });

  test('of a newer program, of another format, and what is no package at all', async () => {
    const newer = await forged((_, manifest) => {
      manifest.schema = 999;
    });
    expect(await refusedWith(newer)).toMatch(/phiên bản mới hơn/u);
    const format = JSON.stringify({ format: 'sochibo-package', version: 2 });
    expect(await refusedWith(fileOf(await zipOf([['manifest.json', format]])))).toMatch(/phiên bản mới hơn/u);
    expect(await refusedWith(fileOf(Buffer.from('không phải gói')))).toMatch(/không phải gói dữ liệu/u);
    expect(await refusedWith(fileOf(Buffer.alloc(0)))).toMatch(/không phải gói dữ liệu/u);
  });

  test.each(['__proto__.jsonl', 'a/b.jsonl', 'office.jsonl', 'constructor.jsonl'])(
    'with an entry %s',
    async (entry) => {
      const manifest = manifestBytes((await readPackage(good.path, good.name)).manifest);
      expect(
        await refusedWith(
          fileOf(
            await zipOf([
              ['manifest.json', manifest],
              [entry, '[]\n'],
            ]),
          ),
        ),
      ).toMatch(/không phải gói/u);
    },
  );

  test('with a path that climbs out of its folder', async () => {
    const manifest = manifestBytes((await readPackage(good.path, good.name)).manifest);
    const bytes = await zipOf([
      ['manifest.json', manifest],
      ['xx/member.jsonl', '[]\n'],
    ]);
    const climbing = Buffer.from(bytes.toString('latin1').replaceAll('xx/member.jsonl', '../member.jsonl'), 'latin1');
    expect(await refusedWith(fileOf(climbing))).toMatch(/bị hỏng|không phải gói/u);
  });

  test('that inflates beyond all measure', async () => {
    const manifest = manifestBytes((await readPackage(good.path, good.name)).manifest);
    const bomb = await zipOf([
      ['manifest.json', manifest],
      ['meeting.jsonl', Buffer.alloc(30_000_000, '[')],
    ]);
    expect(await refusedWith(fileOf(bomb))).toMatch(/quá lớn/u);
  });

  test.each<[string, (texts: Map<string, string>) => void, RegExp]>([
    ['a column of another table', (texts) => texts.set('meeting', '["id","__proto__"]\n'), /tên cột/u],
    ['a day that is none', (texts) => swap(texts, 'meeting', /"2024-07-\d\d"/u, '"hôm qua"'), /giá trị không hợp lệ/u],
    ['text where a number belongs', (texts) => swap(texts, 'meeting', /,\d+,/u, ',"nhiều",'), /giá trị không hợp lệ/u],
    ['a record that is not there', (texts) => texts.set('organisation_version', ''), /hỏng|không hợp lệ/u],
    ['no root of its own', (texts) => keepHead(texts, 'organisation'), /thiếu bản ghi/u],
    ['a word the list does not have', (texts) => swap(texts, 'meeting', /"held"/u, '"đã họp"'), /mâu thuẫn/u],
  ])('with %s', async (_, change, words) => {
    const file = await forged(change);
    const shown = await refusedWith(file);
    if (shown !== null) expect(shown).toMatch(words);
    else await expect(superior.receive([file])).rejects.toThrow(words);
    expect(await superior.db.selectFrom('meeting').select('id').execute()).toEqual([]);
    expect(await superior.db.selectFrom('import_run').select('id').execute()).toEqual([]);
  });

  test('closed and damaged is not called a wrong passphrase', async () => {
    const bytes = readFileSync(closed.path);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    expect(await refusedWith(fileOf(bytes), 'mật khẩu dài')).toMatch(/bị hỏng/u);
  });
});

test('random damage is always noticed, and never becomes another package', async () => {
  const bytes = readFileSync(good.path);
  const { hash } = await readPackage(good.path, good.name);
  const damage = fc.oneof(
    fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) }),
    fc.record({ cut: fc.nat(bytes.length - 1) }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      const copy = 'cut' in how ? bytes.subarray(0, how.cut) : Buffer.from(bytes);
      if ('at' in how) copy[how.at] = (copy[how.at] ?? 0) ^ (1 << how.bit);
      const { path, name } = fileOf(copy);
      const outcome = await readPackage(path, name).catch((error: unknown) => error);
      // A bit of a date or a flag in the zip's own headings changes nothing that is in the package.
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'package_refused' });
      else expect(outcome).toMatchObject({ hash });
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('the code for the telephone is eight groups of five digits, another for another hash', () => {
  const one = telephoneCode(sha256Of(Buffer.from('một')));
  expect(one.join(' ')).toMatch(/^(?:\d{5} ){7}\d{5}$/u);
  expect(telephoneCode(sha256Of(Buffer.from('hai')))).not.toEqual(one);
});

function swap(texts: Map<string, string>, table: string, from: RegExp, to: string): void {
  texts.set(table, (texts.get(table) ?? '').replace(from, to));
}

function keepHead(texts: Map<string, string>, table: string): void {
  texts.set(table, `${texts.get(table)?.split('\n')[0] ?? ''}\n`);
}
