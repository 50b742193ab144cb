import { memberRecords } from '../../../electron/data/members/member-records.ts';
import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { differences } from '../differences.ts';
import { memberDate, type TruthMember } from '../import-truth.ts';
import * as words from '../truth-words.ts';
import { asOf, type Comparison, listedMembers } from './comparison.ts';

/** Names, dates, codes, cards, cells, standing and status. */
export async function memberDifferences(comparison: Comparison): Promise<string[]> {
  const { db } = comparison.imported.office;
  const ids = (await db.selectFrom('member').select('id').execute()).map(({ id }) => id);
  const records = await memberRecords(db, ids, asOf);
  const actual = new Map(records.map((record) => [record.id, { ...record, full_name: nameKey(record.full_name) }]));
  const expected = new Map(
    listedMembers(comparison).map((member) => [
      comparison.member(member.id) ?? member.id,
      expectedMember(member, comparison),
    ]),
  );
  return differences(actual, expected);
}

function expectedMember(member: TruthMember, { organisation }: Comparison): object {
  const record = {
    full_name: nameKey(member.name),
    gender: words.gender(member.sex),
    birth_date: memberDate(member, 'birth_date'),
    ethnicity: member.ethnicity,
    religion: member.religion,
    home_commune: member.hometown?.commune ?? null,
    home_district: member.hometown?.district ?? null,
    home_province: member.hometown?.province ?? null,
    general_education: member.general_education,
    professional_education: member.professional_education,
    political_theory: member.political_theory,
    admission_date: memberDate(member, 'joined_on'),
    full_member_date: memberDate(member, 'official_on'),
    old_card_no: member.card_number,
    party_card_no: member.card_number_12,
    personal_id: member.citizen_id,
    national_record_id: member.csdl_id,
    cell_id: organisation(member.cell),
    standing: member.kind === 'CT' ? 'full' : 'probationary',
    status: words.statusKind(member.status),
    status_since: member.status_since,
    counted: member.counted,
  };
  const open = new Set(member.contested.map(words.memberField));
  return Object.fromEntries(Object.entries(record).filter(([field]) => !open.has(field)));
}

/** The events of the samples' year; the truth has no earlier ones. */
export async function membershipEventDifferences(comparison: Comparison): Promise<string[]> {
  const { imported, member, organisation } = comparison;
  const rows = await imported.office.db.selectFrom('membership_event').selectAll().execute();
  const key = (...parts: (string | null | undefined)[]) => parts.join(' ');
  return differences(
    new Map(
      rows
        .filter(({ date }) => date?.startsWith(asOf.slice(0, 4)))
        .map((row) => [key(row.member_id, row.code, row.date, row.from_cell_id, row.to_cell_id), {}]),
    ),
    new Map(
      listedMembers(comparison).flatMap(({ id, events }) =>
        events.map((event) => [
          key(member(id), event.code, event.date, organisation(event.from_cell), organisation(event.to_cell)),
          {},
        ]),
      ),
    ),
  );
}

/** Posts in the cell committee, and those elsewhere, which are in the note. */
export async function postDifferences(comparison: Comparison): Promise<string[]> {
  const { db } = comparison.imported.office;
  const posts = await db.selectFrom('cell_committee_member').selectAll().execute();
  const members = await db.selectFrom('member').select(['id', 'note']).execute();
  const actual = new Map(
    members.map(({ id, note }) => {
      const own = posts.filter((post) => post.member_id === id).map((post) => words.postLabel(post.position));
      const others = /^Chức vụ: (.+)$/mu.exec(note ?? '')?.[1];
      return [id, { posts: [...own, ...(others === undefined ? [] : [others])] }];
    }),
  );
  const expected = new Map(
    listedMembers(comparison).map(({ id, posts: held }) => [comparison.member(id) ?? id, { posts: held }]),
  );
  return differences(actual, expected);
}
