/**
 * What each report of a year asks, as one aggregate query by hand over the same rows: a line a cell (of BC-02 an assignment)
 * with what the form prints of it, the same of each commune (of BC-02 an official), and the total: the lines are put together
 * from those of the cells, as the report does. The rules stand in the query as they are in force in the offices of
 * measurements. It gives numbers only: no rows behind a figure, no words but names.
 */
export const year = '2024';

const ofYear = `m.period BETWEEN '${year}-01' AND '${year}-12'`;
const isHeld = "m.state = 'held'";
const isRegular = `${isHeld} AND m.kind IN ('regular', 'regular_with_thematic')`;
const isThematic = `${isHeld} AND m.kind IN ('thematic', 'regular_with_thematic')`;
const isMissed = "m.state IN ('not_held', 'postponed')";
const quarter = '(substr(m.date, 6, 2) + 2) / 3';
const minutes = `(substr(m.ended_at, 1, 2) - substr(m.started_at, 1, 2)) * 60
  + substr(m.ended_at, 4, 2) - substr(m.started_at, 4, 2) - coalesce(p.break_minutes, 0)`;
/** Of those who scored the meeting, the first in the rule `printed_grade`. */
const printedRating = `LEFT JOIN rating r ON r.id = (SELECT id FROM rating WHERE meeting_id = m.id AND grade IS NOT NULL
  ORDER BY CASE scorer_role WHEN 'superior_decision' THEN 1 WHEN 'visiting_official' THEN 2 WHEN 'cell_committee' THEN 3 ELSE 4 END
  LIMIT 1)`;

/** A column of the form: what it is of one line, and of the lines together. */
type Columns = Readonly<Record<string, { line: string; together: 'sum' | 'avg' | string }>>;
const sums = (columns: Readonly<Record<string, string>>): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, line]) => [name, { line, together: 'sum' }]));

/** Lines named by `heads`, then one for each of the groups they are in, then the total. */
function linesAndSums(
  kinds: readonly [string, string],
  heads: Readonly<Record<string, string>>,
  columns: Columns,
  from: string,
) {
  const named = Object.entries(heads).map(([name, line]) => `${line} AS ${name}`);
  const lines = Object.entries(columns).map(([name, { line }]) => `${line} AS ${name}`);
  const whole = Object.entries(columns).map(([name, { together }]) =>
    together === 'sum' || together === 'avg' ? `${together}(${name})` : together,
  );
  const others = Object.keys(heads)
    .slice(1)
    .map(() => 'NULL');
  const [group = ''] = Object.keys(heads);
  return `WITH line AS MATERIALIZED (SELECT ${[...named, ...lines].join(', ')} ${from})
    SELECT '${kinds[0]}' AS kind, * FROM line
    UNION ALL SELECT '${kinds[1]}', ${[group, ...others, ...whole].join(', ')} FROM line GROUP BY ${group}
    UNION ALL SELECT 'total', ${['NULL', ...others, ...whole].join(', ')} FROM line`;
}

const ofDecember = ['members_total', 'full_members', 'probationary', 'exempt', 'working_away', 'temporarily_away'];
const lastMonth = Object.fromEntries(
  [...ofDecember, 'temporarily_received'].map((column) => [
    column,
    `max(m.${column}) FILTER (WHERE m.period = '${year}-12')`,
  ]),
);
const byGrade = Object.fromEntries(
  ['good', 'fair', 'average', 'poor'].map((grade) => [grade, `count(*) FILTER (WHERE r.grade = '${grade}')`]),
);
const notGraded = { not_graded: `count(*) FILTER (WHERE ${isHeld} AND r.grade IS NULL)` };
const cell = { commune: 'v.parent_id', cell: 'm.cell_id', name: 'v.name', type: 'v.cell_type' };
const ofCells = 'FROM meeting m JOIN organisation_version v ON v.organisation_id = m.cell_id';

/** BC-05: regularity, members, attendance, coverage, duration, grades, visits, conclusions, tasks. */
const meetings = linesAndSums(
  ['cell', 'organisation'],
  cell,
  {
    ...sums({
      residential: 'v.is_residential',
      met: `count(*) FILTER (WHERE ${isRegular})`,
      on_set_day: `count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 = d.day)`,
      approved: `count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 <> d.day AND m.other_day_approved)`,
      unapproved: `count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 <> d.day AND NOT m.other_day_approved)`,
      missed: `count(*) FILTER (WHERE ${isMissed})`,
      not_reported: '12 - count(DISTINCT m.period)',
      ...lastMonth,
      due: 'sum(m.due)',
      present: 'sum(m.present)',
    }),
    rate: { line: '100.0 * sum(m.present) / sum(m.due)', together: '100.0 * sum(present) / sum(due)' },
    ...sums({
      excused: 'sum(m.absent_excused)',
      unexcused: 'sum(m.absent_unexcused)',
      quarters: `count(DISTINCT CASE WHEN ${isThematic} THEN ${quarter} END)`,
      thematic: `count(*) FILTER (WHERE ${isThematic})`,
      minutes: `sum(${minutes})`,
      timed: `count(${minutes})`,
    }),
    average_minutes: { line: `avg(${minutes})`, together: '1.0 * sum(minutes) / sum(timed)' },
    ...sums({
      short: `count(*) FILTER (WHERE ${isHeld}
        AND ${minutes} < coalesce(v.own_min_minutes, CASE WHEN m.members_total >= 30 THEN 120 ELSE 90 END))`,
      ...byGrade,
      ...notGraded,
      visits: 'sum((SELECT count(*) FROM visit t WHERE t.meeting_id = m.id))',
      concluded: 'count(*) FILTER (WHERE m.conclusion IS NOT NULL OR m.resolution_number IS NOT NULL)',
      tasks: 'sum((SELECT count(*) FROM task k WHERE k.meeting_id = m.id))',
      tasks_done: 'sum((SELECT sum(k.done) FROM task k WHERE k.meeting_id = m.id))',
    }),
  },
  `${ofCells} LEFT JOIN meeting_day d ON d.organisation_id = m.cell_id
    LEFT JOIN meeting_preparation p ON p.meeting_id = m.id ${printedRating}
  WHERE ${ofYear} GROUP BY v.parent_id, m.cell_id`,
);

const means: Record<string, Columns[string]> = {};
for (const number of Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))) {
  const wanted = `m.period = '${year}-${number}' AND ${isRegular}`;
  means[`score_${number}`] = { line: `max(r.total) FILTER (WHERE ${wanted})`, together: 'avg' };
  means[`grade_${number}`] = { line: `max(r.grade) FILTER (WHERE ${wanted})`, together: 'NULL' };
}
for (const number of [1, 2, 3, 4]) {
  const wanted = `${isThematic} AND ${quarter} = ${number}`;
  means[`thematic_${number}`] = { line: `avg(r.total) FILTER (WHERE ${wanted})`, together: 'avg' };
  means[`thematic_grade_${number}`] = { line: `group_concat(r.grade) FILTER (WHERE ${wanted})`, together: 'NULL' };
}

/** BC-07: points and grade of each month and quarter, months by grade, mean, the grade decided, months to be warned of. */
const grades = linesAndSums(
  ['cell', 'organisation'],
  cell,
  {
    ...means,
    ...sums({ ...byGrade, ...notGraded, points: `sum(r.total) FILTER (WHERE ${isHeld})` }),
    ...sums({ scored: `count(r.total) FILTER (WHERE ${isHeld})` }),
    mean: { line: `avg(r.total) FILTER (WHERE ${isHeld})`, together: '1.0 * sum(points) / sum(scored)' },
    warnings: { line: `group_concat(m.period) FILTER (WHERE ${isMissed})`, together: 'NULL' },
    decided: {
      line: `(SELECT decided FROM period_grade g WHERE g.cell_id = m.cell_id AND g.period = '${year}')`,
      together: 'NULL',
    },
  },
  `${ofCells} ${printedRating} WHERE ${ofYear} GROUP BY v.parent_id, m.cell_id`,
);

const made = ['regular', 'thematic', 'visits', 'reports_due', 'reported', 'late', 'petitions', 'on_the_spot'];
const missed = ['with_reason', 'without_reason', 'substituted'];

/** BC-02: each assignment with its document and the quota of its official, visits by kind, plans, reports, petitions. */
const visits = linesAndSums(
  ['assignment', 'official'],
  {
    ...{ official: 'o.id', name: 'o.full_name', agency: 'o.agency', title: 'title.title', assignment: 'a.id' },
    ...{ cell: 'c.name', commune: 'g.name', document: 'd.number_symbol', dated: 'd.date' },
  },
  {
    quota: { line: 'e.min_visits', together: 'max(quota)' },
    ...sums(Object.fromEntries(made.map((column) => [column, `made.${column}`]))),
    ...sums(Object.fromEntries(missed.map((column) => [column, `planned.${column}`]))),
    rate: { line: 'NULL', together: '100.0 * sum(visits) / max(quota)' },
    shortfall: { line: 'NULL', together: 'max(0, max(quota) - sum(visits))' },
  },
  `FROM assignment a JOIN assignment_entry e ON e.id = a.entry_id JOIN official o ON o.id = a.official_id
    LEFT JOIN official_title title ON title.official_id = o.id LEFT JOIN decision d ON d.id = e.decision_id
    LEFT JOIN organisation_version c ON c.organisation_id = a.target_id
    LEFT JOIN organisation_version g ON g.organisation_id = c.parent_id
    LEFT JOIN (
      SELECT t.official_id, m.cell_id, count(*) AS visits, count(*) FILTER (WHERE m.kind = 'thematic') AS thematic,
        count(*) FILTER (WHERE m.kind IN ('regular', 'regular_with_thematic')) AS regular,
        count(f.id) AS reports_due, count(f.submitted_on) AS reported, sum(f.submitted_on > f.due_date) AS late,
        sum((SELECT count(*) FROM petition q WHERE q.meeting_id = m.id AND q.visit_id = t.id)) AS petitions,
        sum((SELECT count(*) FROM petition q WHERE q.meeting_id = m.id AND q.visit_id = t.id
          AND q.state = 'answered_on_the_spot')) AS on_the_spot
      FROM meeting m JOIN visit t ON t.meeting_id = m.id LEFT JOIN visit_report f ON f.visit_id = t.id
        LEFT JOIN official self ON self.id = t.official_id
      WHERE ${ofYear} AND ${isHeld} AND self.own_cell_id IS NOT m.cell_id GROUP BY t.official_id, m.cell_id
    ) made ON made.official_id = a.official_id AND made.cell_id = a.target_id
    LEFT JOIN (
      SELECT official_id, cell_id, count(*) FILTER (WHERE state = 'missed' AND reason IS NOT NULL) AS with_reason,
        count(*) FILTER (WHERE state = 'missed' AND reason IS NULL) AS without_reason,
        count(*) FILTER (WHERE substitute_id IS NOT NULL) AS substituted
      FROM planned_visit m WHERE ${ofYear} GROUP BY official_id, cell_id
    ) planned ON planned.official_id = a.official_id AND planned.cell_id = a.target_id
  ORDER BY o.sort_key, o.id, a.valid_from, a.id`,
);

/** A report with its floor, the kind of row that a line of the floor is, and the column whose sum both say. */
export const yearReports = [
  { code: 'BC-05', sql: meetings, kind: 'cell', sum: { column: 'due', of: 'due' } },
  { code: 'BC-02', sql: visits, kind: 'assignment', sum: { column: 'visits', of: 'visits' } },
  { code: 'BC-07', sql: grades, kind: 'cell', sum: { column: 'months_good', of: 'good' } },
] as const;
