import { z } from 'zod';

const meetingKind = z.enum([
  'regular',
  'thematic',
  'regular_with_thematic',
  'extraordinary',
  'cell_committee',
  'congress',
]);
const minutes = z.int().positive().nullable();

/** What the value of each rule looks like. The rules themselves are rows of the table `rule`. */
const ruleValues = {
  /** R2: day of the month for cells without a day of their own; null = they choose. */
  meeting_day: z.object({ day: z.int().min(1).max(31).nullable() }),
  /** R3: the set day in a month too short for it. */
  short_month_day: z.enum(['last_day', 'none']),
  /** R6: in minutes; null = no rule known. The largest that applies. */
  minimum_minutes: z.object({
    default: minutes,
    combined: minutes,
    by_member_count: z.array(z.object({ from: z.int().min(0), minutes: z.int().positive() })),
  }),
  /** R7 and R5: which kinds are the monthly meeting, which are thematic, and whose attendance, grade and time count. */
  meeting_kinds: z.object({
    regular: z.array(meetingKind),
    thematic: z.array(meetingKind),
    counted: z.array(meetingKind),
  }),
  /** R5 */
  thematic_per_quarter: z.object({ meetings: z.int().min(1) }),
  /** R10 */
  members_due: z.object({
    count_probationary: z.boolean(),
    subtract_working_away: z.boolean(),
    subtract_absent_excused: z.boolean(),
  }),
  /** R11 */
  exempt_present: z.enum(['leaves_both_sides', 'counts_on_both_sides']),
  /** R14: a longer run of excused absences is flagged. */
  excused_streak: z.object({ allowed: z.int().min(0) }),
  /** BC-05: whose grade is printed, first that there is. */
  printed_grade: z.array(z.enum(['self', 'cell_committee', 'visiting_official', 'superior_decision'])),
  /** R27, R28 */
  quota_proration: z.object({ mode: z.enum(['by_month', 'whole']), rounded: z.enum(['entry', 'official']) }),
  /** BC-02 */
  quota_rate_base: z.enum(['quota_to_date', 'quota_year']),
  /** R29 */
  visit_counted_kinds: z.array(meetingKind),
  /** R29 */
  visit_outside_assignment: z.object({ counts: z.boolean() }),
  /** R31 */
  visit_by_substitute: z.object({ counts_for: z.array(z.enum(['substitute', 'assigned'])) }),
  /** R35: days after the meeting. */
  visit_report_due: z.object({ days: z.int().min(0) }),
};

export type RuleCode = keyof typeof ruleValues;
type RuleValues = { [C in RuleCode]: z.output<(typeof ruleValues)[C]> };
export type RuleValue<C extends RuleCode> = RuleValues[C];

const schemas: { [C in RuleCode]: z.ZodType<RuleValues[C]> } = ruleValues;

/** Parses the JSON of a rule row. Throws ZodError when it is not what the code calls for. */
export function parseRuleValue<C extends RuleCode>(code: C, json: string): RuleValue<C> {
  return schemas[code].parse(JSON.parse(json));
}
