import { createWriteStream } from 'node:fs';
import { argv, stdout } from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codesOf, genderWords, standingWords, statusWords } from '../../electron/contract/words.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { writeByHand } from './xlsx-by-hand.ts';

// The floor of `member-list-to-excel.ts`, in a process of its own: OFFICE DAY TARGET. One SELECT by hand gives the list by name, each row
// with its words as it comes, and the XML is put together by hand. A TARGET that ends with .jsonl gets the rows: for the peers.
const [, , office = '', day = '', target = ''] = argv;
const connection = openConnection(office, { mustExist: true });
const places = new Map(
  connection
    .prepare<[string, string], { id: string; name: string; kind: string; parent: string | null }>(
      `SELECT o.id, o.kind, v.name, v.parent_id AS parent FROM organisation o JOIN organisation_version v ON v.organisation_id = o.id
       WHERE (v.valid_from IS NULL OR v.valid_from <= ?) AND (v.valid_to IS NULL OR v.valid_to >= ?)`,
    )
    .all(day, day)
    .map((row) => [row.id, row]),
);
const words: Readonly<Record<string, string>> = { ...genderWords, ...standingWords, ...statusWords };
if (codesOf(words).length < 17) throw new RangeError('two codes are the same');
const cells = new Map<string, string>();

function cellWords(id: string): string {
  const known = cells.get(id);
  if (known !== undefined) return known;
  const cell = places.get(id);
  let above = cell;
  while (above && above.kind !== 'grassroots_committee' && above.kind !== 'grassroots_cell') {
    above = places.get(above.parent ?? '');
  }
  const text = above && above !== cell ? `${cell?.name} — ${above.name}` : (cell?.name ?? '');
  cells.set(id, text);
  return text;
}

function* rows(): Generator<(string | null)[]> {
  const listed = connection
    .prepare<[string, string], (string | null)[]>(
      `SELECT m.full_name, m.gender, m.birth_date, s.cell_id, m.admission_date, m.full_member_date, s.standing, s.kind,
              coalesce(m.party_card_no, m.old_card_no), m.personal_id
       FROM member m JOIN member_status s ON s.member_id = m.id
       WHERE (s.valid_from IS NULL OR s.valid_from <= ?) AND (s.valid_to IS NULL OR s.valid_to >= ?)
         AND s.kind NOT IN ('transferred_out', 'name_removed', 'withdrawn', 'expelled', 'deceased', 'temporarily_received')
       ORDER BY m.sort_key, m.id`,
    )
    .raw();
  for (const row of listed.iterate(day, day)) {
    for (const at of [1, 6, 7]) row[at] = words[row[at] ?? ''] ?? null;
    row[3] = cellWords(row[3] ?? '');
    const number = row[9];
    row[9] = number ? `${number.slice(0, 4)}*****${number.slice(-3)}` : null;
    yield row;
  }
}

const begun = performance.now();
const before = process.cpuUsage();
let said = '';
if (target.endsWith('.jsonl')) {
  let count = 0;
  const lines = function* () {
    for (const row of rows()) {
      count += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(target));
  said = `${count} rows`;
} else {
  const { xml, file } = await writeByHand(rows(), target);
  said = `file ${(file / 1e6).toFixed(1)} MB of ${(xml / 1e6).toFixed(1)} MB XML`;
}
const milliseconds = performance.now() - begun;
const used = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
connection.close();
stdout.write(`${JSON.stringify({ milliseconds, processor: (used.user + used.system) / 1000, megabytes, said })}\n`);
