/** How a set of times lies, milliseconds. */
export interface Spread {
  count: number;
  median: number;
  p95: number;
  p99: number;
  max: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  // The smallest value that so many of them do not exceed.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const milliseconds = (time: number) => `${time.toFixed(1)} ms`;
