/** What a date field understood: an ISO date (full, month or year), nothing typed, or why it cannot be a date. */
export type Understood =
  | { kind: 'empty' }
  | { kind: 'date'; value: string; words: string }
  | { kind: 'bad'; message: string };

const separator = String.raw`\s*[/.\-]\s*`;
const patterns = [
  new RegExp(`^(?<day>\\d{1,2})${separator}(?<month>\\d{1,2})${separator}(?<year>\\d{4}|\\d{2})$`, 'u'),
  new RegExp(`^(?<month>\\d{1,2})${separator}(?<year>\\d{4})$`, 'u'),
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/u,
  /^(?<year>\d{4})$/u,
  /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/u,
];

const twoDigits = (part: number) => String(part).padStart(2, '0');

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Two digits mean the latest such year that is not after next year: in 2026, `27` is 2027 and `28` is 1928. */
function fullYear(written: string, today: string): number {
  if (written.length === 4) return Number(written);
  const inThisCentury = 2000 + Number(written);
  return inThisCentury <= Number(today.slice(0, 4)) + 1 ? inThisCentury : inThisCentury - 100;
}

/**
 * Reads what is typed into a date field, day before month always: `1/5/80`, `010580`, `01051980`, `1.5.1980`, and,
 * where partial dates are taken, `5/1980` and `1980`. A day that does not exist is refused, never moved to the next
 * month. `today` (ISO) decides the century of a two-digit year.
 */
export function understandDate(text: string, options: { partial: boolean; today: string }): Understood {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const groups = patterns.map((pattern) => pattern.exec(typed)?.groups).find(Boolean);
  if (!groups?.year) return { kind: 'bad', message: 'Chưa đọc được ngày này. Nhập như 01/5/1980.' };
  const year = fullYear(groups.year, options.today);
  const month = groups.month === undefined ? null : Number(groups.month);
  const day = groups.day === undefined ? null : Number(groups.day);
  if (year < 1850 || year > 2100) return { kind: 'bad', message: `Năm ${year} nằm ngoài khoảng cho phép.` };
  if (month !== null && (month < 1 || month > 12)) return { kind: 'bad', message: `Không có tháng ${month}.` };
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) {
    return { kind: 'bad', message: `Tháng ${month}/${year} không có ngày ${day}.` };
  }
  if (!options.partial && (month === null || day === null)) {
    return { kind: 'bad', message: 'Cần đủ ngày, tháng, năm.' };
  }
  const parts = [String(year), month === null ? '' : twoDigits(month), day === null ? '' : twoDigits(day)];
  const words = [day === null ? '' : `ngày ${day}`, month === null ? '' : `tháng ${month}`, `năm ${year}`];
  return { kind: 'date', value: parts.filter(Boolean).join('-'), words: words.filter(Boolean).join(' ') };
}

/** The eve of a day, both ISO. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Today on this machine's clock, ISO. */
export function localToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
