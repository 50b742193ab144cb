import {
  addMonths,
  earliestDay,
  formatDate,
  type IsoDate,
  isIsoDate,
  isMonth,
  lastDayOfMonth,
  type PartialDate,
  toIsoDate,
} from '../../vietnamese/dates.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { MemberDraft } from './member-draft.ts';

/** Before this year probation had other lengths (handbook 1.1). */
const twelveMonthsSince = '1986';

/** The contradictions that a clerk should look at (pitfall 13). Nothing is changed. */
export function checkMember(
  context: SheetContext,
  draft: Pick<
    MemberDraft,
    'row' | 'birthDate' | 'admissionDate' | 'fullMemberDate' | 'oldCard' | 'newCard' | 'standing'
  >,
): void {
  const { row, birthDate, admissionDate, fullMemberDate } = draft;
  if (birthDate !== null && admissionDate !== null) {
    const eighteen = addMonths(earliestDay(birthDate), 18 * 12);
    if (latestDay(admissionDate) < eighteen) {
      context.report(row, 'admission_date', 'joined_under_18', { value: formatDate(admissionDate) });
    }
  }
  if (admissionDate !== null && fullMemberDate !== null) {
    if (latestDay(fullMemberDate) < earliestDay(admissionDate)) {
      context.report(row, 'full_member_date', 'official_before_joined', { value: formatDate(fullMemberDate) });
    } else if (!isTwelveMonths(admissionDate, fullMemberDate)) {
      context.report(row, 'full_member_date', 'not_twelve_months', { value: formatDate(fullMemberDate) });
    }
  }
  const card = draft.oldCard ?? draft.newCard;
  if (draft.standing === 'probationary' && card !== null) {
    context.report(row, 'card_number', 'card_on_probationary', { value: card });
  }
}

function isTwelveMonths(admission: PartialDate, full: PartialDate): boolean {
  if (!isIsoDate(admission) || !isIsoDate(full) || admission < twelveMonthsSince) return true;
  return addMonths(admission, 12) === full;
}

function latestDay(date: PartialDate): IsoDate {
  if (isIsoDate(date)) return date;
  if (isMonth(date)) return lastDayOfMonth(date);
  return toIsoDate(Number(date), 12, 31) ?? earliestDay(date);
}
