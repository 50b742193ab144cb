/**
 * Work over very many rows, cut into turns: at each `yield` others may have theirs, and it may be given up. What is found
 * does not depend on where it pauses.
 */
export type Turns<T> = Generator<undefined, T, undefined>;

/** Does the work in one go, for what is small. */
export function atOnce<T>(work: Turns<T>): T {
  let turn = work.next();
  while (!turn.done) turn = work.next();
  return turn.value;
}
