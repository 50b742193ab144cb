import { compared } from '../prose/comparison.ts';
import type { Phrase } from '../prose/phrases.ts';
import type { Bc09Data, EarlierReports, QuotedReports } from './data.ts';

/** A figure of the last line beside those of the periods it is compared with; nothing where they are not recorded (R42). */
export function comparedInTime(
  { now, earlier }: Pick<Bc09Data, 'now' | 'earlier'>,
  {
    report,
    column,
    unit,
    only = () => true,
  }: { report: keyof QuotedReports; column: string; unit: string; only?: (one: EarlierReports) => boolean },
): Phrase {
  const recorded = earlier
    .filter(({ keeps }) => (report === 'petitions' ? keeps.petitions : keeps.meetings))
    .filter(only);
  return compared(
    now[report].figure(column),
    recorded.map(({ name, reports }) => ({ name, run: reports[report].run(column) })),
    unit,
  );
}
