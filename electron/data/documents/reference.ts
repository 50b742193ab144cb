import { cleanText } from '../vietnamese/clean-text.ts';
import { formatShortDate, type IsoDate } from '../vietnamese/dates.ts';
import type { NumberAndSymbol } from './model.ts';
import type { FormatProfile } from './profile.ts';

/** `Số 05-BC/HU`: no colon, a zero before a number under 10 (document format, 4.1). */
export function numberLine(symbol: NumberAndSymbol, profile: FormatProfile): string {
  const { pattern, gap } = profile.number_and_symbol;
  const number = symbol.number === null ? gap : String(symbol.number).padStart(2, '0');
  const parts: Record<string, string> = { number, kind: cleanText(symbol.kindCode), body: cleanText(symbol.bodyCode) };
  return pattern.replace(/\{(\w+)\}/gu, (whole, key: string) => parts[key] ?? whole);
}

/** The document an annex belongs to. `dated`: as in its header; without a day it is not issued yet. */
export interface AnnexOwner {
  /** `Báo cáo` */
  documentKind: string;
  numberAndSymbol: NumberAndSymbol | null;
  dated: { date: IsoDate | null; draftYear?: number | null } | null;
  /** The issuing body: `Ban Thường vụ Huyện ủy`. */
  of: string;
}

/**
 * `kèm theo Báo cáo số 15-BC/HU, ngày 05/02/2024 của Ban Thường vụ Huyện ủy`: what stands in brackets under the title of
 * an annex, in Word and in Excel (document format, sections 2 and 7). What is not known yet is left as a gap.
 */
export function annexReference(owner: AnnexOwner, profile: FormatProfile): string {
  const { numberAndSymbol, dated } = owner;
  const number =
    numberAndSymbol === null ? '' : ` ${numberLine(numberAndSymbol, profile).replace(/^\p{Lu}/u, lowerCase)},`;
  return `kèm theo ${owner.documentKind}${number}${dated === null ? '' : ` ngày ${shortDate(dated, profile)}`} của ${owner.of}`;
}

function shortDate(
  { date, draftYear }: NonNullable<AnnexOwner['dated']>,
  { place_date: { gap } }: FormatProfile,
): string {
  return date === null ? `${gap}/${gap}/${draftYear ?? gap}` : formatShortDate(date);
}

function lowerCase(letter: string): string {
  return letter.toLocaleLowerCase('vi');
}
