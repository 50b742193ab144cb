import type Database from 'better-sqlite3';
import type { MemberQuery } from '../../../electron/contract/members.ts';

/** One question of the list, and its answer by SQL as one would write it for this question alone. */
export interface ByHand {
  work: string;
  query: MemberQuery;
  /** Says what came of it. */
  run(): string;
}

const counted = `s.kind IN ('active','exempt','reduced','temporarily_exempt','temporarily_away','suspended','armed_forces_special_duty')`;
const byName = 'm.sort_key, m.id';
const downByName = 'm.sort_key DESC, m.id DESC';

/** Cells in the order of the office's list: by their grassroots organisation, within it by their own place. */
const withCells = `JOIN organisation_version v ON v.organisation_id = s.cell_id
  LEFT JOIN (SELECT w.organisation_id, w.position FROM organisation_version w JOIN organisation o ON o.id = w.organisation_id
    WHERE o.kind = 'grassroots_committee') g ON g.organisation_id = v.parent_id`;
const byCell = 'coalesce(g.position * 10000 + v.position, v.position * 10000)';

/** Every order the list offers, filters by themselves and together, and what is typed letter by letter. */
export function questionsOf(raw: Database.Database, asOf: string, page: number): ByHand[] {
  const current = `(s.valid_from IS NULL OR s.valid_from <= '${asOf}') AND (s.valid_to IS NULL OR s.valid_to >= '${asOf}')`;
  const shown = raw.prepare<string[], { id: string; full_name: string }>(
    `SELECT m.*, s.*, m.id, v.name AS cell FROM member m JOIN member_status s ON s.member_id = m.id AND ${current}
     JOIN organisation_version v ON v.organisation_id = s.cell_id WHERE m.id IN (${Array(page).fill('?').join(',')})`,
  );
  const one = (work: string, query: MemberQuery, order: string, where = '', join = ''): ByHand => {
    const all = raw.prepare<[], { id: string; gender: string; standing: string; kind: string }>(
      `SELECT m.id, m.gender, s.standing, s.kind FROM member m JOIN member_status s ON s.member_id = m.id ${join}
       WHERE ${current} AND ${counted} ${where} ORDER BY ${order}`,
    );
    const run = () => {
      const rows = all.all();
      const count = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).length;
      const women = count(({ gender }) => gender === 'female');
      count(({ standing }) => standing === 'probationary');
      count(({ kind }) => kind === 'exempt');
      const first = rows.slice(0, page).map(({ id }) => id);
      const lines = shown.all(...first, ...Array<string>(page - first.length).fill(''));
      const name = lines.find(({ id }) => id === first[0])?.full_name;
      return `${rows.length} members, ${women} women, ${lines.length} rows from ${name}`;
    };
    return { work, query, run };
  };
  const female = `AND m.gender = 'female'`;
  const few = `${female} AND s.standing = 'probationary'`;
  const commune = raw
    .prepare<[], { id: string }>(`SELECT id FROM organisation WHERE kind = 'grassroots_committee' ORDER BY id LIMIT 1`)
    .get();
  const ofCommune = `AND s.cell_id IN (SELECT organisation_id FROM organisation_version WHERE parent_id = '${commune?.id}')`;
  return [
    one('by name', {}, byName),
    one('by name, descending', { descending: true }, downByName),
    one('by birth date', { sort: 'birth_date' }, `m.birth_date, ${byName}`),
    one('by birth date, descending', { sort: 'birth_date', descending: true }, `m.birth_date DESC, ${downByName}`),
    one('by admission date', { sort: 'admission_date' }, `m.admission_date, ${byName}`),
    one('by cell', { sort: 'cell' }, `${byCell}, ${byName}`, '', withCells),
    one('by cell, descending', { sort: 'cell', descending: true }, `${byCell} DESC, ${byName}`, '', withCells),
    one('women, probationary', { gender: 'female', standing: 'probationary' }, byName, few),
    one(
      'exempt women by birth date',
      { gender: 'female', status: 'exempt', sort: 'birth_date' },
      `m.birth_date, ${byName}`,
      `${female} AND s.kind = 'exempt'`,
    ),
    ...(commune
      ? [
          one(
            'a commune by admission date',
            { organisation_id: commune.id, sort: 'admission_date' },
            `m.admission_date, ${byName}`,
            ofCommune,
          ),
        ]
      : []),
    one('typed: "n"', { text: 'n' }, byName, typed('n')),
    one('typed: "ng"', { text: 'ng' }, byName, typed('ng')),
    one('typed: "nguyễn thị hoa"', { text: 'nguyễn thị hoa' }, byName, ['nguyen', 'thi', 'hoa'].map(typed).join(' ')),
    one(
      'typed: "0123", women by birth date',
      { text: '0123', gender: 'female', sort: 'birth_date' },
      `m.birth_date, ${byName}`,
      `${female} ${typed('0123')}`,
    ),
  ];
}

function typed(word: string): string {
  return `AND (m.search_key LIKE '%${word}%' OR m.old_card_no LIKE '%${word}%' OR m.party_card_no LIKE '%${word}%' OR m.personal_id LIKE '%${word}%')`;
}
