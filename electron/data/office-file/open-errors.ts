import { SochiboError, systemCode } from '../errors.ts';
import { holderWords } from './places/lock-note.ts';

/** The same words wherever the damage shows: on opening, or in the middle of work. */
export function damagedWords(path: string): string {
  return (
    `Sổ ${path} đã hỏng một phần nên dừng lại để tránh hiện số liệu sai. Tệp được giữ nguyên. ` +
    'Khôi phục từ bản sao lưu gần nhất, hoặc cứu những gì còn đọc được sang sổ mới.'
  );
}

/** Turns what SQLite or the system says while a file is opened, read or written into words a clerk can act on. */
export function describeStorageError(error: unknown, path: string): unknown {
  if (error instanceof SochiboError) return error;
  const code = systemCode(error);
  const say = (kind: ConstructorParameters<typeof SochiboError>[0], message: string) =>
    new SochiboError(kind, message, { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return say('office_locked', `${holderWords(path)} Đóng ở đó rồi mở lại, hoặc mở để xem. Tệp: ${path}.`);
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return say(
      'office_not_an_office',
      `Tệp ${path} không phải sổ của Sổ Chi bộ, hoặc trang đầu đã hỏng. Chọn tệp khác hoặc khôi phục từ bản sao lưu.`,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR_DATA') || code === 'SQLITE_IOERR_SHORT_READ') {
    return say('office_damaged', damagedWords(path));
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return say(
      'disk_full',
      `Ổ đĩa đã đầy nên không ghi được ${path}. Giải phóng chỗ trống rồi làm lại; dữ liệu cũ còn nguyên.`,
    );
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return say(
      'office_read_only',
      `Không có quyền ghi vào ${path}. Chọn thư mục khác hoặc bỏ thuộc tính chỉ đọc của tệp và thư mục.`,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return say(
      'write_refused',
      `Ổ đĩa từ chối đọc hoặc ghi ${path}. Kiểm tra ổ đĩa rồi làm lại; thay đổi vừa rồi chưa được ghi.`,
    );
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOENT' || code === 'ENOTDIR') {
    return say('office_not_found', `Không mở hay tạo được ${path}. Kiểm tra đường dẫn và quyền ghi vào thư mục.`);
  }
  return error;
}
