import { textWidth } from './text-width.ts';

export type LineRoom = {
  /** Twips. */
  width: number;
  pt: number;
  weight: 'regular' | 'bold';
  /** How much closer the letters of a line may stand, twips a letter, where that saves a line. */
  condense: number;
  /** Words that begin a new unit of meaning (`XÃ`, `TRƯỜNG`). */
  breakBefore: readonly string[];
};

export type BrokenLine = { text: string; condensed: boolean };

/** A break that splits a unit of meaning costs as much as a line left mostly empty. */
const unmeantBreakCost = 0.5;

type Breaking = { lines: BrokenLine[]; cost: number };

/**
 * Breaks a name into as few lines as it needs, at a meaning boundary where that costs no extra line, otherwise evenly
 * (document format, 3.3 "Long names"). A word wider than the room stands alone.
 */
export function breakByMeaning(text: string, room: LineRoom): BrokenLine[] {
  const words = text.split(' ').filter((word) => word !== '');
  // From the end: the best breaking of the last 0, 1, 2 … words.
  const tails: Breaking[] = [{ lines: [], cost: 0 }];
  for (let start = words.length - 1; start >= 0; start -= 1) tails.push(bestFrom(words.slice(start), tails, room));
  return tails.at(-1)?.lines ?? [];
}

function bestFrom(words: readonly string[], tails: readonly Breaking[], room: LineRoom): Breaking {
  const candidates = words.flatMap((_word, index) => {
    const line = words.slice(0, index + 1).join(' ');
    const width = textWidth(line, room.pt, room.weight);
    const tail = tails[words.length - index - 1];
    if (tail === undefined || (index > 0 && width > room.width + room.condense * line.length)) return [];
    const slack = Math.max(0, 1 - width / room.width) ** 2;
    return {
      lines: [{ text: line, condensed: width > room.width }, ...tail.lines],
      cost: tail.cost + slack + breakCost(words.slice(index + 1), room),
    };
  });
  return candidates.reduce((best, next) => {
    const fewer = next.lines.length - best.lines.length;
    return fewer < 0 || (fewer === 0 && next.cost < best.cost) ? next : best;
  });
}

function breakCost(rest: readonly string[], room: LineRoom): number {
  if (rest.length === 0) return 0;
  const following = `${rest.join(' ')} `;
  return room.breakBefore.some((unit) => following.startsWith(`${unit} `)) ? 0 : unmeantBreakCost;
}
