import { readFileSync, writeFileSync } from 'node:fs';

const page = 4096;

/** Repeatable random whole numbers. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Writes a damaged copy of an office file to `target` and says what was done: some bits flipped, the end cut off, two
 * pages swapped, a stretch of zeros, in turn by `number`. The first page is left alone where `keepFirst` says so.
 */
export function damage(source: string, target: string, number: number, keepFirst = true): string {
  const bytes = readFileSync(source);
  const random = seededRandom(number + 1);
  const start = keepFirst ? page : 0;
  const anywhere = () => start + random(bytes.length - start);
  const write = (content: Buffer, what: string): string => {
    writeFileSync(target, content);
    return what;
  };
  switch (number % 4) {
    case 0: {
      const places = Array.from({ length: 1 + random(4) }, anywhere);
      for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      return write(bytes, `bits at ${places.join(', ')}`);
    }
    case 1: {
      const length = page + random(bytes.length - page - 1);
      return write(bytes.subarray(0, length), `cut to ${length}`);
    }
    case 2: {
      const [one, other] = [Math.floor(anywhere() / page), Math.floor(anywhere() / page)];
      const kept = Buffer.from(bytes.subarray(one * page, (one + 1) * page));
      bytes.copy(bytes, one * page, other * page, (other + 1) * page);
      kept.copy(bytes, other * page);
      return write(bytes, one === other ? 'nothing' : `pages ${one} and ${other} swapped`);
    }
    default: {
      const at = anywhere();
      bytes.fill(0, at, at + 512 * (1 + random(40)));
      return write(bytes, `zeros at ${at}`);
    }
  }
}
