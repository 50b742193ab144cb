const missing = '–';
const integers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const plainNumber = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** `4.696`; "–" for what is not known: zero and missing are different things (handbook R42). */
export function formatInt(value: number | null | undefined): string {
  return value === null || value === undefined ? missing : integers.format(value);
}

/** Percent with one decimal and a comma, as the returns print it: `92,3`. */
export function formatPercent(value: number | null | undefined): string {
  return value === null || value === undefined ? missing : oneDecimal.format(value);
}

/** A score or an amount as it is, at most two decimals. */
export function formatNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? missing : plainNumber.format(value);
}

/** A figure of a report by the type of its column. */
export function formatFigure(value: number | null | undefined, type: 'text' | 'int' | 'percent1'): string {
  return type === 'percent1' ? formatPercent(value) : formatInt(value);
}

/** A full or partial ISO date as people read it: `19/05/1990`, `05/1990`, `1990`. */
export function formatDate(value: string | null | undefined): string {
  return value ? value.split('-').reverse().join('/') : missing;
}

/** `2024-07` as `7/2024`. */
export function formatMonth(value: string): string {
  const [year = '', month = ''] = value.split('-');
  return `${Number(month)}/${year}`;
}

/** A moment (ISO with zone) on this machine's clock: `14:05 03/07/2024`. */
export function formatMoment(value: string): string {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return value;
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`;
  return `${two(moment.getHours())}:${two(moment.getMinutes())} ${day}`;
}

/** "từ 01/01/2024", "đến 30/06/2024", or both; nothing when neither is known. */
export function formatSpan(from: string | null, to: string | null): string {
  const parts = [from ? `từ ${formatDate(from)}` : '', to ? `đến ${formatDate(to)}` : ''];
  return parts.filter(Boolean).join(' ');
}

/** The text, or "–" where there is none. */
export function formatText(value: string | null | undefined): string {
  return value ? value : missing;
}
