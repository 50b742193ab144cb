import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const workbookEndings = ['.xlsx', '.xlsm', '.xls', '.csv', '.gsochibo'];
/** Bytes; a workbook larger than this is refused by the reader anyway. */
const largestUpload = 50 * 1024 * 1024;

/** Why a chosen workbook was not taken: the HTTP status and the words for the clerk. */
export class UploadRefused extends Error {
  readonly status: 400 | 413 | 415;

  constructor(status: 400 | 413 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Keeps a workbook sent by the page in a folder of its own and returns its path. Throws `UploadRefused`; nothing is kept
 * then.
 */
export async function keepUpload(request: IncomingMessage, folder: string, name: string | null): Promise<string> {
  const safeName = safeFileName(name);
  if (!workbookEndings.includes(extname(safeName).toLowerCase())) {
    throw new UploadRefused(415, 'Chỉ nhận tệp Excel (.xlsx, .xlsm, .xls), .csv hoặc gói dữ liệu (.gsochibo).');
  }
  const tooLarge = new UploadRefused(413, 'Tệp lớn quá 50 MB. Tách tệp thành nhiều phần rồi chọn lại.');
  if (Number(request.headers['content-length'] ?? 0) > largestUpload) throw tooLarge;
  const own = join(folder, randomUUID());
  await mkdir(own, { recursive: true });
  const path = join(own, safeName);
  let received = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > largestUpload) done(tooLarge);
      else done(null, chunk);
    },
  });
  try {
    await pipeline(request, limit, createWriteStream(path));
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return path;
}

/** The last part of a name, with nothing in it that a file system reads as something else. */
function safeFileName(name: string | null): string {
  const last = basename((name ?? '').normalize('NFC').replaceAll('\\', '/'));
  const safe = [...last].map((letter) => (/[\p{L}\p{N} ._()-]/u.test(letter) ? letter : '_')).join('');
  const trimmed = safe.replace(/^[. ]+|[. ]+$/g, '').slice(-120);
  if (!trimmed) throw new UploadRefused(400, 'Tệp không có tên.');
  return trimmed;
}

/** Sends a made file as a download under its own name. */
export async function sendDownload(response: ServerResponse, path: string): Promise<void> {
  const { size } = await stat(path);
  const name = encodeURIComponent(basename(path)).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': size,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  });
  await pipeline(createReadStream(path), response);
}
