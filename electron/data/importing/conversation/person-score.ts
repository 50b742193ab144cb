import type { MemberRow } from '../../schema/member-tables.ts';
import { nameKey, searchKey } from '../../vietnamese/fold.ts';
import { datesAgree, type Identity } from '../match/member-book.ts';

/** How far a row and a member look like one person: 0–100, with the reasons in words. */
export interface PersonScore {
  score: number;
  because: string[];
}

/** Numbers decide (pitfall 10); without one, nobody is surer than this by name and dates. */
const withoutNumber = 94;

/** Compares by identity number, cards, name, dates and cell, in the order of pitfall 10. */
export function personScore(
  member: MemberRow,
  identity: Omit<Identity, 'cellId'>,
  { sameCell }: { sameCell: boolean },
): PersonScore {
  const numbers: [same: boolean, score: number, words: string][] = [
    [isSame(member.national_record_id, identity.nationalId), 100, 'trùng mã cơ sở dữ liệu'],
    [isSame(member.personal_id, identity.personalId), 100, 'trùng số định danh'],
    [isSame(member.party_card_no, identity.newCard), 98, 'trùng số thẻ đảng viên'],
    [isSame(member.old_card_no, identity.oldCard), 96, 'trùng số thẻ đảng viên cũ'],
  ];
  const parts = [nameScore(member, identity.name), birthScore(member, identity.birthDate)];
  if (isSame(member.admission_date, identity.admissionDate)) parts.push({ score: 8, words: 'ngày vào Đảng' });
  if (sameCell) parts.push({ score: 14, words: 'chi bộ' });
  const shared = parts.flatMap(({ words }) => words ?? []);
  const byNumber = numbers.filter(([same]) => same);
  const name = parts[0]?.score ?? 0;
  const [best] = byNumber;
  // The same number under another name is a mistake in one of the two more often than one person.
  if (best) return { score: name > 0 ? best[1] : 60, because: byNumber.map(([, , words]) => words) };
  const score = name === 0 ? 0 : parts.reduce((sum, part) => sum + part.score, 0);
  return {
    score: Math.max(0, Math.min(withoutNumber, score)),
    because: shared.length === 0 ? [] : [`trùng ${shared.join(', ')}`],
  };
}

function isSame(ours: string | null, theirs: string | null | undefined): boolean {
  return ours !== null && ours === (theirs ?? null);
}

function nameScore(member: MemberRow, name: string): { score: number; words: string | null } {
  if (member.name_key === nameKey(name)) return { score: 40, words: 'họ tên' };
  if (member.search_key === searchKey(name)) return { score: 28, words: 'họ tên không dấu' };
  return { score: 0, words: null };
}

function birthScore(member: MemberRow, birthDate: string | null): { score: number; words: string | null } {
  const ours = member.birth_date;
  if (ours === null || birthDate === null) return { score: 0, words: null };
  if (ours === birthDate && ours.length === 10) return { score: 40, words: 'ngày sinh' };
  if (datesAgree(ours, birthDate)) return { score: 25, words: 'năm sinh' };
  return { score: -25, words: null };
}
