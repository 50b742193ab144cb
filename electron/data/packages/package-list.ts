import type { Kysely } from 'kysely';
import { z } from 'zod';
import { packageContent } from '../../contract/packages.ts';
import { rootOrganisationId } from '../organisations/list-organisations.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { parsePeriod } from '../reporting/period.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { telephoneCode } from './manifest.ts';

const contentList = z.array(packageContent);

/** Packages made and received, newest first. */
export async function listPackages(db: Kysely<Tables>) {
  const rows = await readPackages(db);
  return rows.map((row) => ({
    ...{ id: row.id, direction: row.direction, sender_name: row.sender_name, unit_id: row.unit_id, period: row.period },
    ...{ contents: contentList.parse(JSON.parse(row.contents)), made_at: row.made_at, received_at: row.at },
    ...{ file: row.file_name, code: telephoneCode(row.sha256), replaced: row.later !== null },
  }));
}

/**
 * The units directly under the office on the last day of the period, in the order of its list, and those that sent something:
 * each with the package that stands for the period. Throws `wrong_arguments` for a period there is not.
 */
export async function listUnits(db: Kysely<Tables>, key: string) {
  const period = parsePeriod(key);
  const now = today();
  const day = period.dateTo < now ? period.dateTo : now;
  const [root, places, rows] = await Promise.all([
    rootOrganisationId(db),
    readOrganisationHistory(db),
    readPackages(db),
  ]);
  const received = rows.filter((row) => row.direction === 'received' && row.period === period.key);
  const senders = received.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id]));
  const below = places.under(root, day).filter((id) => id !== root && places.isInForce(id, day));
  const direct = below.filter((id) => places.versionOn(id, day)?.parent_id === root && places.kindOf(id) !== 'cell');
  const units = [...new Set([...direct, ...senders])].sort((a, b) => places.compareOn(a, b, day));
  return units.map((unit) => {
    const own = received.filter((row) => row.unit_id === unit);
    const standing = own.find(({ later }) => later === null);
    return {
      ...{
        unit,
        name: places.nameOn(unit, day),
        received_at: standing?.at ?? null,
        made_at: standing?.made_at ?? null,
      },
      replaced: own.filter(({ later }) => later !== null).length,
      contents: standing ? contentList.parse(JSON.parse(standing.contents)) : [],
    };
  });
}

function readPackages(db: Kysely<Tables>) {
  return db
    .selectFrom('data_package as package')
    .leftJoin('import_run as run', 'run.id', 'package.import_id')
    .leftJoin('data_package as later', 'later.replaces_id', 'package.id')
    .selectAll('package')
    .select(['run.at', 'later.id as later'])
    .orderBy('package.id', 'desc')
    .execute();
}
