import type { EventInput } from '../../contract/member-events.ts';
import type { Rules } from '../rules/read-rules.ts';
import { addMonths, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import type { EventFacts } from './effect-of.ts';
import type { StatusLines } from './status-period.ts';
import { addWorkingDays } from './working-days.ts';

/** What an event is compared with. */
export interface EventSurroundings {
  lines: StatusLines;
  admissionDate: string | null;
  rules: Rules;
  today: IsoDate;
}

/** What is odd about an event; nothing of it stops the clerk (pitfall 13). Deadlines are the rules of the event's day. */
export function eventWarnings(input: EventInput, facts: EventFacts, around: EventSurroundings): string[] {
  const { code, date } = facts;
  const warnings = date > around.today ? ['Ngày biến động ở sau hôm nay.'] : [];
  switch (code) {
    case 'KET_NAP':
    case 'KET_NAP_LAI':
      return [
        ...warnings,
        ...ceremony(input, date, around.rules),
        ...(code === 'KET_NAP_LAI' ? readmission(date, around) : []),
      ];
    case 'CHINH_THUC':
      return [...warnings, ...probation(date, around)];
    case 'TAM_THOI_DI':
    case 'TAM_THOI_DEN':
      return [...warnings, ...temporary(facts, around.rules)];
    case 'TAM_MIEN':
      return [...warnings, ...workingAway(facts, around.rules)];
    case 'CHUYEN_DEN':
      return [...warnings, ...presentation(input, date, around.rules)];
    default:
      return warnings;
  }
}

/** The ceremony follows the decision within so many working days (members handbook 1.1). */
function ceremony(input: EventInput, date: IsoDate, rules: Rules): string[] {
  const decided = parseIsoDate(input.decision_date ?? '');
  if (decided === null) return [];
  if (decided > date) return ['Quyết định kết nạp ghi sau ngày lễ kết nạp.'];
  const { ceremony_working_days: days } = rules.on('probation', date).value;
  return date > addWorkingDays(decided, days) ? [`Lễ kết nạp quá ${days} ngày làm việc kể từ ngày quyết định.`] : [];
}

function readmission(date: IsoDate, { lines, rules }: EventSurroundings): string[] {
  const left = parseIsoDate(lines.home?.valid_from ?? '');
  if (left === null) return [];
  const { months } = rules.on('readmission', date).value;
  return addMonths(left, months) > date ? [`Mới ra khỏi Đảng từ ${formatDate(left)}: chưa đủ ${months} tháng.`] : [];
}

function probation(date: IsoDate, { admissionDate, rules }: EventSurroundings): string[] {
  const ceremonyDay = parseIsoDate(admissionDate ?? '');
  if (ceremonyDay === null) return [];
  const { months, checked_from_year: since } = rules.on('probation', date).value;
  const expected = addMonths(ceremonyDay, months);
  if (ceremonyDay < String(since) || expected === date) return [];
  return [`Ngày chính thức thường là ${formatDate(expected)} (ngày kết nạp + ${months} tháng), kể cả khi họp muộn.`];
}

/** R24: three to under twelve months, studies up to twenty-four. */
function temporary({ date, endsOn }: EventFacts, rules: Rules): string[] {
  if (endsOn === null) return [];
  const { min_months, max_months, study_max_months } = rules.on('temporary_transfer', date).value;
  if (endsOn < addMonths(date, min_months)) return [`Sinh hoạt tạm thời thường từ ${min_months} tháng trở lên.`];
  if (endsOn >= addMonths(date, study_max_months)) return [`Quá ${study_max_months} tháng, kể cả đi học.`];
  if (endsOn >= addMonths(date, max_months)) {
    return [`Từ ${max_months} tháng trở lên chỉ áp dụng cho người đi học (đến ${study_max_months} tháng).`];
  }
  return [];
}

function workingAway({ date, endsOn }: EventFacts, rules: Rules): string[] {
  const { months } = rules.on('temporary_exemption', date).value;
  return endsOn !== null && endsOn >= addMonths(date, months) ? [`Tạm miễn phải dưới ${months} tháng.`] : [];
}

function presentation(input: EventInput, date: IsoDate, rules: Rules): string[] {
  const paper = parseIsoDate(input.paper_date ?? '');
  if (paper === null) return [];
  if (paper > date) return ['Giấy giới thiệu ghi sau ngày tiếp nhận.'];
  const { presentation_days: days } = rules.on('permanent_transfer', date).value;
  return date > addWorkingDays(paper, days)
    ? [`Tiếp nhận quá ${days} ngày làm việc kể từ ngày giấy giới thiệu (không trừ ngày lễ).`]
    : [];
}
