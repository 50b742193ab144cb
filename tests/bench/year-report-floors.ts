/**
 * What each report of a year asks, as one aggregate query by hand over the same rows: a line a cell (of BC-02 an assignment)
 * with what the form prints of it. The rules stand in the query as they are in force in the offices of measurements. It
 * gives the lines only: no sums of communes, no rows behind a figure, no words.
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

const ofDecember = ['members_total', 'full_members', 'probationary', 'exempt', 'working_away', 'temporarily_away'];
const lastMonth = [...ofDecember, 'temporarily_received']
  .map((column) => `max(m.${column}) FILTER (WHERE m.period = '${year}-12')`)
  .join(', ');
const byGrade = ['good', 'fair', 'average', 'poor']
  .map((grade) => `count(*) FILTER (WHERE r.grade = '${grade}') AS ${grade}`)
  .join(', ');

/** BC-05: regularity, members, attendance, coverage, duration, grades, visits, conclusions, tasks. */
const meetings = `
  SELECT v.parent_id, m.cell_id, v.name, v.cell_type, v.is_residential, count(*) FILTER (WHERE ${isRegular}),
    count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 = d.day),
    count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 <> d.day AND m.other_day_approved),
    count(*) FILTER (WHERE ${isRegular} AND substr(m.date, 9, 2) + 0 <> d.day AND NOT m.other_day_approved),
    count(*) FILTER (WHERE ${isMissed}), 12 - count(DISTINCT m.period), ${lastMonth},
    sum(m.due) AS due, sum(m.present), 100.0 * sum(m.present) / sum(m.due), sum(m.absent_excused), sum(m.absent_unexcused),
    count(DISTINCT CASE WHEN ${isThematic} THEN ${quarter} END), count(*) FILTER (WHERE ${isThematic}), avg(${minutes}),
    count(*) FILTER (WHERE ${isHeld} AND ${minutes} < coalesce(v.own_min_minutes, CASE WHEN m.members_total >= 30 THEN 120 ELSE 90 END)),
    ${byGrade}, count(*) FILTER (WHERE ${isHeld} AND r.grade IS NULL),
    sum((SELECT count(*) FROM visit t WHERE t.meeting_id = m.id)) AS visits,
    count(*) FILTER (WHERE m.conclusion IS NOT NULL OR m.resolution_number IS NOT NULL),
    sum((SELECT count(*) FROM task k WHERE k.meeting_id = m.id)), sum((SELECT sum(k.done) FROM task k WHERE k.meeting_id = m.id))
  FROM meeting m JOIN organisation_version v ON v.organisation_id = m.cell_id
    LEFT JOIN meeting_day d ON d.organisation_id = m.cell_id LEFT JOIN meeting_preparation p ON p.meeting_id = m.id ${printedRating}
  WHERE ${ofYear} GROUP BY v.parent_id, m.cell_id`;

const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  .map((month) => `m.period = '${month}' AND ${isRegular}`)
  .map((wanted) => `max(r.total) FILTER (WHERE ${wanted}), max(r.grade) FILTER (WHERE ${wanted})`);
const quarters = [1, 2, 3, 4]
  .map((number) => `${isThematic} AND ${quarter} = ${number}`)
  .map((wanted) => `avg(r.total) FILTER (WHERE ${wanted}), group_concat(r.grade) FILTER (WHERE ${wanted})`);

/** BC-07: points and grade of each month and quarter, months by grade, mean, the grade decided, months to be warned of. */
const grades = `
  SELECT v.parent_id, m.cell_id, v.name, v.cell_type, ${[...months, ...quarters].join(', ')},
    ${byGrade}, count(*) FILTER (WHERE ${isHeld} AND r.grade IS NULL), avg(r.total) FILTER (WHERE ${isHeld}),
    group_concat(m.period) FILTER (WHERE ${isMissed}),
    (SELECT decided FROM period_grade g WHERE g.cell_id = m.cell_id AND g.period = '${year}')
  FROM meeting m JOIN organisation_version v ON v.organisation_id = m.cell_id ${printedRating}
  WHERE ${ofYear} GROUP BY v.parent_id, m.cell_id`;

/** BC-02: each assignment with its document and the quota of its official, visits by kind, plans, reports, petitions. */
const visits = `
  SELECT o.id, o.full_name, o.agency, title.title, a.id, c.name, g.name, d.number_symbol, d.date, e.min_visits AS quota,
    made.regular, made.thematic, made.visits, made.reported, made.petitions, planned.missed, planned.substituted
  FROM assignment a JOIN assignment_entry e ON e.id = a.entry_id JOIN official o ON o.id = a.official_id
    LEFT JOIN official_title title ON title.official_id = o.id LEFT JOIN decision d ON d.id = e.decision_id
    LEFT JOIN organisation_version c ON c.organisation_id = a.target_id
    LEFT JOIN organisation_version g ON g.organisation_id = c.parent_id
    LEFT JOIN (
      SELECT t.official_id, m.cell_id, count(*) AS visits, count(*) FILTER (WHERE m.kind = 'thematic') AS thematic,
        count(*) FILTER (WHERE m.kind IN ('regular', 'regular_with_thematic')) AS regular, count(f.submitted_on) AS reported,
        sum((SELECT count(*) FROM petition q WHERE q.meeting_id = m.id AND q.visit_id = t.id)) AS petitions
      FROM meeting m JOIN visit t ON t.meeting_id = m.id LEFT JOIN visit_report f ON f.visit_id = t.id
        LEFT JOIN official self ON self.id = t.official_id
      WHERE ${ofYear} AND ${isHeld} AND self.own_cell_id IS NOT m.cell_id GROUP BY t.official_id, m.cell_id
    ) made ON made.official_id = a.official_id AND made.cell_id = a.target_id
    LEFT JOIN (
      SELECT official_id, cell_id, count(*) FILTER (WHERE state = 'missed') AS missed,
        count(*) FILTER (WHERE substitute_id IS NOT NULL) AS substituted
      FROM planned_visit m WHERE ${ofYear} GROUP BY official_id, cell_id
    ) planned ON planned.official_id = a.official_id AND planned.cell_id = a.target_id
  ORDER BY o.sort_key, o.id, a.valid_from, a.id`;

/** A report with its floor, the kind of row that a line of the floor is, and the column whose sum both say. */
export const yearReports = [
  { code: 'BC-05', sql: meetings, kind: 'cell', sum: { column: 'due', of: 'due' } },
  { code: 'BC-02', sql: visits, kind: 'assignment', sum: { column: 'visits', of: 'visits' } },
  { code: 'BC-07', sql: grades, kind: 'cell', sum: { column: 'months_good', of: 'good' } },
] as const;
