import type { IsoDate } from '../../vietnamese/dates.ts';
import type { CellLookup, OrganisationBook } from '../match/organisation-book.ts';
import type { TitleBlock } from '../recognise/title-block.ts';
import type { SheetContext } from '../sheet-context.ts';
import { saysCell } from '../values/organisation-names.ts';
import { namedCell } from './named-cell.ts';

/** The cell that a sheet is of, in the words of its title or else of its name (pitfall 14f); null: neither says so. */
export function cellOfSheet({ listOf, sheetName }: Pick<TitleBlock, 'listOf' | 'sheetName'>): string | null {
  return [listOf, sheetName].find((text) => text !== null && saysCell(text)) ?? null;
}

/** Whether rows that name no cell belong to one all the same: the clerk or the sheet says which. */
export function hasUnit({ decided, title }: Pick<SheetContext, 'decided' | 'title'>): boolean {
  return decided.unit !== null || cellOfSheet(title) !== null;
}

/** The date a roster is of. */
export function listDate(context: SheetContext): IsoDate {
  return context.title.asOf ?? context.today;
}

/** The cell that the clerk says the sheet is of. */
export function decidedCell({ decided: { unit } }: SheetContext, book: OrganisationBook): string | null {
  return unit !== null && book.isCell(unit) ? unit : null;
}

/** The committee that the clerk says the sheet is of. */
export function decidedCommittee({ decided: { unit } }: SheetContext, book: OrganisationBook): string | null {
  return unit !== null && !book.isCell(unit) ? unit : null;
}

/** The committee a roster is of: by its title, the sheet's name or who sends it; null when none of them tells. */
export function committeeOfSheet(context: SheetContext, book: OrganisationBook): string | null {
  const decided = decidedCommittee(context, book);
  if (decided !== null) return decided;
  for (const text of [context.title.listOf, context.title.sheetName, ...context.title.committees.toReversed()]) {
    if (text === null) continue;
    if (/chi bộ cơ sở/iu.test(text)) return book.rootId;
    const found = book.findCommittee(text);
    if (found !== null) return found;
  }
  return null;
}

/** The cell under the committee; else by a name that says where it is: `Chi bộ thôn Một — Đảng bộ xã Hòa Lẫm`. */
export function cellUnder(name: string, committeeId: string | null, book: OrganisationBook, day: IsoDate): CellLookup {
  const lookup = book.findCell(name, committeeId, day);
  return lookup.found !== null || lookup.reason !== 'unknown' ? lookup : namedCell(name, book, day);
}

/** The cell of a row of a register or list: the one it names (null: none), else the sheet's. */
export function cellOfRow(
  name: string | null,
  context: SheetContext,
  book: OrganisationBook,
  day: IsoDate,
): CellLookup {
  const decided = name === null ? decidedCell(context, book) : null;
  if (decided !== null) return { found: decided };
  const text = name ?? cellOfSheet(context.title);
  if (text === null) return { found: null, reason: 'unknown' };
  return cellUnder(text, decidedCommittee(context, book), book, day);
}

/** What rows that name no unit belong to, as the clerk decided or the sheet proposes; null: nothing proposes one. */
export function unitOfSheet(context: SheetContext, book: OrganisationBook): string | null {
  if (context.decided.unit !== null) return context.decided.unit;
  const text = cellOfSheet(context.title);
  switch (context.recognised.kind) {
    case 'members': {
      const committee = committeeOfSheet(context, book);
      return cellUnder(text ?? context.title.sheetName, committee, book, listDate(context)).found ?? committee;
    }
    case 'meetings':
    case 'petitions':
      return text === null ? null : namedCell(text, book, listDate(context)).found;
    default:
      return null;
  }
}
