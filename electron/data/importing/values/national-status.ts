import type { StatusKind } from '../../schema/column-types.ts';
import { nameKey } from '../../vietnamese/fold.ts';

/** A status of the national database; `event`: what led to it (handbook 1.6), null when nothing did. */
export interface NationalStatus {
  kind: StatusKind;
  event: string | null;
}

/** Values of `Trạng thái hoạt động` (handbook 1.3, column 27) in the wordings seen and those of the list of statuses. */
const statuses: readonly (readonly [RegExp, StatusKind, string | null])[] = [
  [/^đang sinh hoạt/u, 'active', null],
  [/^(?:được )?miễn (?:công tác và )?sinh hoạt/u, 'exempt', 'MIEN_SH'],
  [/^(?:đã )?chuyển (?:đi|sinh hoạt)/u, 'transferred_out', 'CHUYEN_DI'],
  [/^(?:đã )?(?:mất|chết|từ trần|qua đời)/u, 'deceased', 'TU_TRAN'],
  [/^(?:bị |đã )?khai trừ/u, 'expelled', 'KHAI_TRU'],
  [/^(?:bị |đã )?xóa tên/u, 'name_removed', 'XOA_TEN'],
  [/^(?:đã )?(?:xin ra|ra|cho ra)(?: khỏi)? đảng/u, 'withdrawn', 'XIN_RA'],
  [/^(?:đang )?(?:sinh hoạt tạm thời|tạm thời sinh hoạt)/u, 'temporarily_away', 'TAM_THOI_DI'],
  [/^(?:bị )?đình chỉ/u, 'suspended', 'DINH_CHI'],
];

/** Null for a wording that is none of them. */
export function parseNationalStatus(written: string): NationalStatus | null {
  const key = nameKey(written);
  const found = statuses.find(([pattern]) => pattern.test(key));
  return found ? { kind: found[1], event: found[2] } : null;
}
