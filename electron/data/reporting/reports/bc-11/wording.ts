import type { Block, Run } from '../../../documents/model.ts';
import { cleanText } from '../../../vietnamese/clean-text.ts';
import { formatDecimal, formatInteger } from '../../../vietnamese/numbers.ts';
import type { Person } from './minutes-data.ts';

/** Room for a number or a short word to be written by hand. */
export const gap = '……';
/** Room for a name. */
export const longGap = '……………………';

export const grades = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' } as const;

/** A count, or a gap when it is not known (R42: missing is not 0). */
export function count(value: number | null): string {
  return value === null ? gap : formatInteger(value);
}

/** A score as people write it: `92`, `89,5`. */
export function score(value: number | null): string {
  if (value === null) return gap;
  return Number.isInteger(value) ? formatInteger(value) : formatDecimal(value, 1);
}

/** `đồng chí Nguyễn Văn An`; a form of address that was typed stays. */
export function comrade(name: string): string {
  return /^(?:đồng chí|đ\/c|ông|bà|các đồng chí)\s/iu.test(name) ? name : `đồng chí ${name}`;
}

/** `đồng chí Nguyễn Văn An, Bí thư Chi bộ` */
export function person(who: Person | null): string {
  if (who === null) return `đồng chí ${longGap}`;
  return comrade(who.name) + (who.capacity === null ? '' : `, ${who.capacity}`);
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}

/** Ends the text with a full stop unless it already ends a sentence. */
export function sentence(text: string): string {
  return /[.!?…:;]["”]?$/u.test(text) ? text : `${text}.`;
}

/** `Thời gian: …` with the label in bold. */
export function labelled(label: string, text: string): Block {
  return { kind: 'paragraph', runs: [{ text: `${label}: `, bold: true }, { text: sentence(text) }] };
}

export function item(...runs: Run[]): Block {
  return { kind: 'item', mark: '-', runs };
}

/** A text typed in several lines: one paragraph a line, lines led by `-` or `+` as items; `lines` of dots when there is none. */
export function textBlocks(text: string | null, lines = 2): Block[] {
  const cleaned = cleanText(text ?? '');
  if (cleaned === '') return [{ kind: 'dotted', lines }];
  return cleaned.split(/\n+/u).map((line): Block => {
    const [, mark, rest] = /^([-+]) ?(.+)$/u.exec(line) ?? [];
    const runs = [{ text: sentence(rest ?? line) }];
    if (mark === '-' || mark === '+') return { kind: 'item', mark, runs };
    return { kind: 'paragraph', runs };
  });
}
