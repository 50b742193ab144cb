import { formatDecimal, roundHalfUp } from '../../../vietnamese/numbers.ts';
import type { FigureRun } from '../../document.ts';
import { type Figure, figureValue } from '../../figure.ts';
import { clauses, type Phrase, say } from './phrases.ts';

/** The same figure of another period, in the words the text calls that period. */
export interface Earlier {
  /** `tháng 6/2024`, `cùng kỳ năm 2023` */
  name: string;
  run: FigureRun;
}

/**
 * `, tăng 1,2 điểm phần trăm so với tháng 6/2024 (92,5%); giảm 0,5 điểm phần trăm so với cùng kỳ năm 2023 (94,2%)`: the
 * difference stands between two figures that both open to their records. `unit`: what is counted (`buổi`); of rates always
 * percentage points. Nothing where the earlier figure is not known (handbook R42).
 */
export function compared(now: Figure, earlier: readonly Earlier[], unit: string): Phrase {
  const value = figureValue(now);
  if (value === null) return [];
  const said = earlier.flatMap(({ name, run }) => {
    const then = figureValue(run.figure);
    if (then === null) return [];
    const decimals = now.how === 'ratio' || (now.how === 'average' && now.decimals === 1) ? 1 : 0;
    const difference = roundHalfUp(value - then, decimals);
    if (difference === 0) return [say`bằng ${name}`];
    const amount = `${formatDecimal(Math.abs(difference), decimals)} ${now.how === 'ratio' ? 'điểm phần trăm' : unit}`;
    return [say`${difference > 0 ? 'tăng' : 'giảm'} ${amount} so với ${name} (${run})`];
  });
  return said.length === 0 ? [] : say`, ${clauses(said)}`;
}
