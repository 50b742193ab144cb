import { expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { planOffice } from '../bench/data/plan.ts';
import { sizes } from '../bench/data/sizes.ts';
import { writeOffice } from '../bench/data/write-office.ts';
import { newOffice, temporaryFolder } from '../support/office.ts';
import { tableHashes } from '../support/table-hashes.ts';

// Benches of two days measure the same office only if the same seed makes the same rows.
test('the same seed makes the same rows, another seed others', async () => {
  const tables = ['member', 'member_status', 'official', 'assignment', 'meeting', 'attendance', 'visit', 'rating'];
  const made = async (seed: number) => {
    const office: Office = await newOffice(temporaryFolder());
    const size = { ...sizes.district, members: 120, years: 1 };
    await writeOffice(office, await rootOrganisationId(office.db), planOffice(size, seed), () => undefined);
    const members = await office.db.selectFrom('member').select('id').execute();
    expect(members).toHaveLength(120);
    const hashes = await office.maintain(tableHashes);
    return tables.map((table) => hashes[table]);
  };
  const [first, again, other] = [await made(1), await made(1), await made(2)];
  expect(again).toEqual(first);
  for (const [at, hash] of first.entries()) expect(other[at], tables[at]).not.toBe(hash);
});
