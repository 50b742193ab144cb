import type { ImportedRow } from '../../../contract/import-decisions.ts';
import type { MemberRow } from '../../schema/member-tables.ts';
import { today } from '../../today.ts';
import { searchKey } from '../../vietnamese/fold.ts';
import { draftMembers } from '../drafts/members.ts';
import { draftNationalMembers } from '../drafts/national-members.ts';
import type { Identity } from '../match/member-book.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import { readRows } from '../recognise/sheet-rows.ts';
import { readTitleBlock } from '../recognise/title-block.ts';
import { SheetContext } from '../sheet-context.ts';
import { besideRecord, type HeldValues, shownDate } from './beside-record.ts';
import { fieldName } from './decided-recognition.ts';
import type { DraftSheet, ImportDraft } from './import-draft.ts';
import { personScore } from './person-score.ts';
import { positionFrom } from './sheet-window.ts';

type Field = ImportedRow['fields'][number];

/** Below this nobody is shown as a candidate. */
const leastScore = 30;
const mostCandidates = 8;

/** A box merged downward begins at most this far above. */
const rowsAbove = 50;

/** One row beside the record it was matched with, and whom else it may be. */
export function importedRow(draft: ImportDraft, sheet: DraftSheet, number: number): ImportedRow {
  const row = rowOf(sheet, number);
  const person = row && personOf(draft, sheet, row);
  const record = sheet.records.get(number);
  if (!row) return { record: null, because: null, fields: [], candidates: [] };
  if (!person) {
    const { held, ...beside } = besideRecord(draft, sheet.entity, row, record);
    return { ...beside, fields: fieldsOf(sheet, row, held) };
  }
  const { members } = draft.books;
  const planned = record === undefined ? undefined : members.members.get(record);
  const original = record === undefined ? undefined : members.members.original(record);
  const cell = record === undefined ? undefined : members.statusNow(record)?.cell_id;
  const scoreOf = (member: MemberRow) => {
    const theirs = members.statusBefore(member.id)?.cell_id;
    return personScore(member, person, { sameCell: cell !== undefined && theirs === cell });
  };
  return {
    record: original ? { ...shown(draft, original) } : null,
    because: original ? scoreOf(original).because.join('; ') || 'theo lựa chọn của đồng chí' : null,
    fields: fieldsOf(sheet, row, (field) => {
      const read = (member: MemberRow | undefined) =>
        member && !isOfOtherSex(row, field) ? (held[field]?.(member, draft) ?? null) : null;
      return { ours: read(original), becomes: read(planned) };
    }),
    candidates: candidates(draft, person)
      .map((member) => ({ ...shown(draft, member), score: scoreOf(member).score }))
      .filter(({ score }) => score >= leastScore)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostCandidates),
  };
}

function rowOf({ grid, recognised }: DraftSheet, number: number): SheetRow | null {
  if (!recognised || number <= recognised.headingBottom) return null;
  const at = positionFrom(grid.rows, number);
  const rows = grid.rows.slice(Math.max(0, at - rowsAbove), at + 1);
  return readRows({ ...grid, rows }, recognised).find((row) => row.number === number) ?? null;
}

/** Who the row is about; null for a row that is of no person of the office. */
function personOf({ recognition }: ImportDraft, { file, grid, recognised }: DraftSheet, row: SheetRow) {
  if (!recognised || (recognised.kind !== 'members' && recognised.kind !== 'national_db')) return null;
  const title = readTitleBlock(grid, recognised.headingTop, file);
  const context = new SheetContext({
    ...recognition,
    file,
    sheet: grid.name,
    recognised,
    rows: [row],
    title,
    form: null,
    date1904: grid.date1904,
  });
  const drafted = recognised.kind === 'members' ? draftMembers(context) : draftNationalMembers(context);
  const [person]: readonly Omit<Identity, 'cellId'>[] = drafted.rows;
  return person ?? null;
}

/** Members of the office that have one of the numbers or the name, also without its diacritics. */
function candidates({ books: { members } }: ImportDraft, person: Omit<Identity, 'cellId'>): MemberRow[] {
  const key = searchKey(person.name);
  const numbers = new Set([person.personalId, person.newCard, person.oldCard].filter((number) => number !== null));
  const found: MemberRow[] = [];
  for (const member of members.members.all()) {
    const held = [member.personal_id, member.party_card_no, member.old_card_no];
    const isLike = member.search_key === key || held.some((number) => number !== null && numbers.has(number));
    const original = isLike ? members.members.original(member.id) : undefined;
    if (original) found.push(original);
  }
  return found;
}

function shown({ books: { organisations, members } }: ImportDraft, member: MemberRow) {
  const cell = members.statusBefore(member.id)?.cell_id;
  const detail = [
    member.birth_date === null ? null : `sinh ${shownDate(member.birth_date)}`,
    cell === undefined ? null : organisations.nameOn(cell, today()),
    member.personal_id === null ? null : `số định danh ${member.personal_id}`,
    cardOf(member) === null ? null : `số thẻ ${cardOf(member)}`,
  ];
  return { id: member.id, name: member.full_name, detail: detail.filter((part) => part !== null).join(', ') };
}

function cardOf(member: MemberRow): string | null {
  return member.party_card_no ?? member.old_card_no;
}

type Reader = (member: MemberRow, draft: ImportDraft) => string | null;

const coded =
  (
    list: 'ethnic_groups' | 'religions' | 'general_education' | 'professional_education' | 'political_theory',
    column: keyof MemberRow,
  ): Reader =>
  (member, { recognition }) => {
    const code = member[column];
    return code === null ? null : recognition.codes.label(list, code);
  };
const dated =
  (column: 'birth_date' | 'admission_date' | 'full_member_date'): Reader =>
  (member) => {
    const date = member[column];
    return date === null ? null : shownDate(date);
  };

/** What the office's record says for a field of a sheet. */
const held: Readonly<Record<string, Reader>> = {
  full_name: ({ full_name }) => full_name,
  other_name: ({ other_name }) => other_name,
  gender: ({ gender }) => (gender === null ? null : gender === 'female' ? 'Nữ' : 'Nam'),
  birth_date: dated('birth_date'),
  birth_date_male: (member, draft) => (member.gender === 'female' ? null : dated('birth_date')(member, draft)),
  birth_date_female: (member, draft) => (member.gender === 'male' ? null : dated('birth_date')(member, draft)),
  ethnicity: coded('ethnic_groups', 'ethnicity'),
  religion: coded('religions', 'religion'),
  hometown: ({ home_text }) => home_text,
  general_education: coded('general_education', 'general_education'),
  professional_education: coded('professional_education', 'professional_education'),
  political_theory: coded('political_theory', 'political_theory'),
  admission_date: dated('admission_date'),
  full_member_date: dated('full_member_date'),
  card_number: cardOf,
  party_card_no: ({ party_card_no }) => party_card_no,
  old_card_no: ({ old_card_no }) => old_card_no,
  personal_id: ({ personal_id }) => personal_id,
  old_id: ({ old_id_no }) => old_id_no,
  national_record_id: ({ national_record_id }) => national_record_id,
  phone: ({ phone }) => phone,
  note: ({ note }) => note,
};

/** Of two columns for the birth date the one that says the sex by standing empty. */
function isOfOtherSex(row: SheetRow, field: string): boolean {
  const other = otherSex.get(field);
  return other !== undefined && row.line(field) === null && row.line(other) !== null;
}

const otherSex: ReadonlyMap<string, string> = new Map([
  ['birth_date_male', 'birth_date_female'],
  ['birth_date_female', 'birth_date_male'],
]);

function fieldsOf({ recognised }: DraftSheet, row: SheetRow, heldOf: HeldValues): Field[] {
  return (recognised?.columns ?? []).flatMap((column): Field[] => {
    const name = fieldName(column);
    if (name === null || name === 'order') return [];
    return name.split(', ').map((field) => ({
      label: column.segments.join(' / '),
      theirs: row.line(field),
      ...heldOf(field),
    }));
  });
}
