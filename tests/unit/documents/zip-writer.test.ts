import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { ZipWriter } from '../../../electron/data/documents/zip-writer.ts';
import { temporaryFolder } from '../../support/office.ts';
import { runTool } from '../../support/run-tool.ts';

const checkZip = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as found:
    print(json.dumps([found.testzip(), [[e.filename, e.file_size, list(e.date_time[:3])] for e in found.infolist()]]))
`;

async function written(path: string, pieces: readonly Buffer[]): Promise<Buffer> {
  const file = createWriteStream(path);
  const zip = new ZipWriter(file, 3);
  await zip.add('[Đầu].xml', Buffer.from('đầu'));
  const entry = zip.entry('nhiều mảnh');
  for (const piece of pieces.slice(0, -1)) await entry.write(piece);
  await entry.end(pieces.at(-1) ?? Buffer.alloc(0));
  await zip.finish();
  await finished(file);
  return readFileSync(path);
}

it('another program finds every entry whole, in one piece or many, and the same content is the same file', async () => {
  const folder = temporaryFolder();
  const pieces = Array.from({ length: 40 }, () => randomBytes(50_000));
  const [many, again] = [join(folder, 'a.zip'), join(folder, 'b.zip')];
  const bytes = await written(many, pieces);
  expect(JSON.parse(runTool('/usr/bin/python3', ['-c', checkZip, many]))).toEqual([
    null,
    [
      ['[Đầu].xml', Buffer.byteLength('đầu'), [1980, 1, 1]],
      ['nhiều mảnh', 2_000_000, [1980, 1, 1]],
    ],
  ]);
  expect((await written(again, pieces)).equals(bytes)).toBe(true);
  const one = join(folder, 'c.zip');
  await written(one, [Buffer.from('một mảnh')]);
  const [bad, entries] = JSON.parse(runTool('/usr/bin/python3', ['-c', checkZip, one]));
  expect([bad, entries[1].slice(0, 2)]).toEqual([null, ['nhiều mảnh', Buffer.byteLength('một mảnh')]]);
});
