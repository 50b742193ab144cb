import type { QuotaForm, RegulationRecord } from '../../../electron/contract/regulations.ts';

export const cycleWords = { month: 'tháng', quarter: 'quý', year: 'năm' } as const;
export const scopeWords = {
  any: 'Bất kỳ chi bộ nào',
  area_in_charge: 'Địa bàn phụ trách',
  list: 'Chi bộ được phân công đích danh',
} as const;
export const prorationWords = { by_month: 'Chia theo tháng', whole: 'Nguyên cả chu kỳ' } as const;

/** "Tỉnh ủy viên: 3 lần/năm" */
export function quotaText(quota: QuotaForm, groupLabel: (code: string) => string): string {
  const number = quota.min_visits === 0 ? 'không ấn định số lần' : `${quota.min_visits} lần/${cycleWords[quota.cycle]}`;
  return `${groupLabel(quota.title_group)}: ${number}${quota.per_cell ? ', từng nơi' : ''}`;
}

/** All quotas of a regulation in one line. */
export function quotasText({ quotas }: RegulationRecord, groupLabel: (code: string) => string): string {
  return quotas.map((quota) => quotaText(quota, groupLabel)).join('; ');
}
