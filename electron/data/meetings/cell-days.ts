import type { Kysely } from 'kysely';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, type RuleVersion, readRules, ruleOn } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import type { MeetingDayExceptionRow } from '../schema/organisation-tables.ts';
import { type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { type DayOutcome, dayOutcome, dueDay, effectiveDay, type MonthDays } from './meeting-day.ts';

/** A cell's days of one month, and where the approved one comes from. */
export interface CellDays extends MonthDays {
  exception: MeetingDayExceptionRow | null;
  /** The date the cell is expected to meet on; null where no day is set or the month is too short for it. */
  dueOn: IsoDate | null;
}

/** The dated meeting days of every cell, for questions about any month: those in force on its last day (R2, R3). */
export class CellMeetingDays {
  readonly #organisations: OrganisationHistory;
  readonly #exceptions: ReadonlyMap<string, readonly MeetingDayExceptionRow[]>;
  readonly #general: readonly RuleVersion<'meeting_day'>[];
  readonly #shortMonth: readonly RuleVersion<'short_month_day'>[];

  /** Exceptions by `valid_from`, earliest first. */
  constructor(organisations: OrganisationHistory, exceptions: readonly MeetingDayExceptionRow[], rules: Rules) {
    this.#organisations = organisations;
    this.#exceptions = Map.groupBy(exceptions, ({ organisation_id }) => organisation_id);
    this.#general = rules.versions('meeting_day');
    this.#shortMonth = rules.versions('short_month_day');
  }

  /** The cell's own day, else the general one; beside them an exception in force. */
  in(cellId: string, month: Month): CellDays {
    const on = lastDayOfMonth(month);
    const exception = this.#exceptionOn(cellId, on);
    const days = this.#daysOn(cellId, on, exception);
    const day = effectiveDay(days);
    return { ...days, exception, dueOn: day === null ? null : dueDay(month, day, this.#shortMonthRule(on)) };
  }

  /** On what day a regular meeting was held, for BC-05 and its page; null where no day is set. */
  outcomeOf(cellId: string, meeting: { period: Month; date: IsoDate; otherDayApproved: boolean }): DayOutcome | null {
    const on = lastDayOfMonth(meeting.period);
    return dayOutcome(meeting, this.#daysOn(cellId, on, this.#exceptionOn(cellId, on)), this.#shortMonthRule(on));
  }

  #exceptionOn(cellId: string, day: IsoDate): MeetingDayExceptionRow | null {
    return this.#exceptions.get(cellId)?.findLast((row) => isInForce(row, day)) ?? null;
  }

  #daysOn(cellId: string, day: IsoDate, exception: MeetingDayExceptionRow | null): MonthDays {
    return {
      setDay: this.#organisations.setDayOn(cellId, day) ?? ruleOn(this.#general, 'meeting_day', day).value.day,
      approvedDay: exception?.day ?? null,
    };
  }

  #shortMonthRule(day: IsoDate): RuleValue<'short_month_day'> {
    return ruleOn(this.#shortMonth, 'short_month_day', day).value;
  }
}

/** Every approved exception, earliest first. */
export function readDayExceptions(db: Kysely<Tables>): Promise<MeetingDayExceptionRow[]> {
  return db.selectFrom('meeting_day_exception').selectAll().orderBy('valid_from').execute();
}

/** Reads the days of all cells, once in a run. */
export const readCellMeetingDays = oncePerRun(cellMeetingDays);

async function cellMeetingDays(db: Kysely<Tables>): Promise<CellMeetingDays> {
  const [organisations, exceptions, rules] = await Promise.all([
    readOrganisationHistory(db),
    readDayExceptions(db),
    readRules(db),
  ]);
  return new CellMeetingDays(organisations, exceptions, rules);
}
