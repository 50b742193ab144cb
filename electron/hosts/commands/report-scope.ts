import { Option } from 'commander';
import type { ReportQuestion } from '../../data/reporting/run-report.ts';

/** R26: whose rows the past stands in. */
export const basisOption = () =>
  new Option('--basis <CÁCH>', 'then: theo tổ chức tại thời điểm; now: quy về tổ chức hiện nay').choices([
    'then',
    'now',
  ]);

export function scopeOf({
  unit,
  basis,
}: {
  unit?: string | undefined;
  basis?: string | undefined;
}): Pick<ReportQuestion, 'unit' | 'basis'> {
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(basis === 'now' || basis === 'then' ? { basis } : {}),
  };
}
