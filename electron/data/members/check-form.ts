import type { MemberCheck, MemberFieldName, MemberForm } from '../../contract/member-form.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Standing } from '../schema/column-types.ts';
import { addMonths, earliestDay, formatDate, type IsoDate, isIsoDate, parsePartialIso } from '../vietnamese/dates.ts';
import { identityRemarks } from './identity-number.ts';
import { latestDay } from './party-age.ts';
import { addWorkingDays } from './working-days.ts';

type Remarks = Pick<MemberCheck, 'errors' | 'warnings'>;

const dateFields = [
  'birth_date',
  'party_card_date',
  'youth_union_date',
  'enlisted_date',
  'discharged_date',
  'admission_decision_date',
  'admission_date',
  'full_member_date',
  'party_age_date',
] as const;

const numberFields = [
  ['personal_id', 12, 'Số định danh cá nhân có 12 chữ số. Số 9 chữ số là CMND cũ: ghi ở ô “Số CMND cũ”.'],
  ['party_card_no', 12, 'Số thẻ đảng viên mới có 12 chữ số. Số 8 chữ số ghi ở ô “Số thẻ cũ”.'],
  ['old_card_no', 8, 'Số thẻ đảng viên cũ có 8 chữ số.'],
  ['old_id_no', 9, 'Số CMND cũ có 9 chữ số.'],
] as const;

/**
 * What is impossible about a form (errors) and what contradicts itself (warnings, which never stop the clerk): members
 * handbook 1.1, 1.2 and pitfalls 5, 13. `standing` is that of today, null while it is not known.
 */
export function checkForm(
  form: MemberForm,
  { today, standing, probation }: { today: IsoDate; standing: Standing | null; probation: RuleValue<'probation'> },
): Remarks {
  const warnings: Remarks['warnings'] = [];
  const warn: Remark = (field, message) => warnings.push({ field, message });
  for (const field of dateFields) {
    const date = parsePartialIso(form[field] ?? '');
    if (date !== null && earliestDay(date) > today) warn(field, 'Ngày này ở sau hôm nay.');
  }
  const { personal_id, gender, birth_date } = form;
  for (const remark of identityRemarks(personal_id, { gender, birthDate: birth_date })) warn('personal_id', remark);
  checkAdmission(form, probation, warn);
  checkProbation(form, probation, warn);
  if (standing === 'probationary' && (form.party_card_no !== null || form.old_card_no !== null)) {
    warn(form.party_card_no === null ? 'old_card_no' : 'party_card_no', 'Đảng viên dự bị chưa có thẻ đảng viên.');
  }
  if (standing === 'probationary' && form.full_member_date !== null) {
    warn('full_member_date', 'Đang là dự bị: ghi biến động “Công nhận chính thức” để đổi tư cách.');
  }
  return { errors: formErrors(form), warnings };
}

/** What is impossible about a form, whatever is known of the member and of the rules: it is not saved. */
export function formErrors(form: MemberForm): Remarks['errors'] {
  const errors: Remarks['errors'] = [];
  const error: Remark = (field, message) => errors.push({ field, message });
  if (!/\p{L}/u.test(form.full_name)) error('full_name', 'Chưa có họ và tên.');
  for (const field of dateFields) {
    const value = form[field];
    if (value !== null && parsePartialIso(value) === null) error(field, 'Không có ngày này trong lịch.');
  }
  for (const [field, length, message] of numberFields) {
    const value = form[field];
    if (value !== null && !(/^\d+$/u.test(value) && value.length === length)) error(field, message);
  }
  if (form.party_age_date !== null && form.party_age_reason === null) {
    error('party_age_reason', 'Ghi lý do, căn cứ của ngày tính tuổi đảng (Giấy xác nhận tuổi Đảng…).');
  }
  return errors;
}

type Remark = (field: MemberFieldName, message: string) => void;

/** Age at admission (13a); the decision comes before the ceremony, by so many working days at most (13c). */
function checkAdmission(form: MemberForm, rule: RuleValue<'probation'>, warn: Remark): void {
  const [birth, ceremony, decided] = [form.birth_date, form.admission_date, form.admission_decision_date].map((date) =>
    parsePartialIso(date ?? ''),
  );
  if (birth && ceremony) {
    const years = (count: number) => addMonths(earliestDay(birth), count * 12);
    const { youngest, oldest } = rule;
    if (latestDay(ceremony) < years(youngest)) warn('admission_date', `Vào Đảng khi chưa đủ ${youngest} tuổi.`);
    if (earliestDay(ceremony) > addMonths(latestDay(birth), oldest * 12))
      warn('admission_date', `Vào Đảng khi trên ${oldest} tuổi.`);
  }
  if (!decided || !ceremony || !isIsoDate(decided) || !isIsoDate(ceremony)) return;
  if (decided > ceremony) warn('admission_decision_date', 'Quyết định kết nạp ghi sau ngày lễ kết nạp.');
  else if (ceremony > addWorkingDays(decided, rule.ceremony_working_days)) {
    warn(
      'admission_decision_date',
      `Lễ kết nạp quá ${rule.ceremony_working_days} ngày làm việc kể từ ngày quyết định.`,
    );
  }
}

/** Full membership is the ceremony + 12 months, also when the cell met late; asked only of the years since 1986 (1.1, 13b). */
function checkProbation(form: MemberForm, rule: RuleValue<'probation'>, warn: Remark): void {
  const [ceremony, full] = [form.admission_date, form.full_member_date].map((date) => parsePartialIso(date ?? ''));
  if (!ceremony || !full) return;
  if (latestDay(full) < earliestDay(ceremony)) {
    warn('full_member_date', 'Ngày chính thức ghi trước ngày kết nạp.');
    return;
  }
  if (!isIsoDate(ceremony) || !isIsoDate(full) || ceremony < String(rule.checked_from_year)) return;
  const expected = addMonths(ceremony, rule.months);
  if (expected !== full) {
    warn('full_member_date', `Ngày kết nạp + ${rule.months} tháng là ${formatDate(expected)}.`);
  }
}
