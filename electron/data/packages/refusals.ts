import { SochiboError } from '../errors.ts';

/** Every way in which a package is turned away: what, where, what to do. Nothing has been written. */
export const refusals = {
  noPackage: (name: string, cause?: unknown) =>
    refused(`Tệp ${name} không phải gói dữ liệu của Sổ Chi bộ. Chọn tệp .gsochibo do đơn vị gửi.`, cause),
  unreadable: (name: string, cause?: unknown) =>
    refused(`Không đọc được tệp ${name}. Chép tệp vào máy, kiểm tra tên và quyền đọc rồi làm lại.`, cause),
  damaged: (name: string, cause?: unknown) =>
    refused(
      `Gói ${name} bị hỏng hoặc đã bị sửa (mã kiểm tra không khớp). Chép lại tệp từ nơi gửi; vẫn lỗi thì yêu cầu gửi lại.`,
      cause,
    ),
  newer: (name: string) =>
    refused(`Gói ${name} do phiên bản mới hơn của chương trình lập. Cập nhật chương trình này rồi nhận lại.`),
  tooLarge: (name: string) =>
    refused(
      `Gói ${name} bung ra quá lớn so với một gói thường gặp nên không được mở. Liên hệ nơi gửi để kiểm tra rồi gửi lại.`,
    ),
  needsPassphrase: (name: string) =>
    refused(`Gói ${name} có mật khẩu. Nhập mật khẩu mà đơn vị gửi đã báo rồi đọc lại.`),
  wrongPassphrase: (name: string) =>
    refused(`Mật khẩu không đúng với gói ${name}. Hỏi lại đơn vị gửi; chú ý chữ hoa, chữ thường và dấu.`),
  wrongValue: (name: string, table: string, line: number, column: string) =>
    refused(
      `Gói ${name} có giá trị không hợp lệ (phần ${table}, dòng ${line}, cột ${column}) nên không nhận. Báo nơi gửi lập lại gói.`,
    ),
  missingRecord: (name: string, table: string, line: number, column: string) =>
    refused(
      `Gói ${name} thiếu bản ghi mà phần ${table}, dòng ${line} nhắc tới (cột ${column}) nên không nhận. Báo nơi gửi lập lại gói.`,
    ),
  inconsistent: (name: string, cause: unknown) =>
    refused(`Gói ${name} có dữ liệu mâu thuẫn nên không nhận; sổ không thay đổi. Báo nơi gửi lập lại gói.`, cause),
  own: (name: string) =>
    refused(`Gói ${name} do chính sổ này lập. Chỉ nhận gói của đơn vị cấp dưới; gói này gửi lên cấp trên.`),
  notBelow: (name: string, sender: string, office: string) =>
    refused(`Gói ${name} của ${sender} không phải đơn vị cấp dưới của ${office} nên không nhận.`),
  unknownUnit: (name: string, sender: string) =>
    refused(`Chưa rõ ${sender} (gói ${name}) là tổ chức nào trong sổ. Chọn tổ chức rồi nhận.`),
  unitTaken: (name: string, unit: string, other: string) =>
    refused(`${unit} đã nhận gói của ${other} nên không nhận gói ${name} vào đó. Chọn tổ chức khác.`),
  older: (name: string, day: string) =>
    refused(`Sổ đã nhận gói lập sau (${day}) của đơn vị này cho cùng kỳ. Gói ${name} cũ hơn nên không nhận.`),
};

function refused(message: string, cause?: unknown): SochiboError {
  return new SochiboError('package_refused', message, { cause });
}
