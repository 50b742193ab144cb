import { addWorkingDays } from '../../members/working-days.ts';
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
import { badgesIn, missingBadges } from '../values/badges.ts';
import type { MemberDraft } from './member-draft.ts';

type Checked = Pick<
  MemberDraft,
  'row' | 'birthDate' | 'admissionDate' | 'fullMemberDate' | 'oldCard' | 'newCard' | 'standing'
> &
  Partial<Pick<MemberDraft, 'decisionDate' | 'facts' | 'badges'>>;

/** The contradictions that a clerk should look at (pitfall 13; rule `probation`). Nothing is changed. */
export function checkMember(context: SheetContext, draft: Checked): void {
  checkAdmission(context, draft);
  checkProbation(context, draft);
  checkEvents(context, draft);
  checkBadges(context, draft);
  const card = draft.oldCard ?? draft.newCard;
  if (draft.standing === 'probationary' && card !== null) {
    context.report(draft.row, 'card_number', 'card_on_probationary', { value: card });
  }
}

/** Age at the ceremony (13a); the decision comes before it, by so many working days at most (13c). */
function checkAdmission(context: SheetContext, { row, birthDate, admissionDate, decisionDate }: Checked): void {
  if (admissionDate === null) return;
  const { youngest, oldest, ceremony_working_days: days } = context.rules.on('probation', context.today).value;
  if (birthDate !== null && latestDay(admissionDate) < addMonths(earliestDay(birthDate), youngest * 12)) {
    context.report(row, 'admission_date', 'joined_under_18', { value: formatDate(admissionDate) });
  }
  if (birthDate !== null && earliestDay(admissionDate) > addMonths(latestDay(birthDate), oldest * 12)) {
    const detail = { value: formatDate(admissionDate), other: String(oldest) };
    context.report(row, 'admission_date', 'admitted_over_age', detail);
  }
  if (decisionDate === null || decisionDate === undefined) return;
  if (!isIsoDate(decisionDate) || !isIsoDate(admissionDate)) return;
  const detail = { value: formatDate(decisionDate), other: String(days) };
  if (decisionDate > admissionDate) context.report(row, 'admission_decision_date', 'decision_after_admission', detail);
  else if (admissionDate > addWorkingDays(decisionDate, days)) {
    context.report(row, 'admission_decision_date', 'admission_late', detail);
  }
}

/** Full membership follows admission, after the months of probation in the years that the rule is asked of (13b). */
function checkProbation(context: SheetContext, { row, admissionDate, fullMemberDate }: Checked): void {
  if (admissionDate === null || fullMemberDate === null) return;
  const { months, checked_from_year } = context.rules.on('probation', context.today).value;
  const value = formatDate(fullMemberDate);
  if (latestDay(fullMemberDate) < earliestDay(admissionDate)) {
    context.report(row, 'full_member_date', 'official_before_joined', { value });
  } else if (isIsoDate(admissionDate) && isIsoDate(fullMemberDate) && admissionDate >= String(checked_from_year)) {
    if (addMonths(admissionDate, months) !== fullMemberDate) {
      context.report(row, 'full_member_date', 'not_twelve_months', { value });
    }
  }
}

/** What the note tells is after the admission and in order (13h). */
function checkEvents(context: SheetContext, { row, admissionDate, facts = [] }: Checked): void {
  let previous: IsoDate | null = null;
  for (const { since } of facts) {
    if (since === null) continue;
    const value = formatDate(since);
    if (admissionDate !== null && since < earliestDay(admissionDate)) {
      context.report(row, 'note', 'event_before_admission', { value, other: formatDate(admissionDate) });
    }
    if (previous !== null && since < previous) {
      context.report(row, 'note', 'events_out_of_order', { value, other: formatDate(previous) });
    }
    previous = since;
  }
}

/** A badge comes after those of fewer years (13g). */
function checkBadges(context: SheetContext, { row, badges = null }: Checked): void {
  if (badges === null) return;
  const { marks } = context.rules.on('party_badge', context.today).value;
  const missing = missingBadges(badgesIn(badges, marks), marks);
  if (missing.length > 0) {
    context.report(row, 'badges', 'missing_badges', { value: badges, other: missing.join(', ') });
  }
}

function latestDay(date: PartialDate): IsoDate {
  if (isIsoDate(date)) return date;
  if (isMonth(date)) return lastDayOfMonth(date);
  return toIsoDate(Number(date), 12, 31) ?? earliestDay(date);
}
