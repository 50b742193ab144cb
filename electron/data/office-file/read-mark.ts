import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import yauzl from 'yauzl';
import { SochiboError } from '../errors.ts';
import { type LogHead, readPrintedHead } from './log-heads.ts';

/** A file that was issued is far smaller; its properties are some hundred bytes. */
const most = { fileBytes: 50 * 1024 * 1024, propertiesBytes: 64 * 1024 };
const properties = 'docProps/core.xml';

/**
 * How far the log reached when a Word or Excel file was issued, as its properties bear it. Throws `wrong_arguments` for a file that
 * is no such file or bears none.
 */
export async function readMark(path: string): Promise<LogHead> {
  const name = basename(path);
  const head = readPrintedHead((await propertiesOf(path)) ?? '');
  if (head) return head;
  throw new SochiboError(
    'wrong_arguments',
    `Tệp ${name} không mang mã nhật ký: chỉ tệp Word, Excel do chương trình ban hành mới có. Chọn tệp gốc đã ban hành.`,
  );
}

async function propertiesOf(path: string): Promise<string | null> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new SochiboError('not_found', `Không có tệp ${path}. Kiểm tra đường dẫn.`);
  if (size > most.fileBytes) return null;
  try {
    const zip = await yauzl.fromBufferPromise(readFileSync(path), { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== properties) continue;
        if (entry.uncompressedSize > most.propertiesBytes) return null;
        const chunks: Buffer[] = [];
        for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
        return Buffer.concat(chunks).toString('utf8');
      }
      return null;
    } finally {
      zip.close();
    }
  } catch {
    return null;
  }
}
