import { listOrganisations } from '../../../electron/data/organisations/list-organisations.ts';
import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { differences } from '../differences.ts';
import * as words from '../truth-words.ts';
import { asOf, type Comparison } from './comparison.ts';

/** Organisations with their names and set days over time, counts and flags. */
export async function organisationDifferences({
  sample,
  truth,
  imported,
  organisation,
}: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const records = await listOrganisations(db, { asOf, all: true });
  const versions = await db.selectFrom('organisation_version').selectAll().orderBy('valid_from').execute();
  const days = await db.selectFrom('meeting_day').selectAll().orderBy('valid_from').execute();
  const counts = await db.selectFrom('organisation_count').selectAll().where('as_of', '=', asOf).execute();
  const actual = new Map(
    records.map((record) => {
      const own = versions.filter((version) => version.organisation_id === record.id);
      const ownDays = days.filter((row) => row.organisation_id === record.id);
      const count = counts.find((row) => row.organisation_id === record.id);
      const comparable = {
        ...record,
        name: nameKey(record.name),
        former_names: own.slice(0, -1).map(({ name, valid_to }) => ({ name, valid_to })),
        days: ownDays.map(({ day, valid_from, valid_to }) => ({ day, valid_from, valid_to })),
        difficulty_flags: record.difficulty_flags.toSorted(),
        phone: own.at(-1)?.phone ?? null,
        counts: count && [count.members, count.women, count.probationary, count.exempt],
      };
      return [record.id, comparable];
    }),
  );
  const expected = new Map(
    truth.organisations.map((one) => {
      const { counts: given, aliases = [], features = [] } = one;
      const cell = one.is_cell && {
        cell_type: one.cell_type,
        is_residential: one.residential,
        former_names: aliases.map(({ name, valid_to }) => ({ name, valid_to })),
        days: one.meeting_days,
        difficulty_flags: features.map(words.featureFlag).sort(),
        phone: one.secretary_phone,
        valid_from: one.valid_from,
        valid_to: one.valid_to,
        ...(given && { counts: [given.members, given.women, given.probationary, given.exempt] }),
      };
      const kind = words.organisationKind(one.kind, one.parent === null && sample === 'commune-b');
      return [
        organisation(one.code) ?? one.code,
        { name: nameKey(one.name), kind, parent_id: organisation(one.parent), ...cell },
      ];
    }),
  );
  return differences(actual, expected);
}

/** Renames, new set days, splits and mergers. */
export async function organisationEventDifferences({ truth, imported, organisation }: Comparison): Promise<string[]> {
  const events = await imported.office.db.selectFrom('organisation_event').selectAll().execute();
  const key = (...parts: (string | null)[]) => parts.join(' ');
  return differences(
    new Map(events.map((one) => [key(one.kind, one.date, one.organisation_id, one.other_id), {}])),
    new Map(
      truth.organisation_events.map(({ kind, date, cell, other }) => [
        key(kind.toLowerCase(), date, organisation(cell), organisation(other)),
        {},
      ]),
    ),
  );
}
