import { readRules } from '../../rules/read-rules.ts';
import { formatInteger } from '../../vietnamese/numbers.ts';
import { previousPeriod } from '../period.ts';
import type { Figures } from '../report.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf, valueIn } from './check.ts';

/** Matters that the period before was closed with are those this one opens with. */
export const openMatters: CrossCheck = {
  code: 'open-matters',
  title: 'BC-04: việc kỳ trước đã chốt chuyển sang',
  of: ['BC-04'],
  async run({ db, report, frozen, period }) {
    const before = await frozen('BC-04', previousPeriod(period).key);
    const { listed } = (await readRules(db)).on('petition_carried_over', period.dateTo).value;
    return before === null || !listed ? [] : mattersLost(before.total.figures, (await report('BC-04')).total);
  },
};

/** Those in progress or unresolved when the period before was frozen that are not carried over. */
export function mattersLost(before: Figures, now: Figures): RawFinding[] {
  if (valueIn(now, 'carried_over') === null) return [];
  const closing = [...rowsOf(before, 'matters_in_progress'), ...rowsOf(before, 'matters_unresolved')];
  const lost = notAmong(closing, rowsOf(now, 'carried_over'));
  if (lost.length === 0) return [];
  const message = `Kỳ trước chốt ${closing.length} việc chưa giải quyết xong; ${lost.length} việc trong đó không có trong số việc kỳ trước chuyển sang.`;
  return [{ weight: 'disagrees', message, rows: lost }];
}

/** Visits of the year so far are those the period before was closed with, and this period's. */
export const visitsToDate: CrossCheck = {
  code: 'visits-to-date',
  title: 'BC-02: lũy kế kỳ trước đã chốt cộng kỳ này',
  of: ['BC-02'],
  async run({ report, frozen, period }) {
    const previous = previousPeriod(period);
    if (previous.year !== period.year) return [];
    const before = await frozen('BC-02', previous.key);
    return before === null ? [] : yearApart(before.total.figures, (await report('BC-02')).total);
  },
};

export function yearApart(before: Figures, now: Figures): RawFinding[] {
  const [sent, made, whole] = [
    valueIn(before, 'visits_year_to_date'),
    valueIn(now, 'visits'),
    valueIn(now, 'visits_year_to_date'),
  ];
  if (sent === null || made === null || whole === null || sent + made === whole) return [];
  const [own, parts] = [
    rowsOf(now, 'visits_year_to_date'),
    [...rowsOf(before, 'visits_year_to_date'), ...rowsOf(now, 'visits')],
  ];
  return [
    {
      weight: 'disagrees',
      message: `Lũy kế năm ${formatInteger(whole)} lượt; lũy kế kỳ trước đã chốt ${formatInteger(sent)} cộng kỳ này ${formatInteger(made)} được ${formatInteger(sent + made)}.`,
      rows: [...notAmong(own, parts), ...notAmong(parts, own)],
    },
  ];
}
