import { cleanLine } from '../vietnamese/clean-text.ts';
import { type IsoDate, toIsoDate } from '../vietnamese/dates.ts';

/** Number and symbol of a document (document format, 4.1). */
export interface DocumentSymbol {
  number: number;
  /** `BC`, `QĐ`. */
  kindCode: string;
  /** `HU`, `UBKTTU`, `VPTW/nb`. */
  bodyCode: string;
}

const written =
  /^(?:số\s*:?\s*)?(?<number>\d+)\s*[-–—]\s*(?<kind>\p{L}+)\s*\/\s*(?<body>\p{L}+(?:\/\p{L}+)?)(?:\s*,?\s*ngày\s+(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}))?\s*[.,;]?$/iu;

/**
 * Reads a symbol as people write it, with `Số` or without, with its date or without: `Số 127-QĐ/TW`,
 * `84-KH/TU, ngày 15/6/2026`. Null for anything else, such as a number with a year in it (a state document).
 */
export function parseSymbol(text: string): (DocumentSymbol & { date: IsoDate | null }) | null {
  const parts = written.exec(cleanLine(text).normalize('NFC'))?.groups;
  const number = Number(parts?.number);
  if (!parts || number < 1) return null;
  const { kind = '', body = '', day, month, year } = parts;
  const date = year === undefined ? null : toIsoDate(Number(year), Number(month), Number(day));
  if (year !== undefined && date === null) return null;
  return { number, kindCode: kind, bodyCode: body, date };
}

/** `05-NQ/ĐU`: a zero before a number under 10, no year, no spaces. */
export function formatSymbol({ number, kindCode, bodyCode }: DocumentSymbol): string {
  return `${String(number).padStart(2, '0')}-${kindCode}/${bodyCode}`;
}
