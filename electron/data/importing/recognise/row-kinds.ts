import { headingKey } from '../../vietnamese/fold.ts';

/** `Cộng`, `Tổng cộng`, `Tổng số: 314 dòng`, `CỘNG KHỐI …`. */
const totalRow = /^(?:tong cong|tong so|tong|cong)(?: |$)/u;

/** What stands under a table: who made it, who signs, who receives. */
const endMark =
  /^(?:nguoi lap(?: bieu| bang)?|lap bieu|t m |tm |noi nhan|ky ghi ro ho ten|k t |xac nhan cua|thu truong don vi)/u;

/** Whether the text opens a total row; totals also stand in the middle of tables. */
export function isTotal(text: string): boolean {
  return totalRow.test(headingKey(text));
}

/** Whether the text is one of the marks below which nothing is read any more (pitfall 1f). */
export function isEndMark(text: string): boolean {
  return endMark.test(headingKey(text));
}

/** `12`, as opposed to the `I`, `II` or blank of a group heading. */
export function isArabicOrder(text: string | null): boolean {
  return text !== null && /^\d{1,6}\.?$/u.test(text);
}
