import type { ExpiringWhat } from '../../contract/member-events.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Standing, StatusKind } from '../schema/column-types.ts';
import { addMonths, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { addWorkingDays } from './working-days.ts';

export interface ExpiryRules {
  probation: RuleValue<'probation'>;
  temporaryTransfer: RuleValue<'temporary_transfer'>;
  temporaryExemption: RuleValue<'temporary_exemption'>;
  permanentTransfer: RuleValue<'permanent_transfer'>;
}

/** A status in force, with the day since which it has been of its kind. */
export interface StatusToWatch {
  kind: StatusKind;
  standing: Standing;
  since: string | null;
  expected_end: string | null;
  review_on: string | null;
  admission_decision_date: string | null;
  admission_date: string | null;
}

export interface Expiry {
  what: ExpiringWhat;
  day: IsoDate;
}

/**
 * When what is known of a status comes to its end: the time for the ceremony (members handbook 1.1), probation (Điều 5), a temporary transfer (R24), a temporary
 * exemption (R23), the review of an exemption, a suspension. Where the paper names no end, the longest the rule allows.
 */
export function expiriesOf(status: StatusToWatch, rules: ExpiryRules): Expiry[] {
  const since = parseIsoDate(status.since ?? '');
  const end = parseIsoDate(status.expected_end ?? '');
  const after = (months: number) => (since === null ? null : addMonths(since, months));
  const on = (what: ExpiringWhat, day: IsoDate | null): Expiry[] => (day === null ? [] : [{ what, day }]);
  const found: Expiry[] = [];
  const { temporaryTransfer, temporaryExemption } = rules;
  if (status.standing === 'probationary' && status.kind !== 'temporarily_received') {
    const ceremony = parseIsoDate(status.admission_date ?? '');
    const decided = parseIsoDate(status.admission_decision_date ?? '');
    if (ceremony !== null) found.push({ what: 'probation', day: addMonths(ceremony, rules.probation.months) });
    // A ceremony of which only the year is known has been held.
    else if (decided !== null && status.admission_date === null) {
      found.push({ what: 'ceremony', day: addWorkingDays(decided, rules.probation.ceremony_working_days) });
    }
  }
  switch (status.kind) {
    case 'temporarily_away':
    case 'temporarily_received':
      found.push(...on(status.kind, end ?? after(temporaryTransfer.max_months)));
      break;
    case 'temporarily_exempt':
      found.push(...on(status.kind, earlier(end, after(temporaryExemption.months))));
      break;
    case 'exempt':
    case 'reduced':
      found.push(...on('exemption_review', parseIsoDate(status.review_on ?? '')), ...on('exemption_end', end));
      break;
    case 'suspended':
      found.push(...on('suspension_end', end));
      break;
    default:
  }
  return found;
}

/** R25: the last working day for the papers of a transfer out. */
export function paperworkDue(paperDate: IsoDate, rules: Pick<ExpiryRules, 'permanentTransfer'>): IsoDate {
  return addWorkingDays(paperDate, rules.permanentTransfer.paperwork_days);
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export const expiryWords: Readonly<Record<ExpiringWhat, string>> = {
  ceremony: 'Có quyết định kết nạp, chưa ghi lễ kết nạp',
  probation: 'Hết thời gian dự bị',
  temporarily_away: 'Hết hạn sinh hoạt tạm thời nơi khác',
  temporarily_received: 'Hết hạn sinh hoạt tạm thời tại đây',
  temporarily_exempt: 'Hết hạn tạm miễn (làm ăn xa)',
  exemption_review: 'Đến ngày xem lại việc miễn, giảm',
  exemption_end: 'Hết hạn miễn, giảm',
  suspension_end: 'Hết hạn đình chỉ sinh hoạt',
  transfer_paperwork: 'Hồ sơ chuyển đi chưa có phiếu báo',
};
