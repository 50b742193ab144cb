/** How often a property is tried: `SOCHIBO_HOSTILE_RUNS=50` tries each fifty times as often, for a long run by hand. */
export function numberOfRuns(usual: number): number {
  return usual * Math.max(1, Number(process.env.SOCHIBO_HOSTILE_RUNS ?? 1));
}
