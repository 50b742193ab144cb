import { type Period, previousPeriod, samePeriodLastYear } from '../../period.ts';
import { decapitalised } from '../prose/phrases.ts';

/** In running text: `tháng 7/2024`, `quý III/2024`, `9 tháng năm 2024`. */
export function periodText({ label }: Pick<Period, 'label'>): string {
  return decapitalised(label);
}

/** In a title: `tháng 02 năm 2024` (months 1 and 2 with a zero, document format section 8), `quý III năm 2024`. */
export function periodTitle(period: Period): string {
  const text = periodText(period).replace('/', ' năm ');
  return period.kind === 'month' ? text.replace(/^tháng ([12]) /u, 'tháng 0$1 ') : text;
}

/** What a period is compared with: the one before it and the same a year ago, once where they are one. */
export function earlierPeriods(period: Period): { name: string; period: Period }[] {
  const [before, lastYear] = [previousPeriod(period), samePeriodLastYear(period)];
  if (period.kind === 'year') return [{ name: periodText(before), period: before }];
  const same = { name: `cùng kỳ năm ${lastYear.year}`, period: lastYear };
  return before.key === lastYear.key ? [same] : [{ name: periodText(before), period: before }, same];
}

/** The month a figure's row names (`Tháng 7/2024`), as the register writes it; null when it names none. */
export function monthNoted(note: string | null): string | null {
  const [, month = '', year = ''] = /^Tháng (\d+)\/(\d+)$/u.exec(note ?? '') ?? [];
  return month === '' ? null : `${year}-${month.padStart(2, '0')}`;
}

/** Months of one year, in order: `tháng 3, 9`. */
export function monthsText(months: readonly string[]): string {
  return `tháng ${[...new Set(months)]
    .sort()
    .map((month) => Number(month.slice(5)))
    .join(', ')}`;
}
