import { rmSync } from 'node:fs';
import { argv } from 'node:process';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { heldPerRow } from './member-list/held-per-row.ts';
import { type ByHand, questionsOf } from './member-list/questions.ts';
import { printPeer, writeSheet } from './member-list/sheet-peer.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/**
 * The member list as the window asks for it: the ids that fit with their counts, and the rows of the first page, in every order
 * and with filters and words typed; beside the same by hand-written SQL on raw better-sqlite3. The contract is measured
 * three times: just after a change of what lists are picked from, when nothing is held; asked again; and just after a change of
 * something else in a member's row, which what is held outlives. The peer is openpyxl over the same list.
 */
const asOf = '2024-12-31';
const page = 50;

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const raw = openConnection(office.beside, { mustExist: true });
  const { members } = office.client;
  const byContract = async (query: ByHand['query']) => {
    const { ids, counts } = await members.ids({ ...query, as_of: asOf });
    const first = await members.rows({ ids: ids.slice(0, page), as_of: asOf });
    return `${counts.total} members, ${counts.women} women, ${first.length} rows from ${first[0]?.full_name}`;
  };
  await heldPerRow(sizes[size].members, async () => {
    // In another order, and with a word typed: what these need is held as well.
    await members.ids({ sort: 'birth_date', text: 'n', as_of: asOf });
    return members.ids({ as_of: asOf });
  });
  const { ids } = await members.ids({ as_of: asOf });
  const { form } = await members.dossier({ id: ids[0] ?? '' });
  let changes = 0;
  // A number of a card is searched in lists; the telephone stands on the page of the member only.
  let saved = form;
  const change = (column: 'old_card_no' | 'phone') => async () => {
    changes += 1;
    saved = { ...saved, [column]: String(90_000_000 + changes) };
    await members.save({ id: ids[0] ?? '', form: saved });
  };
  for (const { work, query, run } of questionsOf(raw, asOf, page)) {
    const contenders = [
      { name: 'SQL by hand', run },
      { name: 'after a change', prepare: change('old_card_no'), run: () => byContract(query) },
      { name: 'asked again', run: () => byContract(query) },
      { name: 'after another', prepare: change('phone'), run: () => byContract(query) },
    ];
    measured.push(await sideBySide(work, sizes[size].members, contenders, runs));
  }
  const sheet = await writeSheet(raw, asOf);
  raw.close();
  office.close();
  printPeer(sheet, sizes[size].members);
  rmSync(sheet, { force: true });
}
printMeasured('Member list: ids, counts and the first page', measured);
keepMeasured('member-list', measured);
