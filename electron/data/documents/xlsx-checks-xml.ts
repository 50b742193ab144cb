import { escapeMarkup } from './escape.ts';
import { columnLetters } from './xlsx-formulas.ts';

/** What may be typed into a cell, with the words shown when it is chosen and when it is wrong. */
export interface CellCheck {
  type: 'list' | 'whole' | 'decimal' | 'date';
  /** One for a list (a range, or the words themselves in quotes), two for a span; days as serial numbers. */
  formulas: readonly (string | number)[];
  /** Null: anything else may be typed too. `mayStay`: it is asked about, not refused. */
  error: { title: string; text: string; mayStay: boolean } | null;
  prompt: { title: string; text: string } | null;
}

/** The checks of a sheet: cells of one column below each other that have the same one share it. */
export class CheckRanges {
  readonly #ranges: { check: string; column: number; from: number; to: number }[] = [];
  /** By column, its last range. */
  readonly #open = new Map<number, { check: string; column: number; from: number; to: number }>();

  add(column: number, row: number, check: CellCheck): void {
    const xml = checkXml(check);
    const open = this.#open.get(column);
    if (open?.check === xml && open.to === row - 1) {
      open.to = row;
      return;
    }
    const range = { check: xml, column, from: row, to: row };
    this.#open.set(column, range);
    this.#ranges.push(range);
  }

  toXml(): string {
    if (this.#ranges.length === 0) return '';
    const all = this.#ranges.map(({ check, column, from, to }) => {
      const letter = columnLetters(column);
      return `<dataValidation sqref="${letter}${from}${to > from ? `:${letter}${to}` : ''}"${check}</dataValidation>`;
    });
    return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
  }
}

function checkXml({ type, formulas, error, prompt }: CellCheck): string {
  const asked =
    prompt === null
      ? ''
      : ` showInputMessage="1"${attribute('promptTitle', prompt.title)}${attribute('prompt', prompt.text)}`;
  const refused =
    error === null
      ? ''
      : ` showErrorMessage="1"${error.mayStay ? ' errorStyle="warning"' : ''}${attribute('errorTitle', error.title)}` +
        attribute('error', error.text);
  const bounds = formulas.map(
    (formula, index) => `<formula${index + 1}>${escapeMarkup(String(formula))}</formula${index + 1}>`,
  );
  return ` type="${type}" allowBlank="1"${asked}${refused}>${bounds.join('')}`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeMarkup(value)}"`;
}
