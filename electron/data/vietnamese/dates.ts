import {
  addDays,
  earliestDay,
  type IsoDate,
  type PartialDate,
  parseIsoDate,
  parsePartialIso,
  toIsoDate,
} from './calendar.ts';
import { cleanLine } from './clean-text.ts';

export * from './calendar.ts';

/** `text` is what could not be read, cleaned. `two_digit_year`: the century was chosen by rule and should be shown. */
export type DateReading =
  | { ok: true; value: PartialDate; note: 'two_digit_year' | 'partial' | null }
  | { ok: false; code: 'not_a_date' | 'impossible_date' | 'future_date'; text: string };

type DateKind = 'birth' | 'event';
/** Day, month and year as written; an empty part is unknown. Always in this order: no locale decides (pitfall 4). */
type Written = { day: string; month: string; year: string };

const separator = String.raw`(?:\s*[/.\-–—]\s*|\s+)`;
const number = String.raw`\d{1,2}`;
// A part left open on the form: 0, 00, dashes, dots, question marks.
const unknown = '(?:[-–—_.…?]{1,4})';
const year = String.raw`(?<year>\d{4}|\d{2})`;
const fullYear = String.raw`(?<year>\d{4})`;

const patterns = [
  `(?<day>${number})${separator}(?<month>${number})${separator}${year}`,
  String.raw`(?:(?<day>${number}|${unknown})\s*/\s*)?(?<month>${number}|${unknown})\s*/\s*${fullYear}`,
  `(?<month>${number})${separator}${fullYear}`,
  String.raw`(?<day>${number})\s*[/.\-–—]\s*(?<month>${number})\s*,?\s*năm\s*${year}`,
  String.raw`(?<day>${number}|${unknown})?\s*tháng\s*(?<month>${number}|${unknown})(?:\s*(?:,|năm|[/.\-–—])\s*|\s+)${year}`,
  String.raw`(?:năm\s*)?${fullYear}`,
].map((body) => new RegExp(String.raw`^(?:ngày\s*)?${body}$`, 'u'));

const iso = /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/u;
// A time of day is dropped; one with a zone is not: which local day it means is not ours to guess (pitfall 4f).
const timeOfDay = /(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

/** Years outside can be no date in these files: no living member was born before, no plan reaches beyond. */
const yearLimits = { first: 1850, last: 2100 };

function match(text: string, expressions: readonly RegExp[]): Written | null {
  for (const expression of expressions) {
    const groups = expression.exec(text)?.groups;
    if (groups) return { day: groups.day ?? '', month: groups.month ?? '', year: groups.year ?? '' };
  }
  return null;
}

/** The partial date, or null when a part is out of range or a day stands without its month. */
function combine(written: Written, fullYearText: string): PartialDate | null {
  const day = /\d/u.test(written.day) ? Number(written.day) : 0;
  const month = /\d/u.test(written.month) ? Number(written.month) : 0;
  const yearNumber = Number(fullYearText);
  if (yearNumber < yearLimits.first || yearNumber > yearLimits.last) return null;
  if (day > 0) return toIsoDate(yearNumber, month, day);
  return parsePartialIso(month > 0 ? `${fullYearText}-${String(month).padStart(2, '0')}` : fullYearText);
}

/** Completed years on `today`. */
function ageOn(birth: IsoDate, today: IsoDate): number {
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
}

function failed(code: 'not_a_date' | 'impossible_date' | 'future_date', text: string): DateReading {
  return { ok: false, code, text };
}

function read(written: Written | null, text: string, fits: (date: PartialDate) => boolean): DateReading {
  if (!written) return failed('not_a_date', text);
  const twoDigits = written.year.length === 2;
  const candidates = twoDigits ? [`20${written.year}`, `19${written.year}`] : [written.year];
  const dates = candidates.map((candidate) => combine(written, candidate)).filter((date) => date !== null);
  const value = twoDigits ? dates.find(fits) : dates[0];
  if (value === undefined) return failed('impossible_date', text);
  return { ok: true, value, note: twoDigits ? 'two_digit_year' : value.length < 10 ? 'partial' : null };
}

/**
 * A date as clerks write it in a workbook (handbook pitfall 4): day, month, year in this order, whole or partial.
 * A year of two digits gets the century that makes a birth 16 < age < 110, and an event the latest one not in the
 * future. A date after `today` is refused (`future_date`), a day that does not exist too (`impossible_date`).
 */
export function parseDateAsWritten(text: string, options: { today: IsoDate; kind: DateKind }): DateReading {
  const { today, kind } = options;
  const cleaned = cleanLine(text);
  const plain = cleaned
    .toLocaleLowerCase('vi')
    .replace(/^['’]+\s*/u, '')
    .replace(/\s*[.,;]$/u, '');
  const withoutTime = plain.replace(timeOfDay, '');
  const serial = /^\d{5}(?:\.\d+)?$/u.test(plain) ? Number(plain) : 0;
  const fromSerial = serial >= 10_000 && serial <= 60_000 ? dateFromExcelSerial(serial, false) : null;
  const fits = (date: PartialDate) => {
    const age = ageOn(earliestDay(date), today);
    return kind === 'birth' ? age > 16 && age < 110 : earliestDay(date) <= today;
  };
  const reading: DateReading = fromSerial
    ? { ok: true, value: fromSerial, note: null }
    : read(match(withoutTime, [iso, ...patterns]), cleaned, fits);
  return reading.ok && earliestDay(reading.value) > today ? failed('future_date', cleaned) : reading;
}

const typedPatterns = [
  /^(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4}|\d{2})$/u,
  /^(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})$/u,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/u,
  /^(?<year>\d{4})$/u,
  iso,
];

/**
 * What is typed into a date field (interface, "Forms"): `1/5/80`, `010580`, `01051980`, `5/1980`, `1980`, with `/`, `.`
 * or `-`. Stricter than `parseDateAsWritten`, but the future is allowed (plans have dates too): two digits mean the
 * latest such year not after next year.
 */
export function parseDateTyped(text: string, options: { today: IsoDate }): DateReading {
  const cleaned = cleanLine(text);
  const lastYear = Number(options.today.slice(0, 4)) + 1;
  const written = match(cleaned, typedPatterns);
  if (written && [written.day, written.month].some((part) => part !== '' && Number(part) === 0)) {
    return failed('impossible_date', cleaned);
  }
  return read(written, cleaned, (date) => Number(date.slice(0, 4)) <= lastYear);
}

/** Day and month of a register whose sheet gives the year: `05/03`, `5.3`, `5-3`, `ngày 5 tháng 3`. */
export function parseDayMonth(text: string): { day: number; month: number } | null {
  const plain = cleanLine(text)
    .toLocaleLowerCase('vi')
    .replace(/^['’]+/u, '');
  const found = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.\-–—]|tháng)\s*(\d{1,2})$/u.exec(plain);
  const [day, month] = [Number(found?.[1]), Number(found?.[2])];
  // 2000 is a leap year: 29/02 is a day of some year.
  return toIsoDate(2000, month, day) ? { day, month } : null;
}

/**
 * The day of an Excel serial number; the fraction (time of day) is dropped. Serial 60 of the 1900 system is Excel's
 * fictitious 29/02/1900: `null`, like anything outside the calendar (pitfall 4e).
 */
export function dateFromExcelSerial(serial: number, date1904: boolean): IsoDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day > 2_958_465 || (date1904 ? day < 0 : day < 1 || day === 60)) return null;
  const epoch = parseIsoDate(date1904 ? '1904-01-01' : day < 60 ? '1899-12-31' : '1899-12-30');
  return epoch && addDays(epoch, day);
}
