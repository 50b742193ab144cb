import type { Neighbour } from './read-changed.ts';

const nobody = -1;

/**
 * An order of members, by numbers of their rows, with each of `arrived` in front of who comes after it now. `left` stood in it
 * before and do so no more, or not there. Everybody else stands as before. The same order where nobody has moved.
 */
export function inNewPlaces(order: Int32Array, left: ReadonlySet<number>, arrived: readonly Neighbour[]): Int32Array {
  const stands = ({ number, next }: Neighbour) => {
    const at = order.indexOf(number);
    return at !== -1 && (order[at + 1] ?? null) === next;
  };
  if (left.size === arrived.length && arrived.every(stands)) return order;
  const inFront = new Map(arrived.map(({ number, next }) => [next ?? nobody, number]));
  const placed: number[] = [];
  const place = (number: number): void => {
    const first = inFront.get(number);
    if (first !== undefined) place(first);
    if (number !== nobody) placed.push(number);
  };
  for (const number of order) if (!left.has(number)) place(number);
  place(nobody);
  return Int32Array.from(placed);
}
