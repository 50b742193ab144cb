import { argv } from 'node:process';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { sizes } from './data/sizes.ts';
import { openCopy, sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printMeasured, sideBySide } from './side-by-side.ts';

/** The reports of a whole year, as the window shows them, beside one aggregate query by hand over the same rows. */
const year = '2024';
const byCommune = `FROM meeting m JOIN organisation_version v ON v.organisation_id = m.cell_id WHERE m.period BETWEEN '${year}-01' AND '${year}-12'`;

const reports = [
  {
    code: 'BC-05',
    sql: `SELECT v.parent_id, count(*) FILTER (WHERE m.state = 'held'), sum(m.due), sum(m.present), sum(m.absent_excused),
      sum(m.absent_unexcused), count(r.id), avg(r.total), count(t.id),
      avg((substr(m.ended_at, 1, 2) - substr(m.started_at, 1, 2)) * 60 + substr(m.ended_at, 4, 2) - substr(m.started_at, 4, 2))
      FROM meeting m JOIN organisation_version v ON v.organisation_id = m.cell_id
      LEFT JOIN rating r ON r.meeting_id = m.id LEFT JOIN visit t ON t.meeting_id = m.id
      WHERE m.period BETWEEN '${year}-01' AND '${year}-12' GROUP BY v.parent_id`,
  },
  {
    code: 'BC-02',
    sql: `SELECT o.id, o.full_name, e.min_visits, (SELECT count(*) FROM visit t JOIN meeting m ON m.id = t.meeting_id
      WHERE t.official_id = o.id AND m.state = 'held' AND m.period BETWEEN '${year}-01' AND '${year}-12'
      AND EXISTS (SELECT 1 FROM assignment a WHERE a.official_id = o.id AND a.target_id = m.cell_id))
      FROM official o JOIN assignment_entry e ON e.official_id = o.id ORDER BY o.sort_key`,
  },
  {
    code: 'BC-07',
    sql: `SELECT v.parent_id, m.cell_id, m.period, r.grade, r.total ${byCommune.replace(' WHERE', ' JOIN rating r ON r.meeting_id = m.id WHERE')} ORDER BY v.parent_id, v.position`,
  },
] as const;

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['commune', 'district', 'province']);
const measured: Measured[] = [];
for (const size of asked) {
  const office = await openCopy(size);
  const raw = openConnection(office.beside, { mustExist: true });
  for (const { code, sql } of reports) {
    const query = raw.prepare(sql);
    const contenders = [
      { name: 'one query', run: () => `${query.all().length} rows` },
      {
        name: 'contract',
        run: async () => `${(await office.client.reports.run({ code, period: year })).rows.length} rows`,
      },
    ];
    measured.push(await sideBySide(`${code} of ${year}`, sizes[size].members, contenders, runs));
  }
  raw.close();
  office.close();
}
printMeasured('Reports of a year', measured);
keepMeasured('year-reports', measured);
