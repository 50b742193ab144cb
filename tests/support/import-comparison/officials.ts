import { listAssignments, listTeams } from '../../../electron/data/assignments/list-assignments.ts';
import { listOfficials } from '../../../electron/data/officials/list-officials.ts';
import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { differences } from '../differences.ts';
import { asOf, type Comparison } from './comparison.ts';

/** Title on the day and over time, group, agency, telephone, own cell and the member an official is. */
export async function officialDifferences({ truth, imported, ...ids }: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const rows = await db.selectFrom('official').select(['id', 'member_id']).execute();
  const memberOf = new Map(rows.map(({ id, member_id }) => [id, member_id]));
  const titles = await db.selectFrom('official_title').selectAll().orderBy('valid_from').execute();
  const actual = new Map(
    (await listOfficials(db, { asOf })).map((record) => [
      record.id,
      {
        ...record,
        full_name: nameKey(record.full_name),
        member_id: memberOf.get(record.id),
        titles: titles.filter((row) => row.official_id === record.id).map((row) => [row.title, row.title_group]),
      },
    ]),
  );
  const expected = new Map(
    truth.officials.map((one) => [
      ids.official(one.code) ?? one.code,
      {
        full_name: nameKey(one.name),
        title: one.title,
        agency: one.agency,
        title_group: one.title_group,
        phone: one.phone,
        own_cell_id: ids.organisation(one.own_cell),
        member_id: ids.member(one.member) ?? null,
        titles: one.quota_blocks.map(({ title, title_group }) => [title, title_group]),
      },
    ]),
  );
  return differences(actual, expected);
}

/** Every assignment, and the entries that their quotas count over. */
export async function assignmentDifferences({
  truth,
  imported,
  organisation,
  official,
}: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const key = (...parts: (string | number | null)[]) => parts.join(' ');
  const records = await listAssignments(db, null);
  const entries = await db.selectFrom('assignment_entry').selectAll().execute();
  const actual = [
    ...records.map((one) =>
      key(
        one.official_id,
        one.target_kind,
        one.target_id,
        one.role,
        one.valid_from,
        one.valid_to,
        one.min_visits,
        one.document,
      ),
    ),
    ...entries.map((one) => key(one.official_id, one.title, one.min_visits, one.valid_from, one.valid_to)),
  ];
  const expected = [
    ...truth.assignments.map((one) => {
      const kind = one.target_kind === 'cell' ? 'cell' : 'organisation';
      const role = one.role === 'ATTEND' ? 'attend' : 'area_in_charge';
      const target = organisation(one.target);
      return key(official(one.official), kind, target, role, one.from, one.to, one.min_visits_per_year, one.decision);
    }),
    ...truth.officials.flatMap(({ code, quota_blocks }) =>
      quota_blocks.map((block) => key(official(code), block.title, block.per_year, block.from, block.to)),
    ),
  ];
  return differences(new Map(actual.map((one) => [one, {}])), new Map(expected.map((one) => [one, {}])));
}

export async function teamDifferences({ truth, imported, organisation, official }: Comparison): Promise<string[]> {
  const { db } = imported.office;
  const areas = await db.selectFrom('team').select(['id', 'area_id']).execute();
  const areaOf = new Map(areas.map(({ id, area_id }) => [id, area_id]));
  const actual = new Map(
    (await listTeams(db, asOf)).map((team) => {
      const of = (role: string) =>
        team.members.filter((member) => member.role === role).map(({ official_id }) => official_id);
      return [
        team.name,
        { area: areaOf.get(team.id), leader: of('leader'), deputy: of('deputy'), members: of('member').sort() },
      ];
    }),
  );
  const expected = new Map(
    truth.teams.map(({ name, org, leader, deputy, members }) => [
      name,
      {
        area: organisation(org),
        leader: [official(leader)],
        deputy: deputy === null ? [] : [official(deputy)],
        members: members.map(official).sort(),
      },
    ]),
  );
  return differences(actual, expected);
}
