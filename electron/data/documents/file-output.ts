import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file could not be written; `message` is Vietnamese and names the file. The old file is untouched. */
export class FileOutputError extends Error {
  override readonly name = 'FileOutputError';
  readonly code: 'file_in_use' | 'disk_full' | 'folder_missing' | 'not_allowed' | 'write_failed';
  readonly path: string;

  constructor(code: FileOutputError['code'], path: string, cause: unknown) {
    super(messages[code](basename(path)), { cause });
    this.code = code;
    this.path = path;
  }
}

const messages: Record<FileOutputError['code'], (file: string) => string> = {
  file_in_use: (file) =>
    `Không ghi được tệp ${file} vì đang mở trong chương trình khác. Đóng tệp rồi thử lại, hoặc lưu tên khác.`,
  disk_full: (file) =>
    `Ổ đĩa đã đầy, không ghi được tệp ${file}. Giải phóng chỗ trống hoặc chọn ổ đĩa khác rồi thử lại.`,
  folder_missing: (file) => `Không ghi được tệp ${file} vì thư mục không còn. Chọn thư mục khác rồi thử lại.`,
  not_allowed: (file) =>
    `Không ghi được tệp ${file} vì không có quyền ghi vào thư mục này. Chọn thư mục khác rồi thử lại.`,
  write_failed: (file) => `Không ghi được tệp ${file}. Kiểm tra ổ đĩa rồi thử lại.`,
};

/** Word, Excel or an antivirus may hold the file for a moment (reliability, "Exports"): milliseconds between tries. */
const waits = [200, 400, 800];

/** The calls that can fail; tests replace them. */
export type FileCalls = {
  rename: (from: string, to: string) => Promise<void>;
  flush: (path: string) => Promise<void>;
  flushFolder: (path: string) => Promise<void>;
  remove: (path: string) => Promise<void>;
  wait: (milliseconds: number) => Promise<void>;
};

const realCalls: FileCalls = {
  rename,
  flush: (path) => flush(path, 'r+'),
  flushFolder: async (path) => {
    // Windows cannot open a folder; there the rename itself is durable.
    if (process.platform !== 'win32') await flush(path, 'r');
  },
  remove: (path) => rm(path, { force: true }),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file so that there is always either the whole old one or the whole new one: `produce` writes a temporary file
 * in the same folder, which is flushed and renamed. Throws FileOutputError; errors of `produce` that do not come from
 * the file system are passed on. Nothing is left behind.
 */
export async function produceFileAtomically(
  path: string,
  produce: (temporaryPath: string) => Promise<void>,
  calls: FileCalls = realCalls,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.sochibo-${randomUUID()}.tmp`);
  try {
    await produce(temporary);
    await calls.flush(temporary);
    await renameWithRetries(temporary, path, calls);
    await calls.flushFolder(folder);
  } catch (error) {
    await calls.remove(temporary).catch(() => undefined);
    throw asOutputError(error, path);
  }
}

/** `produceFileAtomically` for content at hand. */
export function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  calls: FileCalls = realCalls,
): Promise<void> {
  return produceFileAtomically(
    path,
    async (temporary) => {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(content);
      } finally {
        await handle.close();
      }
    },
    calls,
  );
}

async function renameWithRetries(from: string, to: string, calls: FileCalls): Promise<void> {
  for (const milliseconds of waits) {
    try {
      return await calls.rename(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await calls.wait(milliseconds);
    }
  }
  await calls.rename(from, to).catch((error: unknown) => {
    throw isHeld(error) ? new FileOutputError('file_in_use', to, error) : error;
  });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function isHeld(error: unknown): boolean {
  return ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '');
}

function asOutputError(error: unknown, path: string): unknown {
  if (error instanceof FileOutputError) return error;
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new FileOutputError('disk_full', path, error);
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileOutputError('folder_missing', path, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new FileOutputError('not_allowed', path, error);
    case 'EBUSY':
      return new FileOutputError('file_in_use', path, error);
    case 'EIO':
    case 'EFBIG':
    case 'EISDIR':
      return new FileOutputError('write_failed', path, error);
    default:
      return error;
  }
}

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/** 255 bytes is the limit of a name on Linux; Windows allows 260 characters for the whole path, folder included. */
const longest = { bytes: 240, characters: 120 };

/**
 * A file name that every system takes: NFC, letters, digits, blanks and `-_.,()` only, no device name, no dot or blank
 * at the ends, cut to 120 characters before its extension. An empty name becomes `Văn bản`.
 */
export function safeFileName(name: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(name) ?? [];
  const allowed = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} _.,()-]+/gu, '-')
    .replace(/ +/gu, ' ');
  const short = withoutEnds(shortened(withoutEnds(allowed), extension));
  if (short === '') return `Văn bản${extension}`;
  // Windows looks at the part before the first dot: `con.2024.xlsx` is the device too.
  return reserved.test(short.split('.')[0] ?? '') ? `_${short}${extension}` : short + extension;
}

function withoutEnds(text: string): string {
  return text.replace(/^[ .-]+|[ .-]+$/gu, '');
}

function shortened(text: string, extension: string): string {
  const characters = [...text].slice(0, longest.characters - extension.length);
  while (Buffer.byteLength(characters.join('') + extension) > longest.bytes) characters.pop();
  return characters.join('');
}
