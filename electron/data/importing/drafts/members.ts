import { formatDate, isPartialDate } from '../../vietnamese/dates.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { atOnce, forEach, type Turns } from '../turns.ts';
import { codeValue, degreeValue, educationValue, generalEducationValue } from '../values/codes.ts';
import { parseHometown } from '../values/hometown.ts';
import { parseMemberNote } from '../values/member-notes.ts';
import { dateValue, lineValue, phoneValue } from '../values/plain-values.ts';
import { parsePosts } from '../values/posts.ts';
import { birthAndGender } from './birth-and-gender.ts';
import { checkMember } from './check-member.ts';
import { type MemberDates, readMemberDates } from './member-dates.ts';
import type { MemberDraft, MemberSheetDraft } from './member-draft.ts';
import { type MemberName, memberName } from './member-name.ts';
import { type MemberNumbers, NumberReader } from './member-numbers.ts';

/** Reads a roster: cells as group headings or as a column, sex by a column, a tick or the column of the birth date. */
export function* draftingMembers(context: SheetContext): Turns<MemberSheetDraft> {
  const rows: MemberDraft[] = [];
  const datesOf = yield* readMemberDates(context);
  const numbers = new NumberReader(context);
  let group: MemberDraft['cell'] = null;
  let index = -1;
  yield* forEach(context.rows, (row) => {
    if (row.kind === 'group') {
      const name = lineValue(row, 'full_name') ?? lineValue(row, 'cell');
      if (name !== null) group = { name, row: row.number };
      return;
    }
    index += 1;
    const name = memberName(context, row);
    if (name === null) {
      context.report(row, 'full_name', 'missing_name');
      return;
    }
    const named = lineValue(row, 'cell');
    const cell = named === null ? group : { name: named, row: row.number };
    const draft = draftMember(context, row, cell, name, { ...datesOf(index), ...numbers.read(row) });
    rows.push(draft);
    checkMember(context, draft);
  });
  numbers.report();
  yield;
  reportFormerProvinces(context, rows);
  return { context, rows };
}

/** The same in one go. */
export function draftMembers(context: SheetContext): MemberSheetDraft {
  return atOnce(draftingMembers(context));
}

/** Pitfall 11b: the home place stays as written; what the province is called now is said once, at the first who has it. */
function reportFormerProvinces(context: SheetContext, rows: readonly MemberDraft[]): void {
  const byProvince = Map.groupBy(rows, ({ hometown }) => hometown?.province ?? null);
  for (const [province, [first, ...more]] of byProvince) {
    const now = province === null ? null : context.codes.provinceNow(province);
    if (province === null || now === null || !first) continue;
    const since = now.since !== null && isPartialDate(now.since) ? formatDate(now.since) : '';
    const detail = { value: province, name: now.name, other: `${since}|${more.length + 1}` };
    context.report(first.row, 'hometown', 'former_province', detail);
  }
}

/** By the day of full membership; a list without that column tells by the card, which only full members hold (1.2). */
function isFull(row: SheetRow, { oldCard, newCard }: MemberNumbers): boolean {
  if (row.has('full_member_date')) return lineValue(row, 'full_member_date') !== null;
  return oldCard !== null || newCard !== null;
}

function draftMember(
  context: SheetContext,
  row: SheetRow,
  cell: MemberDraft['cell'],
  name: MemberName,
  read: MemberDates & MemberNumbers,
): MemberDraft {
  const degree = degreeValue(context, row, 'professional_education');
  const education = educationValue(context, row, 'education');
  const told = (list: string) => (education?.list === list ? education.code : null);
  const hometown = lineValue(row, 'hometown');
  const post = lineValue(row, 'post');
  const note = lineValue(row, 'note');
  const { position, others } = post === null ? { position: null, others: null } : parsePosts(post);
  return {
    row: row.place,
    cell,
    ...name,
    ...birthAndGender(context, row),
    ethnicity: codeValue(context, row, 'ethnicity', 'ethnic_groups'),
    religion: codeValue(context, row, 'religion', 'religions'),
    hometown: hometown === null ? null : parseHometown(hometown),
    generalEducation: generalEducationValue(context, row, 'general_education') ?? told('general_education'),
    professionalEducation: degree.code ?? told('professional_education'),
    professionalField: degree.fieldOfStudy ?? education?.fieldOfStudy ?? null,
    politicalTheory: codeValue(context, row, 'political_theory', 'political_theory') ?? told('political_theory'),
    decisionDate: dateValue(context, row, 'admission_decision_date', 'event'),
    ...read,
    standing: isFull(row, read) ? 'full' : 'probationary',
    position,
    otherPosts: others,
    badges: lineValue(row, 'badges'),
    phone: phoneValue(row, 'phone'),
    note,
    facts: note === null ? [] : parseMemberNote(note),
  };
}
