/** Flags of cells to be visited first (handbook 3.1, `difficulty_flags`), by the words of a note. */
const flags: readonly (readonly [string, RegExp])[] = [
  ['remote', /vùng sâu|vùng xa/iu],
  ['border', /biên giới/iu],
  ['island', /hải đảo|xã đảo/iu],
  ['ethnic_minority', /DTTS|dân tộc thiểu số/iu],
  ['religious', /vùng giáo|tôn giáo|giáo dân/iu],
  ['hardship', /ĐBKK|khó khăn/iu],
];

export function difficultyFlags(note: string): string[] {
  return flags.flatMap(([flag, words]) => (words.test(note) ? [flag] : []));
}
