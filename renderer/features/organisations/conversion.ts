/** What becomes of an old unit on 1 July 2025. */
export const fateWords = {
  stay: 'Giữ nguyên dưới cơ quan mới',
  absorbed: 'Kết thúc; chi bộ trực thuộc thẳng cơ quan mới',
  unit: 'Kết thúc; nhập vào một đơn vị mới',
  leaving: 'Chuyển sang cơ quan khác',
} as const;

export type Fate = keyof typeof fateWords;

export function fateFrom(text: string): Fate {
  return text === 'absorbed' || text === 'unit' || text === 'leaving' ? text : 'stay';
}

/** New units with the old ones they come from: the same name is the same unit. */
export function unitsFrom(
  old: readonly { id: string }[],
  fateOf: (id: string) => Fate,
  names: Readonly<Record<string, string>>,
): { name: string; sources: string[] }[] {
  const joining = old.filter(({ id }) => fateOf(id) === 'unit');
  const byName = Map.groupBy(joining, ({ id }) => (names[id] ?? '').trim());
  return [...byName].map(([name, sources]) => ({ name, sources: sources.map(({ id }) => id) }));
}
