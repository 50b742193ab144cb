import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { parseCardNumber } from '../values/card-number.ts';
import { parsePersonalId } from '../values/personal-id.ts';
import { lineValue } from '../values/plain-values.ts';

/** The numbers that identify a member (handbook 1.2). */
export interface MemberNumbers {
  oldCard: string | null;
  newCard: string | null;
  personalId: string | null;
  oldId: string | null;
}

/** A number that got its zeros back. */
interface Padded {
  row: number;
  written: string;
  read: string;
}

const shownNumbers = 20;

/** Reads the numbers of a roster, and counts the zeros that had to be put back. */
export class NumberReader {
  readonly #context: SheetContext;
  readonly #paddedCards: Padded[] = [];
  readonly #paddedIds: Padded[] = [];

  constructor(context: SheetContext) {
    this.#context = context;
  }

  read(row: SheetRow): MemberNumbers {
    return { ...this.#cards(row), ...this.#ids(row) };
  }

  /** One remark for the whole sheet with the first numbers: hundreds may have lost a zero (pitfalls 5a, 5e). */
  report(): void {
    for (const [padded, code] of [
      [this.#paddedCards, 'padded_card_numbers'],
      [this.#paddedIds, 'padded_personal_ids'],
    ] as const) {
      if (padded.length === 0) continue;
      const shown = padded.slice(0, shownNumbers).map(({ row, written, read }) => `dòng ${row} “${written}” → ${read}`);
      const other = shown.join(', ') + (padded.length > shownNumbers ? ', …' : '');
      this.#context.reportAt(null, null, code, { value: String(padded.length), other });
    }
  }

  #cards(row: SheetRow): Pick<MemberNumbers, 'oldCard' | 'newCard'> {
    const cards: Pick<MemberNumbers, 'oldCard' | 'newCard'> = { oldCard: null, newCard: null };
    for (const field of ['card_number', 'party_card_no', 'old_card_no']) {
      const line = lineValue(row, field);
      if (line === null) continue;
      const card = parseCardNumber(line, row.value(field)?.type === 'number');
      if (card === null) this.#context.report(row, field, 'unusual_card_number', { value: line });
      else if ('new' in card) cards.newCard = card.new;
      else {
        cards.oldCard = card.old;
        if (card.padded) this.#paddedCards.push({ row: row.number, written: line, read: card.old });
      }
    }
    return cards;
  }

  #ids(row: SheetRow): Pick<MemberNumbers, 'personalId' | 'oldId'> {
    const written = lineValue(row, 'personal_id');
    // Our own lists mask the numbers (members handbook 7.2): nothing is known, nothing is wrong.
    const line = written !== null && /[•*…]/u.test(written) ? null : written;
    const id = line === null ? null : parsePersonalId(line);
    const oldId = lineValue(row, 'old_id')?.replace(/^['’]|\.0+$|\s/gu, '') ?? null;
    if (line === null || id === null || id === 'lost') {
      const code = id === 'lost' ? 'lost_digits' : 'unusual_personal_id';
      if (line !== null) this.#context.report(row, 'personal_id', code, { value: line });
      return { personalId: null, oldId };
    }
    if ('oldId' in id) return { personalId: null, oldId: id.oldId };
    if (id.padded) this.#paddedIds.push({ row: row.number, written: line, read: id.personalId });
    return { personalId: id.personalId, oldId };
  }
}
