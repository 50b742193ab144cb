import type { RegisterMeeting } from '../../electron/data/meetings/register.ts';
import { OrganisationHistory } from '../../electron/data/organisations/organisation-history.ts';
import type { Successors } from '../../electron/data/organisations/successors.ts';
import { type Figure, figureValue } from '../../electron/data/reporting/figure.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import type { BuiltReport, ReportScope } from '../../electron/data/reporting/report.ts';
import { loadDefaultRules } from '../../electron/data/rules/default-rules.ts';
import { Rules } from '../../electron/data/rules/read-rules.ts';
import type { RuleCode } from '../../electron/data/rules/rule-values.ts';
import type { OrganisationKind } from '../../electron/data/schema/column-types.ts';
import { type IsoDate, type Month, monthOf, parseIsoDate, parseMonth } from '../../electron/data/vietnamese/dates.ts';
import type { LoggedVisit } from '../../electron/data/visits/visit-log.ts';
import { resourcesDir } from './office.ts';

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`not a day: ${text}`);
  return date;
}

export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`not a month: ${text}`);
  return parsed;
}

export function scope(key: string, options: { unit?: string; asOf?: string; organisedOn?: string } = {}): ReportScope {
  const period = parsePeriod(key);
  return {
    period,
    unit: options.unit ?? null,
    asOf: options.asOf === undefined ? period.dateTo : day(options.asOf),
    organisedOn: options.organisedOn === undefined ? null : day(options.organisedOn),
  };
}

/** The default rules, with other values for some. */
export function rulesWith(changed: Partial<Record<RuleCode, unknown>> = {}): Rules {
  const changes = new Map<string, unknown>(Object.entries(changed));
  return new Rules(
    loadDefaultRules(resourcesDir).map((row) =>
      changes.has(row.code) ? { ...row, value: JSON.stringify(changes.get(row.code)) } : row,
    ),
  );
}

export interface Place {
  id: string;
  kind?: OrganisationKind;
  parents: { parent: string | null; from?: string; to?: string }[];
  from?: string;
  to?: string;
  setDay?: number;
  residential?: boolean;
  ownMinutes?: number;
}

/** A tree; an organisation may change its parent. The set day is 3 where none is given. */
export function organisations(places: readonly Place[], successors: Successors = new Map()): OrganisationHistory {
  return new OrganisationHistory(
    places.map(
      (
        { id, kind = 'cell', parents, from = null, to = null, setDay = 3, residential = true, ownMinutes = null },
        position,
      ) => ({
        id,
        kind,
        valid_from: from,
        valid_to: to,
        versions: parents.map((version) => ({
          name: `Chi bộ ${id}`,
          parent_id: version.parent,
          cell_type: 'THON',
          is_residential: residential ? 1 : 0,
          own_min_minutes: ownMinutes,
          position,
          sort_key: id,
          valid_from: version.from ?? null,
          valid_to: version.to ?? null,
        })),
        setDays: [{ day: setDay, valid_from: null, valid_to: null }],
      }),
    ),
    successors,
  );
}

/** A held regular meeting of 20 members, 18 due, 17 present, on the 3rd; 95 minutes, graded by the cell itself. */
export function meeting(
  id: string,
  cellId: string,
  date: string,
  differing: Partial<RegisterMeeting> = {},
): RegisterMeeting {
  return {
    id,
    cellId,
    period: monthOf(day(date)),
    kind: 'regular',
    state: 'held',
    date: day(date),
    minutes: 95,
    otherDayApproved: false,
    membersTotal: 20,
    fullMembers: null,
    probationary: null,
    exempt: 2,
    workingAway: 0,
    temporarilyAway: null,
    temporarilyReceived: null,
    due: 18,
    present: 17,
    presentExempt: 0,
    absentExcused: 1,
    absentUnexcused: 0,
    hasConclusion: false,
    grades: [{ role: 'self', grade: 'good' }],
    ...differing,
  };
}

/** A visit of official O1 as assigned, counting toward his or her quota. */
export function visit(id: string, cellId: string, date: string, differing: Partial<LoggedVisit> = {}): LoggedVisit {
  return {
    id,
    meetingId: `meeting of ${id}`,
    officialId: 'O1',
    name: 'Nguyễn Văn An',
    title: null,
    onBehalfOfId: null,
    onBehalfOfName: null,
    cellId,
    period: monthOf(day(date)),
    date: day(date),
    kind: 'regular',
    held: true,
    basis: 'assigned',
    assignmentId: 'A1',
    creditedTo: ['O1'],
    ...differing,
  };
}

/** Printed values of one row by its key, or of the last line (`total`). */
export function valuesOf({ rows, total }: BuiltReport, key: string): Record<string, number | null> {
  const figures: Readonly<Record<string, Figure>> | undefined =
    key === 'total' ? total : rows.find((row) => row.key === key)?.figures;
  if (!figures) throw new Error(`no row ${key}`);
  return Object.fromEntries(Object.entries(figures).map(([column, figure]) => [column, figureValue(figure)]));
}
