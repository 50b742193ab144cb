import type { IsoDate } from '../../vietnamese/dates.ts';
import type { CellLookup, OrganisationBook } from '../match/organisation-book.ts';

/** Ways to say where a cell is: `Thôn 4 (xã Nậm Cuôi)`, `Thôn 4, xã Nậm Cuôi`, `Thôn 4 - Nậm Cuôi`. */
const placed = [/^(.*?)\s*\(([^()]+)\)$/u, /^(.*),\s*([^,]+)$/u, /^(.*)\s+[-–—]\s+(.+)$/u];

/** The cell a text names, with its commune where the text says it. */
export function namedCell(text: string, book: OrganisationBook, day: IsoDate): CellLookup {
  for (const pattern of placed) {
    const [, name, place] = pattern.exec(text) ?? [];
    if (name === undefined || place === undefined) continue;
    const committeeId = book.findCommittee(place.replace(/^TT\.?\s+/u, 'thị trấn ').replace(/^[XP]\.\s*/u, ''));
    if (committeeId !== null) return book.findCell(name, committeeId, day);
  }
  return book.findCell(text, null, day);
}
