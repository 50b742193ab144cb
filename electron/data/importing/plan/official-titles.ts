import type { OfficialBook } from '../match/official-book.ts';
import { changeFrom } from './dated-rows.ts';
import type { PlannedEntry } from './planned-entry.ts';

/**
 * Titles are dated rows, since the quota depends on the title held on the day (R27). The first one known has no
 * beginning; another one, in the same annex or a later one, begins with its entry and ends the one before.
 */
export function planTitle({ draft, official }: PlannedEntry, book: OfficialBook): void {
  const { title } = draft;
  const held = book.titles.of(official.id);
  if (title === null || held.some((row) => row.title === title)) return;
  const titleGroup = book.titleBook.groupOf(title);
  const { from } = draft.period;
  if (from !== null && held.some((row) => row.valid_to === null || row.valid_to >= from)) {
    changeFrom(book.titles, held, from, { before: {}, after: { title, title_group: titleGroup } });
    return;
  }
  book.titles.add((id) => ({
    id,
    official_id: official.id,
    title,
    title_group: titleGroup,
    valid_from: held.length === 0 ? null : from,
    valid_to: null,
  }));
}
