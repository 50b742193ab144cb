import type { AssignmentCheck, CheckRecord } from '../../../electron/contract/assignments.ts';

/** What a check is called on its chip. */
export const checkWords: Readonly<Record<AssignmentCheck, string>> = {
  cell_without_official: 'Chi bộ chưa có ai theo dõi',
  cell_without_own_official: 'Chi bộ chưa có cán bộ dự riêng',
  official_load: 'Quá nhiều nơi',
  same_day_clash: 'Trùng ngày sinh hoạt',
  out_of_scope: 'Ngoài phạm vi quy định',
  target_ended: 'Nơi đã ngừng hoạt động',
  no_title_group: 'Chưa xếp nhóm chức danh',
};

export const cellChecks = ['cell_without_official', 'cell_without_own_official'] as const;
export const officialChecks = [
  'official_load',
  'same_day_clash',
  'out_of_scope',
  'target_ended',
  'no_title_group',
] as const;

/** Findings of each official or cell, by the record's id. */
export function findingsBy(
  findings: readonly CheckRecord[],
  idOf: (finding: CheckRecord) => string | null,
): ReadonlyMap<string | null, CheckRecord[]> {
  return Map.groupBy(findings, idOf);
}

/** All that is wrong with one record, in words. */
export function findingsText(findings: readonly CheckRecord[] | undefined): string {
  return (findings ?? []).map(({ check, detail }) => `${checkWords[check]}: ${detail}`).join('; ');
}
