/** Chance that comes out the same every time. */

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Pick = <T>(list: readonly T[]) => T;

/** Takes one of a list; throws `RangeError` for an empty one. */
export function pickerOf(random: () => number): Pick {
  return (list) => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new RangeError('an empty list');
    return one;
  };
}
