import type { Kysely } from 'kysely';
import { eventKinds } from '../../members/event-kinds.ts';
import { personNameColumns } from '../../members/name-columns.ts';
import { rosterHome } from '../../members/national-texts.ts';
import { planEvent } from '../../members/plan-event.ts';
import type { Tables } from '../../schema/database.ts';
import type { MemberRow } from '../../schema/member-tables.ts';
import { formatDate, isPartialDate } from '../../vietnamese/dates.ts';
import type { MemberDraft } from '../drafts/member-draft.ts';
import type { CorrectionDraft, MemberUpdateSheetDraft, ReportedEvent } from '../drafts/returned-members.ts';
import type { PlannedMemberEvent } from '../import-plan.ts';
import type { CodeBook, CodeList } from '../match/code-book.ts';
import type { MemberBook } from '../match/member-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { Records } from './records.ts';

/** Corrections of member updates: each box that says otherwise is shown with what the office has, and is taken. */
export function planReturnedMembers(
  sheets: readonly MemberUpdateSheetDraft[],
  members: MemberBook,
  records: Records,
): void {
  for (const { context, corrections, events } of sheets) {
    for (const correction of corrections) {
      const member = members.members.get(correction.memberId);
      if (!member) continue;
      correct(context, correction, member, members);
      records.note(context, correction.draft.row.number, 'member', member.id);
    }
    for (const { row, memberId } of events) records.note(context, row.number, 'member', memberId);
  }
}

function correct(
  context: SheetContext,
  { row, draft, fields }: CorrectionDraft,
  member: MemberRow,
  book: MemberBook,
): void {
  for (const field of fields) {
    const said = columnsOf(field, draft);
    const [first] = Object.entries(said);
    // Nothing could be read: that has been reported.
    if (!first || first[1] === null) continue;
    const before = { ...member };
    if (isBlurred(before, said)) {
      context.report(row, field, 'form_value_kept', {
        value: row.line(field),
        other: words(field, before, context.codes) ?? '',
      });
      continue;
    }
    if (isTaken(field, said, member, book)) {
      context.report(row, field, 'form_number_taken', { value: row.line(field) });
      continue;
    }
    Object.assign(member, said);
    const [stood, now] = [words(field, before, context.codes), words(field, member, context.codes)];
    if (stood !== null && stood !== now) {
      context.report(row, field, 'form_changes_record', { value: now, other: stood });
    }
  }
  book.index(member);
}

/** What a field of the form says of columns of the record; the first of them decides whether it says anything. */
function columnsOf(field: string, draft: MemberDraft): Partial<MemberRow> {
  const { hometown } = draft;
  switch (field) {
    case 'full_name':
      return personNameColumns(draft.name);
    case 'gender':
      return { gender: draft.gender };
    case 'birth_date':
      return { birth_date: draft.birthDate };
    case 'ethnicity':
      return { ethnicity: draft.ethnicity };
    case 'religion':
      return { religion: draft.religion };
    case 'hometown':
      return {
        home_text: hometown?.text ?? null,
        home_commune: hometown?.commune ?? null,
        home_district: hometown?.district ?? null,
        home_province: hometown?.province ?? null,
      };
    case 'general_education':
      return { general_education: draft.generalEducation };
    case 'professional_education':
      return { professional_education: draft.professionalEducation, professional_field: draft.professionalField };
    case 'political_theory':
      return { political_theory: draft.politicalTheory };
    case 'admission_date':
      return { admission_date: draft.admissionDate };
    case 'full_member_date':
      return { full_member_date: draft.fullMemberDate };
    case 'party_card_no':
      return { party_card_no: draft.newCard };
    case 'old_card_no':
      return { old_card_no: draft.oldCard };
    case 'personal_id':
      return { personal_id: draft.personalId };
    case 'phone':
      return { phone: draft.phone };
    default:
      return {};
  }
}

/** `1990` does not blur `1990-05-19`. */
function isBlurred(before: MemberRow, said: Partial<MemberRow>): boolean {
  return (['birth_date', 'admission_date', 'full_member_date'] as const).some((column) => {
    const [known, read] = [before[column], said[column] ?? null];
    return known !== null && read !== null && known !== read && known.startsWith(read);
  });
}

/** Numbers belong to one person. */
function isTaken(field: string, said: Partial<MemberRow>, member: MemberRow, book: MemberBook): boolean {
  const number = { party_card_no: said.party_card_no, old_card_no: said.old_card_no, personal_id: said.personal_id };
  return Object.entries(number).some(
    ([column, value]) => column === field && book.withNumber(value ?? '').some(({ id }) => id !== member.id),
  );
}

const lists: Readonly<Record<string, CodeList>> = {
  ethnicity: 'ethnic_groups',
  religion: 'religions',
  general_education: 'general_education',
  political_theory: 'political_theory',
};

/** What the record has, in the words of the form. */
function words(field: string, member: MemberRow, codes: CodeBook): string | null {
  if (field === 'hometown') return rosterHome(member);
  if (field === 'gender') return member.gender && (member.gender === 'female' ? 'Nữ' : 'Nam');
  if (field === 'professional_education') {
    const code = member.professional_education;
    const parts = [code === null ? null : codes.label('professional_education', code), member.professional_field];
    return parts.filter((part) => part !== null).join(' ') || null;
  }
  const value = Object.entries(member).find(([column]) => column === field)?.[1] ?? null;
  if (value === null) return null;
  const list = lists[field];
  const text = list ? codes.label(list, String(value)) : String(value);
  return isPartialDate(text) ? formatDate(text) : text;
}

/**
 * What became of members, by the rules of the members' room (1.6): what each event does is shown, one that cannot have
 * happened is refused in that room's words, and one the office has already is left out.
 */
export async function planReportedEvents(
  db: Kysely<Tables>,
  sheets: readonly MemberUpdateSheetDraft[],
  members: MemberBook,
): Promise<PlannedMemberEvent[]> {
  const planned: PlannedMemberEvent[] = [];
  for (const { context, events } of sheets) {
    for (const event of events) {
      if (isKnown(event, members)) continue;
      const { memberId, input, row, name } = event;
      const plan = await planEvent(db, memberId, input, context.today);
      const { label } = eventKinds[input.code];
      if (!plan.ok) {
        context.report(row, 'event', 'form_event_refused', { name, value: label, other: plan.problem.message });
        continue;
      }
      const told = [...plan.sentences, ...plan.warnings].join(' ');
      context.report(row, 'event', 'form_event_effect', {
        ...{ name, other: told },
        value: `${label} từ ${formatDate(plan.facts.date)}`,
      });
      planned.push({ memberId, input });
    }
  }
  return planned;
}

function isKnown({ memberId, input }: ReportedEvent, { events }: MemberBook): boolean {
  return events.of(memberId).some(({ code, date }) => code === input.code && date === input.date);
}
