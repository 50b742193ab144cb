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

export function tooManyCells(name: string): SochiboError {
  return refused(
    `Tệp ${name} có quá nhiều ô (trên ${workbookLimits.cells.toLocaleString('vi')}). Chia thành nhiều tệp rồi nhập từng tệp.`,
  );
}

export function withPassword(name: string): SochiboError {
  return unreadable(
    `Tệp ${name} có mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại. Chưa có gì thay đổi.`,
  );
}

export function withMacros(name: string): SochiboError {
  return refused(
    `Tệp ${name} có macro nên không được mở. Mở bằng Excel, lưu thành “Excel Workbook (.xlsx)” không có macro rồi chọn lại.`,
  );
}

/** How a workbook is written, whatever its name says (pitfall 14b). */
export type FileKind = 'xlsx' | 'xls' | 'markup' | 'csv';

/**
 * Looks at size and first bytes and says what the file can be; otherwise throws `workbook_unreadable` or
 * `workbook_refused` with a Vietnamese message that says what the file is and what to do.
 */
export async function guardFile(path: string, name: string): Promise<FileKind> {
  const head = await readHead(path, name);
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) return 'xlsx';
  if (head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0) {
    await guardCompoundFile(path, name);
    return 'xls';
  }
  if (isMarkup(head) && /\.(?:xls|html?|xml)$/iu.test(name)) return 'markup';
  if (/\.(?:csv|tsv|txt)$/iu.test(name) && !isKnownOther(head)) return 'csv';
  throw unreadable(`Tệp ${name} không phải bảng tính Excel (${kindOfFile(head)}). Chọn tệp .xlsx, .xls hoặc .csv.`);
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
  if (code === 'ENAMETOOLONG') {
    return unreadable(
      'Đường dẫn tới tệp quá dài nên không mở được. Chép tệp ra Màn hình nền hoặc đặt tên ngắn hơn rồi chọn lại.',
      error,
    );
  }
  if (code === 'EISDIR') return unreadable(`${name} là thư mục, không phải bảng tính. Chọn tệp .xlsx.`, error);
  return unreadable(`Không đọc được tệp ${name}. Chép tệp vào máy rồi làm lại.`, error);
}

/** An OLE file: passes one of Excel 5 to 2003; any other, and a workbook with a password, is refused. */
async function guardCompoundFile(path: string, name: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw withPassword(name);
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) throw withMacros(name);
  if (['Workbook', 'Book'].some((stream) => bytes.includes(Buffer.from(stream, 'utf16le')))) return;
  throw unreadable(`Tệp ${name} là tài liệu Office đời cũ, không phải bảng tính. Chọn tệp .xlsx hoặc .xls.`);
}

function isMarkup(head: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s*</u.test(head.toString('latin1'));
}

function isKnownOther(head: Buffer): boolean {
  return isMarkup(head) || kindOfFile(head) !== unknownKind;
}

const unknownKind = 'nội dung không đúng định dạng .xlsx';

function kindOfFile(head: Buffer): string {
  const text = head.toString('latin1');
  if (text.startsWith('\x89PNG') || text.startsWith('\xff\xd8\xff') || text.startsWith('GIF8')) return 'đây là ảnh';
  if (text.startsWith('%PDF')) return 'đây là tệp PDF';
  if (isMarkup(head)) return 'đây là trang web hoặc XML';
  if (text.startsWith('SQLite') || text.startsWith('Rar!') || text.startsWith('7z')) return 'đây là loại tệp khác';
  return unknownKind;
}
