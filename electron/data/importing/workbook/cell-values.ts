import { dateFromExcelSerial } from '../../vietnamese/dates.ts';
import type { LegacyFont } from './legacy-fonts.ts';
import type { NumberFormat } from './number-formats.ts';
import type { CellValue } from './sheet-grid.ts';

/** As many characters as Excel lets a box hold. */
export const longestText = 32_767;

/** A box with text; null when there is nothing in it to see. Throws a RangeError for more than any workbook can hold. */
export function textValue(text: string, font: LegacyFont | null = null): CellValue | null {
  if (text.length > longestText) throw new RangeError(`a box of ${text.length} characters`);
  if (text.trim() === '') return null;
  return font === null ? { type: 'text', text } : { type: 'text', text, font };
}

/** What a number stands for by its format: a local calendar day, a time of day, or itself (pitfalls 4e, 4f). */
export function numberValue(value: number, format: NumberFormat, date1904: boolean): CellValue {
  if (format.kind === 'number') return { type: 'number', value, format: format.format };
  const time = clockOf(value);
  if (format.kind === 'time' && value < 1) return { type: 'time', time: time ?? '00:00' };
  const date = dateFromExcelSerial(value, date1904);
  return date ? { type: 'date', date, time } : { type: 'number', value, format: null };
}

/** The time of day in the fraction of a serial number, to the minute; null at midnight. */
function clockOf(serial: number): string | null {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  if (minutes === 0) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
