import { argv } from 'node:process';
import type { MemberQuery } from '../../electron/contract/members.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/**
 * The member list as the window asks for it: the ids that fit with their counts, and the rows of the first page; beside
 * the same by hand-written SQL on raw better-sqlite3.
 */
const asOf = '2024-12-31';
const page = 50;
const current = `(s.valid_from IS NULL OR s.valid_from <= '${asOf}') AND (s.valid_to IS NULL OR s.valid_to >= '${asOf}')`;
const counted = `s.kind IN ('active','exempt','reduced','temporarily_exempt','temporarily_away','suspended','armed_forces_special_duty')`;

const questions: readonly { work: string; query: MemberQuery; where: string; order: string }[] = [
  { work: 'list by name', query: {}, where: '', order: 'm.sort_key, m.id' },
  {
    work: 'list by birth date, descending',
    query: { sort: 'birth_date', descending: true },
    where: '',
    order: 'm.birth_date DESC, m.sort_key DESC, m.id DESC',
  },
  {
    work: 'list by admission date',
    query: { sort: 'admission_date' },
    where: '',
    order: 'm.admission_date, m.sort_key, m.id',
  },
  {
    work: 'women, probationary',
    query: { gender: 'female', standing: 'probationary' },
    where: `AND m.gender = 'female' AND s.standing = 'probationary'`,
    order: 'm.sort_key, m.id',
  },
  {
    work: 'a letter in the search: "n"',
    query: { text: 'n' },
    where: `AND ${typed('n')}`,
    order: 'm.sort_key, m.id',
  },
  {
    work: 'a name in the search',
    query: { text: 'Nguyễn Thị Hoa' },
    where: ['nguyen', 'thi', 'hoa'].map((word) => `AND ${typed(word)}`).join(' '),
    order: 'm.sort_key, m.id',
  },
];

function typed(word: string): string {
  return `(m.search_key LIKE '%${word}%' OR m.old_card_no LIKE '%${word}%' OR m.party_card_no LIKE '%${word}%' OR m.personal_id LIKE '%${word}%')`;
}

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const raw = openConnection(office.beside, { mustExist: true });
  for (const { work, query, where, order } of questions) {
    const all = raw.prepare<[], { id: string; gender: string; standing: string; kind: string }>(
      `SELECT m.id, m.gender, s.standing, s.kind FROM member m JOIN member_status s ON s.member_id = m.id
       WHERE ${current} AND ${counted} ${where} ORDER BY ${order}`,
    );
    const shown = raw.prepare(
      `SELECT m.*, s.*, v.name AS cell FROM member m JOIN member_status s ON s.member_id = m.id AND ${current}
       JOIN organisation_version v ON v.organisation_id = s.cell_id WHERE m.id IN (${Array(page).fill('?').join(',')})`,
    );
    const byHand = () => {
      const rows = all.all();
      const women = rows.filter(({ gender }) => gender === 'female').length;
      const first = rows.slice(0, page).map(({ id }) => id);
      shown.all(...first, ...Array<string>(page - first.length).fill(''));
      return `${rows.length} members, ${women} women`;
    };
    const byContract = async () => {
      const { ids, counts } = await office.client.members.ids({ ...query, as_of: asOf });
      await office.client.members.rows({ ids: ids.slice(0, page), as_of: asOf });
      return `${counts.total} members, ${counts.women} women`;
    };
    const contenders = [
      { name: 'SQL by hand', run: byHand },
      { name: 'contract', run: byContract },
    ];
    measured.push(await sideBySide(work, sizes[size].members, contenders, runs));
  }
  raw.close();
  office.close();
}
printMeasured('Member list: ids, counts and the first page', measured);
keepMeasured('member-list', measured);
