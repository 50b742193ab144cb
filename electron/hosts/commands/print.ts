import { stderr, stdout } from 'node:process';

/** One JSON document on standard output. */
export function printJson(value: unknown): void {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(text: string): void {
  stdout.write(`${text}\n`);
}

interface HowFar {
  done: number;
  of: number;
}

/** How far long work has come, on one line of a terminal; nothing where nobody watches. */
export function printProgress({ done, of }: HowFar): void {
  if (stderr.isTTY && of > 0) stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
}

/** Waits for work and prints meanwhile how far `current` says it is. Throws what the work throws. */
export async function printingProgress<T>(work: Promise<T>, current: () => HowFar | undefined): Promise<T> {
  const timer = setInterval(() => {
    const howFar = current();
    if (howFar) printProgress(howFar);
  }, 200);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (stderr.isTTY) stderr.write('\n');
  }
}

/** A plain text table with two blanks between columns; numbers and percentages to the right, null as a dash. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))));
  const widths = heads.map((head, column) => Math.max(head.length, ...texts.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], numeric: (column: number) => boolean) =>
    cells
      .map((cell, column) => (numeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const isNumeric = (column: number) =>
    rows.some((row) => typeof row[column] === 'number' || /^\d+,\d$/u.test(row[column] ?? ''));
  printLine(line(heads, isNumeric));
  for (const row of texts) printLine(line(row, isNumeric));
}
