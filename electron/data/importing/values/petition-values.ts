import type { PetitionResult } from '../../petitions/life-cycle.ts';
import type { Authority } from '../../schema/column-types.ts';
import { searchKey } from '../../vietnamese/fold.ts';

const authorities: readonly (readonly [RegExp, Authority])[] = [
  [/^chi (?:bo|uy)/u, 'cell'],
  [/^(?:cap )?(?:xa|phuong|thi tran|dac khu)/u, 'commune'],
  [/^(?:cap )?(?:huyen|thi xa|quan)/u, 'district'],
  [/^(?:cap )?(?:tinh|thanh pho)/u, 'province'],
  [/^(?:tw|trung uong|cap trung uong)/u, 'central'],
];

/** `Xã`, `Cấp huyện`, `TW`; null for anything else. */
export function petitionAuthority(written: string): Authority | null {
  const key = searchKey(written);
  return authorities.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

const results: readonly (readonly [RegExp, PetitionResult])[] = [
  [/tai cho|ngay tai|tai hoi nghi|tai buoi/u, 'on_spot'],
  [/^(?:chua|khong)/u, 'unresolved'],
  [/^dang|dang (?:giai quyet|xem xet|xu ly)/u, 'in_progress'],
  [/^(?:da|xong|hoan thanh)|giai quyet xong/u, 'resolved'],
];

/** `Đã giải quyết xong`, `Trả lời ngay tại hội nghị`, `đang giải quyết`; null for anything else. */
export function petitionResult(written: string): PetitionResult | null {
  const key = searchKey(written);
  return results.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

const repeated = /(?:trùng|nhắc lại|lặp lại)[^\d]*?(?:số|stt|tt)\s*(\d+)/iu;

/** The number of the row a note says it repeats: `Trùng kiến nghị số 8`. */
export function repeatedNumber(note: string): string | null {
  return repeated.exec(note)?.[1] ?? null;
}
