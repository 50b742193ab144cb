import { open, readFile, stat } from 'node:fs/promises';
import { SochiboError, systemCode } from '../../errors.ts';

/** What a workbook may cost before anything of it is parsed (reliability, finding 8). */
export const workbookLimits = {
  fileBytes: 50_000_000,
  inflatedBytes: 200_000_000,
  entries: 2_000,
  ratio: 100,
  /** Below this size a high ratio does no harm. */
  ratioFromBytes: 100_000,
  cells: 3_000_000,
  merges: 100_000,
} as const;

export function unreadable(message: string, cause?: unknown): SochiboError {
  return new SochiboError('workbook_unreadable', message, { cause });
}

export function refused(message: string): SochiboError {
  return new SochiboError('workbook_refused', message);
}

/**
 * Looks at size and first bytes only. Returns when the file can be an .xlsx; otherwise throws `workbook_unreadable` or
 * `workbook_refused` with a Vietnamese message that says what the file is and what to do.
 */
export async function guardFile(path: string, name: string): Promise<void> {
  const head = await readHead(path, name);
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) return;
  if (head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0) throw await describeCompoundFile(path, name);
  throw unreadable(`Tệp ${name} không phải bảng tính Excel (${kindOfFile(head)}). Chọn tệp .xlsx.`);
}

async function readHead(path: string, name: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size === 0) throw unreadable(`Tệp ${name} trống (0 byte). Lấy lại tệp từ nơi gửi rồi chọn lại.`);
    if (size > workbookLimits.fileBytes) {
      throw refused(
        `Tệp ${name} quá lớn (${Math.round(size / 1_000_000)} MB, tối đa 50 MB). Xóa ảnh và trang không cần, lưu lại rồi chọn lại.`,
      );
    }
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof SochiboError) throw error;
    throw fileError(error, name);
  }
}

function fileError(error: unknown, name: string): SochiboError {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return unreadable(`Không có tệp ${name}. Kiểm tra tên và thư mục rồi chọn lại.`, error);
  }
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
    return unreadable(
      `Không mở được tệp ${name}: tệp đang mở trong Excel hoặc không có quyền đọc. Đóng tệp rồi làm lại.`,
      error,
    );
  }
  if (code === 'EISDIR') return unreadable(`${name} là thư mục, không phải bảng tính. Chọn tệp .xlsx.`, error);
  return unreadable(`Không đọc được tệp ${name}. Chép tệp vào máy rồi làm lại.`, error);
}

/** An OLE file: a workbook with a password, or one of Excel 97-2003. */
async function describeCompoundFile(path: string, name: string): Promise<SochiboError> {
  const bytes = await readFile(path);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return unreadable(
      `Tệp ${name} có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại. Chưa có gì thay đổi.`,
    );
  }
  if (['Workbook', 'Book'].some((stream) => bytes.includes(Buffer.from(stream, 'utf16le')))) {
    return unreadable(
      `Tệp ${name} là bảng tính Excel đời cũ (.xls), chương trình chưa đọc được loại này. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.`,
    );
  }
  return unreadable(`Tệp ${name} là tài liệu Office đời cũ, không phải bảng tính. Chọn tệp .xlsx.`);
}

function kindOfFile(head: Buffer): string {
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG') || text.startsWith('\xff\xd8\xff') || text.startsWith('GIF8')) return 'đây là ảnh';
  if (text.startsWith('%PDF')) return 'đây là tệp PDF';
  if (/^(?:\xef\xbb\xbf)?\s*</u.test(text)) return 'đây là trang web hoặc XML';
  if (text.startsWith('SQLite') || text.startsWith('Rar!') || text.startsWith('7z')) return 'đây là loại tệp khác';
  return 'nội dung không đúng định dạng .xlsx';
}
