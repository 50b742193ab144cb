import type { RuleValue } from '../rules/rule-values.ts';
import type { Month } from '../vietnamese/dates.ts';
import type { Unmet } from './rotation/question.ts';

const cellReasons = {
  nobody_assigned: 'chưa phân công cán bộ nào dự chi bộ này',
  no_day: 'chi bộ chưa có ngày sinh hoạt, hoặc các ngày đó đã qua',
  no_free_official: 'cán bộ được phân công đã kín lịch vào ngày sinh hoạt của chi bộ',
} as const;

const officialReasons = {
  no_cells: 'không có chi bộ nào được phân công có ngày sinh hoạt trong thời gian này',
  no_free_day: 'không còn ngày sinh hoạt nào của các chi bộ được phân công mà cán bộ rảnh',
} as const;

/** What a proposal could not give, with its reason, as the clerk reads it. `name`: of the cell or the official. */
export function unmetWords(unmet: Unmet, name: string, rule: RuleValue<'visit_rotation'>): string {
  if (unmet.kind === 'cell') {
    return `${name}: cần một lượt dự từ ${shown(unmet.from)} đến ${shown(unmet.to)} (ít nhất ${rule.every_months} tháng một lần) nhưng không xếp được, vì ${cellReasons[unmet.why]}.`;
  }
  return `Đồng chí ${name}: cần ${unmet.wanted} lượt theo định mức, còn thiếu ${unmet.missing}, vì ${officialReasons[unmet.why]}.`;
}

function shown(month: Month): string {
  return `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
}
