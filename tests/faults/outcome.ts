/** What became of one try. */
export interface Outcome {
  /** The fault was noticed and said in words (exit code and message, or a refusal). */
  detected: boolean;
  /** Afterwards everything is as it was before or as it should be, and opens. */
  whole: boolean;
  lost?: boolean;
  partial?: boolean;
  bricked?: boolean;
  /** What is wrong, in a line; null: the try is passed. */
  wrong: string | null;
}

/** One line of the table: many tries of one thing. */
export interface Row {
  bar: string;
  what: string;
  tries: number;
  detected: number;
  whole: number;
  lost: number;
  partial: number;
  bricked: number;
  /** The first tries that are not passed. */
  wrong: string[];
  holds: boolean;
  /** What else was measured, in a few words. */
  note: string;
}

const wrongShown = 5;

/** Adds the tries of one thing up. Without a single try the bar does not hold: nothing was shown. */
export function rowOf(bar: string, what: string, outcomes: readonly Outcome[], note = ''): Row {
  const count = (is: (outcome: Outcome) => boolean | undefined) => outcomes.filter(is).length;
  const wrong = outcomes.flatMap((outcome) => outcome.wrong ?? []);
  return {
    bar,
    what,
    tries: outcomes.length,
    detected: count(({ detected }) => detected),
    whole: count(({ whole }) => whole),
    lost: count(({ lost }) => lost),
    partial: count(({ partial }) => partial),
    bricked: count(({ bricked }) => bricked),
    wrong: wrong.slice(0, wrongShown),
    holds: outcomes.length > 0 && wrong.length === 0,
    note,
  };
}

const headings = ['bar', 'what', 'tries', 'detected', 'whole', 'lost', 'partial', 'bricked', 'outcome'];

/** The rows as a table for people, and below it what is wrong. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.bar,
    row.what,
    ...[row.tries, row.detected, row.whole, row.lost, row.partial, row.bricked].map(String),
    `${row.holds ? 'holds' : 'DOES NOT HOLD'}${row.note === '' ? '' : ` (${row.note})`}`,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const line = (parts: readonly string[]) =>
    `| ${parts.map((part, at) => (at < 2 || at > 7 ? part.padEnd(widths[at] ?? 0) : part.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const wrong = rows.flatMap((row) => row.wrong.map((one) => `${row.bar} ${row.what}: ${one}`));
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line), ...wrong].join('\n');
}

/** Runs `work` over all of `items`, `atOnce` at a time; the outcomes in the order of the items. */
export async function each<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const outcomes = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) outcomes[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}
