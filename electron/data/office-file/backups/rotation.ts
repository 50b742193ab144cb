/** How many backups are kept, after Anki: all of two days, then one a day, a week, a month. */
const allForDays = 2;
const steps = [
  { span: 'day', count: 12 },
  { span: 'week', count: 10 },
  { span: 'month', count: 9 },
] as const;

/**
 * The moments (local, `2026-11-22T10:15:00`, any order) that are no longer needed at `now`. All of the last two days stay; before that
 * the newest of each of twelve days, ten weeks and nine months that have one. The newest of all always stays.
 */
export function outdatedBackups(moments: readonly string[], now: string): string[] {
  const newestFirst = [...moments].sort().reverse();
  const recent = dayNumber(now) - allForDays;
  const kept = new Set(newestFirst.slice(0, 1));
  for (const moment of newestFirst) if (dayNumber(moment) > recent) kept.add(moment);
  for (const { span, count } of steps) {
    const spans = new Set<string>();
    for (const moment of newestFirst) {
      const name = spanOf(moment, span);
      if (spans.has(name)) continue;
      if (spans.size === count) break;
      spans.add(name);
      kept.add(moment);
    }
  }
  return newestFirst.filter((moment) => !kept.has(moment));
}

function spanOf(moment: string, span: (typeof steps)[number]['span']): string {
  if (span === 'month') return moment.slice(0, 7);
  // Day 0 was a Thursday; weeks begin on Monday.
  return span === 'week' ? String(Math.floor((dayNumber(moment) + 3) / 7)) : moment.slice(0, 10);
}

function dayNumber(moment: string): number {
  return Math.floor(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}
