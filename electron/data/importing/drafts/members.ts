import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { codeValue, degreeValue, generalEducationValue } from '../values/codes.ts';
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
export function draftMembers(context: SheetContext): MemberSheetDraft {
  const rows: MemberDraft[] = [];
  const dates = readMemberDates(context);
  const numbers = new NumberReader(context);
  let group: MemberDraft['cell'] = null;
  for (const row of context.rows) {
    if (row.kind === 'group') {
      const name = lineValue(row, 'full_name') ?? lineValue(row, 'cell');
      if (name !== null) group = { name, row: row.number };
      continue;
    }
    const name = memberName(context, row);
    if (name === null) {
      context.report(row, 'full_name', 'missing_name');
      continue;
    }
    const draft = draftMember(context, row, name, { ...dates.of(row), ...numbers.read(row) });
    const cell = lineValue(row, 'cell');
    rows.push({ ...draft, cell: cell === null ? group : { name: cell, row: row.number } });
    checkMember(context, draft);
  }
  numbers.report();
  return { context, rows };
}

/** By the day of full membership; a list without that column tells by the card, which only full members hold (1.2). */
function isFull(row: SheetRow, { oldCard, newCard }: MemberNumbers): boolean {
  if (row.has('full_member_date')) return lineValue(row, 'full_member_date') !== null;
  return oldCard !== null || newCard !== null;
}

function draftMember(
  context: SheetContext,
  row: SheetRow,
  name: MemberName,
  read: MemberDates & MemberNumbers,
): MemberDraft {
  const degree = degreeValue(context, row, 'professional_education');
  const hometown = lineValue(row, 'hometown');
  const post = lineValue(row, 'post');
  const note = lineValue(row, 'note');
  const { position, others } = post === null ? { position: null, others: null } : parsePosts(post);
  return {
    row,
    cell: null,
    ...name,
    ...birthAndGender(context, row),
    ethnicity: codeValue(context, row, 'ethnicity', 'ethnic_groups'),
    religion: codeValue(context, row, 'religion', 'religions'),
    hometown: hometown === null ? null : parseHometown(hometown),
    generalEducation: generalEducationValue(context, row, 'general_education'),
    professionalEducation: degree.code,
    professionalField: degree.fieldOfStudy,
    politicalTheory: codeValue(context, row, 'political_theory', 'political_theory'),
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
