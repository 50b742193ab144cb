import { cleanLine } from './clean-text.ts';

declare const clockBrand: unique symbol;
/** A time of day, `HH:MM`, 00:00 to 23:59. */
export type ClockTime = string & { readonly [clockBrand]: true };

function isClockTime(text: string): text is ClockTime {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text);
}

function clock(hour: string, minute: string): ClockTime | null {
  const text = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return isClockTime(text) ? text : null;
}

/** One time as written: `19h30`, `7g`, `08:00`, `19 giờ 30 phút`, `14.30`. `null` for anything else, a bare number too. */
export function parseClock(text: string): ClockTime | null {
  if (isClockTime(text)) return text;
  const compact = cleanLine(text).toLocaleLowerCase('vi').replace(/ /gu, '').replace(/^['’]/u, '');
  const match =
    /^(\d{1,2})(?:h|g|giờ)(\d{1,2})?(?:['’′]|p|ph|phút)?$/u.exec(compact) ??
    /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/u.exec(compact);
  return match ? clock(match[1] ?? '', match[2] ?? '') : null;
}

/**
 * Start and end as written in one box: `19h30 - 21h15`, `7g30-9h`, `08:00 – 09:45`, `19g00 đến 20g30`, `14:00`.
 * A bare hour counts beside one with a unit (`7-9h`). `null` when it cannot be read or is empty.
 */
export function parseTimeRange(text: string): { start: ClockTime | null; end: ClockTime | null } | null {
  const sides = cleanLine(text)
    .toLocaleLowerCase('vi')
    .replace(/^từ\s+/u, '')
    .split(/\s*(?:[-–—~→]|đến|tới)\s*/u);
  const [from = '', to = ''] = sides;
  if (sides.length > 2 || (from === '' && to === '')) return null;
  const start = parseClock(from) ?? (parseClock(to) ? bareHour(from) : null);
  const end = parseClock(to) ?? (parseClock(from) ? bareHour(to) : null);
  if ((from !== '' && start === null) || (to !== '' && end === null)) return null;
  return { start, end };
}

function bareHour(text: string): ClockTime | null {
  return /^\d{1,2}$/u.test(text) ? clock(text, '') : null;
}

/** Minutes from `start` to `end`; `null` when the end is before the start (no meeting lasts past midnight). */
export function minutesBetween(start: ClockTime, end: ClockTime): number | null {
  const minutes = minuteOfDay(end) - minuteOfDay(start);
  return minutes < 0 ? null : minutes;
}

function minuteOfDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
