/** The years of the party badges a box names: `30, 40`, `HHĐ 40 năm`; numbers that are no mark are left out. */
export function badgesIn(written: string, marks: readonly number[]): number[] {
  const found = [...written.matchAll(/(?<![\d/.])\d{2}(?![\d/.])/gu)].map(([digits]) => Number(digits));
  return [...new Set(found.filter((mark) => marks.includes(mark)))].sort((a, b) => a - b);
}

/** The marks below the highest badge that are not named: they come before it (members handbook 1.7; pitfall 13g). */
export function missingBadges(badges: readonly number[], marks: readonly number[]): number[] {
  const highest = badges.at(-1) ?? 0;
  return marks.filter((mark) => mark < highest && !badges.includes(mark));
}
