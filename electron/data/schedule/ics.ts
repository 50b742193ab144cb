/** One entry of a calendar file. */
export interface CalendarEntry {
  /** Stable: the same entry keeps it from one file to the next, so that a calendar updates it and makes no second one. */
  uid: string;
  /** `2026-09-03` */
  date: string;
  /** `19:30`, local time; null makes it an all-day entry. */
  startsAt: string | null;
  summary: string;
  description: string;
  location: string;
  cancelled: boolean;
}

/** What a line may take, in octets of UTF-8 without the line break (RFC 5545, 3.1). */
const lineOctets = 75;

/**
 * A calendar file by RFC 5545 (UTF-8, CRLF, folded lines). `stamp`: when it was made (`20260903T020000Z`). Times are
 * floating: 19:30 wherever the calendar is opened, as the meeting is held in one place. A timed entry lasts 90 minutes,
 * what a meeting has to last (handbook R6).
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//So Chi bo//Lich du sinh hoat//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, stamp: string): string[] {
  const day = entry.date.replaceAll('-', '');
  const start = entry.startsAt === null ? null : `${day}T${entry.startsAt.replace(':', '')}00`;
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp}`,
    ...(start === null ? [`DTSTART;VALUE=DATE:${day}`] : [`DTSTART:${start}`, 'DURATION:PT1H30M']),
    `SUMMARY:${escapeText(entry.summary)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
    ...(entry.location === '' ? [] : [`LOCATION:${escapeText(entry.location)}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

/** TEXT of RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replace(/\r?\n/gu, String.raw`\n`);
}

/** Breaks a line where it is too long, never inside a letter; what follows begins with a space (RFC 5545, 3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const octets = Buffer.byteLength(sign);
    if (size + octets > lineOctets) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += sign;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}
