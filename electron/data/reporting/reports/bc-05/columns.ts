import { turnout } from '../../../meetings/attendance-rules.ts';
import type { DayOutcome } from '../../../meetings/meeting-day.ts';
import type { RegisterMeeting } from '../../../meetings/register.ts';
import type { RuleCode, RuleValue } from '../../../rules/rule-values.ts';
import type { Grade } from '../../../schema/column-types.ts';
import { average, count, countOf, countTimes, type Figure, ratio, type SumFigure, sum, unknown } from '../../figure.ts';
import { monthName, quarterName } from '../../period.ts';
import type { CellFacts } from './cell-facts.ts';

export interface FigureRules {
  thematicPerQuarter: RuleValue<'thematic_per_quarter'>;
  exemptPresent: RuleValue<'exempt_present'>;
}

export const figureRuleCodes = ['thematic_per_quarter', 'exempt_present'] as const satisfies readonly RuleCode[];

export interface Bc05Column {
  figure(cell: CellFacts, rules: FigureRules): Figure;
  /** Known of a cell that reported nothing. */
  known?: boolean;
  /** Taken from the row of the period's last month: not known when that row is missing. */
  ofLastMonth?: boolean;
  /** Registers may have no place for it: where nobody says anything it is unknown, not 0. */
  ifRecorded?: boolean;
  /** One cell that does not say leaves the whole unknown: the two parts of a total that must add up. */
  strict?: boolean;
}

const met = (outcome: DayOutcome): Bc05Column => ({
  figure: ({ days }) =>
    countOf(
      'meeting',
      days.filter((day) => day.outcome === outcome),
    ),
});

/** Members as of the last month's meeting: status on the meeting date, frozen there (R9). */
const members = (
  amountOf: (meeting: RegisterMeeting) => number | null,
  options: Pick<Bc05Column, 'ifRecorded' | 'strict'> = {},
): Bc05Column => ({
  ...options,
  ofLastMonth: true,
  figure: ({ lastMonth }) => {
    if (lastMonth !== null && amountOf(lastMonth) === null) return unknown;
    return sum('meeting', lastMonth === null ? [] : [lastMonth], amountOf);
  },
});

const attendance = (amountOf: (meeting: RegisterMeeting, rules: FigureRules) => number | null): Bc05Column => ({
  figure: ({ counted }, rules) => sum('meeting', counted, (meeting) => amountOf(meeting, rules)),
});

const graded = (grade: Grade | null): Bc05Column => ({
  figure: ({ byGrade }) => countOf('meeting', byGrade.get(grade) ?? []),
});

/** The columns of BC-05 by key: what each counts in one cell. Definitions: handbook section 4, BC-05. */
export const bc05Columns: Readonly<Record<string, Bc05Column>> = {
  cells: { known: true, figure: ({ id, inForce }) => count('organisation', inForce ? [id] : []) },
  residential_cells: {
    known: true,
    figure: ({ id, inForce, residential }) => count('organisation', inForce && residential ? [id] : []),
  },
  cells_met: { figure: ({ id, regular }) => count('organisation', regular.length > 0 ? [id] : []) },
  met_on_set_day: met('on_set_day'),
  met_other_day_approved: met('other_day_approved'),
  met_other_day_unapproved: met('other_day_unapproved'),
  cells_not_met: { figure: ({ notHeld }) => countOf('meeting', notHeld) },
  cells_not_reported: {
    known: true,
    figure: ({ id, notReported }) => countTimes('organisation', id, notReported, monthName),
  },
  members: members(({ membersTotal }) => membersTotal),
  full_members: members(({ fullMembers }) => fullMembers, { ifRecorded: true, strict: true }),
  probationary_members: members(({ probationary }) => probationary, { ifRecorded: true, strict: true }),
  exempt: members(({ exempt }) => exempt),
  working_away: members(({ workingAway }) => workingAway),
  temporarily_away: members(({ temporarilyAway }) => temporarilyAway, { ifRecorded: true }),
  temporarily_received: members(({ temporarilyReceived }) => temporarilyReceived, { ifRecorded: true }),
  due: attendance((meeting, rules) => side(meeting, rules, 'due')),
  present: attendance((meeting, rules) => side(meeting, rules, 'present')),
  attendance_rate: {
    figure: ({ counted }, rules) => {
      const complete = counted.filter(({ due, present }) => due !== null && present !== null);
      return ratio(
        sum('meeting', complete, (meeting) => side(meeting, rules, 'present')),
        sum('meeting', complete, (meeting) => side(meeting, rules, 'due')),
      );
    },
  },
  absent_excused: attendance(({ absentExcused }) => absentExcused),
  absent_unexcused: attendance(({ absentUnexcused }) => absentUnexcused),
  thematic_required_cells: { known: true, figure: required },
  thematic_done_cells: { figure: done },
  thematic_rate: { figure: (cell, rules) => ratio(done(cell, rules), required(cell)) },
  thematic_meetings: { figure: ({ thematic }) => countOf('meeting', thematic) },
  average_minutes: { figure: ({ counted }) => average('meeting', counted, ({ minutes }) => minutes) },
  meetings_below_minimum: {
    figure: ({ belowMinimum }) => countOf('meeting', belowMinimum),
  },
  grade_good: graded('good'),
  grade_fair: graded('fair'),
  grade_average: graded('average'),
  grade_poor: graded('poor'),
  not_graded: graded(null),
  cells_visited: { figure: ({ id, visits }) => count('organisation', visits.length > 0 ? [id] : []) },
  visits: { figure: ({ visits }) => countOf('visit', visits) },
  resolutions: {
    ifRecorded: true,
    figure: ({ counted }) =>
      countOf(
        'meeting',
        counted.filter(({ hasConclusion }) => hasConclusion),
      ),
  },
  tasks_given: { ifRecorded: true, figure: ({ tasks }) => countOf('task', tasks) },
  tasks_done_rate: {
    ifRecorded: true,
    figure: ({ tasks }) =>
      ratio(
        countOf(
          'task',
          tasks.filter((task) => task.done),
        ),
        countOf('task', tasks),
      ),
  },
};

function side(meeting: RegisterMeeting, { exemptPresent }: FigureRules, key: 'due' | 'present'): number | null {
  const { due, present } = meeting;
  if (meeting[key] === null) return null;
  return turnout({ due: due ?? 0, present: present ?? 0, presentExempt: meeting.presentExempt ?? 0 }, exemptPresent)[
    key
  ];
}

/** The cell once for each quarter it owes thematic meetings for (R5). */
function required({ id, quarters }: Pick<CellFacts, 'id' | 'quarters'>): SumFigure {
  return countTimes('organisation', id, quarters, ({ quarter }) => quarterName(quarter));
}

function done({ id, quarters }: CellFacts, { thematicPerQuarter }: FigureRules): SumFigure {
  return required({ id, quarters: quarters.filter(({ held }) => held.length >= thematicPerQuarter.meetings) });
}
