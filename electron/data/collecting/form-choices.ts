/** Drop-downs that several forms offer. */
export const yesNo = { labels: ['Có', 'Không'], open: false };
export const grades = { labels: ['Tốt', 'Khá', 'Trung bình', 'Kém'], open: false };

const between = ' — ';

/** A cell as drop-downs name it where several committees have one of its name. */
export function listedCell(cell: string, committee: string): string {
  return cell === committee ? cell : `${cell}${between}${committee}`;
}

/** The cell and, where it is said, the committee that a box of such a column names. */
export function readListedCell(text: string): { cell: string; committee: string | null } {
  const [cell = text, committee] = text.split(/\s+[—–]\s+/u);
  return { cell, committee: committee ?? null };
}
