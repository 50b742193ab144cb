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

/** What the national database calls active: it knows no status of those who stay in their cell but are away or excused. */
const activeThere: ReadonlySet<StatusKind> = new Set([
  'active',
  'reduced',
  'temporarily_exempt',
  'temporarily_away',
  'temporarily_received',
  'armed_forces_special_duty',
  'suspended',
]);

/** Whether both say the same of a member. */
export function statusesAgree(office: StatusKind, national: StatusKind): boolean {
  return office === national || (national === 'active' && activeThere.has(office));
}

/** How the national database words a status, and what it has no status for. */
export function nationalStatusWord(kind: StatusKind): string {
  return nationalWords[kind] ?? 'Đang sinh hoạt Đảng';
}

const nationalWords: Partial<Record<StatusKind, string>> = {
  exempt: 'Miễn sinh hoạt Đảng',
  transferred_out: 'Đã chuyển sinh hoạt',
  deceased: 'Đã mất',
  expelled: 'Khai trừ',
  name_removed: 'Xóa tên',
  withdrawn: 'Xin ra khỏi Đảng',
};
