import { type IsoDate, toIsoDate } from '../../vietnamese/dates.ts';

/** The set day of a cell: `Ngày 05 hằng tháng`, `mùng 8`, `03`. Null when there is no day in it. */
export function parseMeetingDay(written: string): number | null {
  const day = Number(/(?<!\d)\d{1,2}(?!\d)/u.exec(written)?.[0]);
  return day >= 1 && day <= 31 ? day : null;
}

/** `từ 01/7/2024 đổi ngày SH (trước là ngày 20)`: the first day of the new set day, and the day before it. */
export function parseDayChange(note: string): { from: IsoDate; previousDay: number } | null {
  const match =
    /từ\s+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s+đổi ngày (?:SH|sinh hoạt)\s*\(trước là (?:ngày\s*)?(\d{1,2})\)/iu.exec(
      note,
    );
  if (!match) return null;
  const from = toIsoDate(Number(match[3]), Number(match[2]), Number(match[1]));
  return from === null ? null : { from, previousDay: Number(match[4]) };
}
