import type { StatusKind } from '../schema/column-types.ts';

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

/** Statuses whose day the sheet asks for (column 28), with the event that led to them (handbook 1.6). */
export const datedStatuses: Partial<Record<StatusKind, string>> = {
  exempt: 'MIEN_SH',
  transferred_out: 'CHUYEN_DI',
  deceased: 'TU_TRAN',
  expelled: 'KHAI_TRU',
  name_removed: 'XOA_TEN',
  withdrawn: 'XIN_RA',
};
