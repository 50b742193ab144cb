import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FolderQuestion } from '../../electron/contract/folders.ts';
import { makeFolder } from '../../electron/data/reporting/period-folder/make-folder.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { refusal, resourcesDir, temporaryFolder } from '../support/office.ts';
import { runTool } from '../support/run-tool.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

let sample: TruthOffice;
beforeAll(async () => {
  sample = await truthOffice('commune-b');
  sample.office.close();
});
afterAll(() => sample.remove());

/** A session over a copy is not needed: a folder alters nothing. */
async function opened(): Promise<{ session: Session; out: string }> {
  const out = temporaryFolder();
  const session = createSession({ resourcesDir, outputDir: out, actor: 'kiểm thử' });
  await session.openOffice(sample.office.path);
  return { session, out };
}

const july: FolderQuestion = { period: '2024-07', per: 'office' };

describe('the folder of a period', () => {
  it('holds what the contents say, and every file opens in an independent reader', async () => {
    const { session } = await opened();
    const client = createRouterClient(router, { context: { session } });
    const contents = await client.folders.contents(july);
    const made = await client.folders.make(july);
    expect(made.failed).toEqual([]);
    expect(made.files).toHaveLength(contents.reduce((sum, { files }) => sum + files, 0));
    expect(made.files.length).toBeGreaterThan(0);
    const zip = session.files.pathOf(made.zip.id) ?? '';
    const read: unknown = JSON.parse(runTool('/usr/bin/python3', ['-c', OPEN_ALL, zip]));
    expect(read).toEqual(made.files.map(({ path }) => path).sort());
    session.close();
  });

  it('per grassroots organisation: a folder for each, with nothing of another', async () => {
    const { session, out } = await opened();
    const made = await makeFolder(session, { period: '2024-07', per: 'grassroots' }, { onProgress: () => {} });
    const places = new Set(made.files.map(({ path }) => path.split('/')[0]));
    expect(places.size).toBeGreaterThan(0);
    expect([...places].every((place) => /^\d+ /u.test(place ?? ''))).toBe(true);
    expect(existsSync(out)).toBe(true);
    session.close();
  });

  it('cancelled midway it leaves nothing behind', async () => {
    const { session, out } = await opened();
    const abort = new AbortController();
    const cancelled = refusal(
      makeFolder(session, july, {
        signal: abort.signal,
        onProgress: ({ done }) => {
          if (done === 2) abort.abort();
        },
      }),
    );
    expect((await cancelled).code).toBe('cancelled');
    expect(readdirSync(out)).toEqual([]);
    session.close();
  });

  it('hears between two files that it is to stop', async () => {
    const { session } = await opened();
    const abort = new AbortController();
    const begun: number[] = [];
    const cancelled = refusal(
      makeFolder(session, july, {
        signal: abort.signal,
        onProgress: ({ done, of }) => {
          if (of === 0) return;
          begun.push(done);
          // As the window's message comes: on a later turn of the event loop.
          if (done === 2) setImmediate(() => abort.abort());
        },
      }),
    );
    expect((await cancelled).code).toBe('cancelled');
    expect(begun).toEqual([0, 1, 2]);
    session.close();
  });

  it('says so when no kind of those chosen is there', async () => {
    const { session, out } = await opened();
    const refused = await refusal(makeFolder(session, july, { codes: ['BC-99'], onProgress: () => {} }));
    expect([refused.code, refused.message]).toEqual(['not_found', expect.stringContaining('Tháng 7/2024')]);
    expect(readdirSync(join(out))).toEqual([]);
    session.close();
  });
});

/** Opens every document and workbook of a .zip; prints their paths. */
const OPEN_ALL = `
import io, json, sys, zipfile, docx, openpyxl
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
for name in zip.namelist():
    data = io.BytesIO(zip.read(name))
    docx.Document(data) if name.endswith('.docx') else openpyxl.load_workbook(data)
print(json.dumps(sorted(zip.namelist())))
`;
