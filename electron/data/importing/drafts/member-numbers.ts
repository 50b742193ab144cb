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

/** Reads the numbers of a roster, and counts the zeros that had to be put back. */
export class NumberReader {
  readonly #context: SheetContext;
  #paddedCards = 0;
  #paddedIds = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  read(row: SheetRow): MemberNumbers {
    return { ...this.#cards(row), ...this.#ids(row) };
  }

  /** One remark for the whole sheet: hundreds of numbers may have lost a zero (pitfalls 5a, 5e). */
  report(): void {
    if (this.#paddedCards > 0) {
      this.#context.reportAt(null, null, 'padded_card_numbers', { value: String(this.#paddedCards) });
    }
    if (this.#paddedIds > 0) {
      this.#context.reportAt(null, null, 'padded_personal_ids', { value: String(this.#paddedIds) });
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
        if (card.padded) this.#paddedCards += 1;
      }
    }
    return cards;
  }

  #ids(row: SheetRow): Pick<MemberNumbers, 'personalId' | 'oldId'> {
    const line = lineValue(row, 'personal_id');
    const id = line === null ? null : parsePersonalId(line);
    const oldId = lineValue(row, 'old_id')?.replace(/^['’]|\.0+$|\s/gu, '') ?? null;
    if (line === null || id === null || id === 'lost') {
      const code = id === 'lost' ? 'lost_digits' : 'unusual_personal_id';
      if (line !== null) this.#context.report(row, 'personal_id', code, { value: line });
      return { personalId: null, oldId };
    }
    if ('oldId' in id) return { personalId: null, oldId: id.oldId };
    if (id.padded) this.#paddedIds += 1;
    return { personalId: id.personalId, oldId };
  }
}
