import { headingKey, nameKey } from '../../vietnamese/fold.ts';

/** `Cộng`, `Tổng cộng`, `Tổng số: 314 dòng`, `CỘNG KHỐI …`; with its marks, for `Tống` and `Công` are families. */
const totalRow = /^(?:tổng cộng|tổng số|tổng|cộng)(?=$|[\s:.,(])/u;
/** The same typed without marks. */
const bareTotalRow = /^(?:tong cong|tong so)(?:$|[\s:.,(])|^(?:tong|cong)\s*:?$/iu;

/** What stands under a table: who made it, who signs, who receives. */
const endMark =
  /^(?:nguoi lap(?: bieu| bang| danh sach)?|lap bieu|t m |tm |noi nhan|ky ghi ro ho ten|k t |xac nhan cua|thu truong don vi|ke toan$|thu quy$)/u;

/** `Khe Sơn, ngày 31 tháng 12 năm 2024`, above the signatures. */
const placeAndDate =
  /(?:^|,\s*)ngày\s*(?:\d{1,2}|[.…_ ]*)\s*tháng\s*(?:\d{1,2}|[.…_ ]*)\s*năm\s*(?:\d{2,4}|[.…_ ]*)\s*$/iu;

/** `Ghi chú: …`, in a row of its own. */
const remark = /^(?:ghi chu|luu y|chu thich|chu y)(?: |$)/u;

/** What a list is called, whose it is and of when. */
const title =
  /^(?:danh sach|bieu|bang|so theo doi|ke hoach|tong hop|lich|phan cong|phu luc|mau|kem theo|tinh den|co den|thang \d|quy|nam \d|ket qua|bao cao|theo doi|dang uy|dang bo|chi bo|don vi|xa|phuong|(?:[ivx]+|[a-z]) (?:danh sach|bang|bieu|dang bo|chi bo|ke hoach|ket qua))(?: |$)/u;

/** Whether the text opens a total row; totals also stand in the middle of tables. */
export function isTotal(text: string): boolean {
  return totalRow.test(nameKey(text)) || bareTotalRow.test(text);
}

/** Whether the text is one of the marks below which nothing is read any more (pitfall 1f). */
export function isEndMark(text: string): boolean {
  return endMark.test(headingKey(text));
}

/** Whether a row with only this text says nothing of its own: a place and date, a remark under the table. */
export function isAside(text: string): boolean {
  return placeAndDate.test(text) || remark.test(headingKey(text));
}

/** Whether the text reads like a line above a table. */
export function isTitle(text: string): boolean {
  return title.test(headingKey(text));
}

/** `12`, as opposed to the `I`, `II` or blank of a group heading. */
export function isArabicOrder(text: string | null): boolean {
  return text !== null && /^\d{1,6}\.?$/u.test(text);
}

/** `I`, `IV.`, `A`, `b)`: what numbers a group heading. */
export function isGroupOrder(text: string): boolean {
  return /^(?:[IVXLC]{1,5}|\p{L})[.)/]?$/iu.test(text);
}

/** `Chi bộ …`, `Đảng bộ …`: an organisation where a person's name is looked for heads a group, whatever stands beside it. */
export function namesOrganisation(text: string): boolean {
  // Most names begin with a letter that none of them does.
  if (/^[abe-z]/iu.test(text)) return false;
  return /^(?:chi bo|dang bo|dang uy|cb) /u.test(headingKey(text));
}

/** `II. Chi bộ Thôn 1` -> `Chi bộ Thôn 1`. */
export function withoutGroupOrder(text: string): string {
  return text.replace(/^(?:[IVXLC]{1,5}|\p{Lu}|\d{1,3})[.)/]\s*(?=\p{L})|^[IVXLC]{1,5}\s+[-–]\s*(?=\p{L})/u, '');
}
