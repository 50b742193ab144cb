/** What a chord does, in words, wherever it is listened to: one meaning a chord in the whole window. */
const meanings: Readonly<Record<string, string>> = {
  f1: 'Trợ giúp về màn hình này, phím tắt',
  f2: 'Sửa dòng đang chọn',
  f5: 'Tính lại số liệu',
  'ctrl+k': 'Tìm đảng viên, chi bộ, cán bộ, báo cáo, văn bản, việc cần làm',
  'ctrl+n': 'Thêm mới tại đây',
  'ctrl+s': 'Lưu',
  'ctrl+p': 'In',
  'ctrl+e': 'Xuất danh sách đang xem ra Excel',
  'ctrl+f': 'Tới ô tìm trong danh sách',
  'ctrl+z': 'Hoàn tác việc vừa làm',
  'ctrl+j': 'Việc đang chạy và vừa xong',
  'ctrl+,': 'Thiết lập',
  'ctrl+shift+l': 'Khóa sổ',
  delete: 'Kết thúc hoặc bỏ dòng đang chọn (hoàn tác được)',
  escape: 'Đóng, quay lại',
  'alt+arrowleft': 'Quay lại màn hình trước',
  'alt+arrowright': 'Chuyển văn bản sang bước sau',
  'alt+arrowup': 'Đưa mục lên trên',
  'alt+arrowdown': 'Đưa mục xuống dưới',
};

const names: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  delete: 'Delete',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** The chord as it stands on the keys: `Ctrl+K`. */
export function chordWords(chord: string): string {
  return chord
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+');
}

/** What a chord does; undefined for one that has no line of its own on the sheet (the places, Alt+1…9). */
export function meaningOf(chord: string): string | undefined {
  return meanings[chord];
}

type KeyLines = readonly (readonly [keys: string, meaning: string])[];

/** Keys of every list, which the list itself answers to (components/data-table). */
export const listKeys: KeyLines = [
  ['↑ ↓ Home End PageUp PageDown', 'Đi trong danh sách'],
  ['Enter', 'Mở dòng, mở số'],
  ['Shift+↑ ↓, Ctrl+Dấu cách, Ctrl+A', 'Chọn nhiều dòng'],
  ['Ctrl+C', 'Sao chép ra Excel'],
  ['Gõ chữ', 'Lọc danh sách'],
];

/** Keys of a grid that is typed into (components/entry-grid). */
export const entryKeys: KeyLines = [
  ['← ↑ → ↓ Tab Enter', 'Đi từng ô'],
  ['F2, Esc', 'Sửa ô, thôi sửa'],
  ['Ctrl+C, Ctrl+V', 'Sao chép, dán với Excel'],
  ['Ctrl+D', 'Chép ô trên xuống'],
];
