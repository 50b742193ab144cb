import { z } from 'zod';

const meetingKind = z.enum([
  'regular',
  'thematic',
  'regular_with_thematic',
  'extraordinary',
  'cell_committee',
  'congress',
]);
/**
 * A congress elects by ballot: who has more than half of those summoned (Điều lệ Đảng, Điều 12; R17). Minutes print this kind in a
 * part of their own, so an office whose thresholds were written before there was one has it too.
 */
const election = {
  kind: 'election',
  label: 'Bầu cử tại đại hội',
  numerator: 1,
  denominator: 2,
  over: true,
  of: 'summoned' as const,
};
const minutes = z.int().positive().nullable();
const minutesParts = ['opening', 'content', 'theme', 'discussion', 'election', 'vote', 'closing'] as const;

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
  /** BC-13: months of a year without a reason from which a member is listed as having stopped coming. */
  unexcused_months: z.object({ months: z.int().positive() }),
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
  /** R17, R18: who may vote beside the full members who are there. */
  vote_base: z.object({ exempt_present: z.boolean(), probationary: z.boolean() }),
  /** R19: the share of `of` that carries a vote; `over`: more than the share, else at least it. */
  vote_thresholds: z
    .array(
      z.object({
        kind: z.string(),
        label: z.string(),
        numerator: z.int().positive(),
        denominator: z.int().positive(),
        over: z.boolean(),
        of: z.enum(['vote_base', 'full_members', 'summoned']),
      }),
    )
    .transform((rows) => (rows.some(({ kind }) => kind === election.kind) ? rows : [...rows, election])),
  /** R20: a warning where fewer come than this share of those due. */
  quorum_warning: z.object({ enabled: z.boolean(), numerator: z.int().positive(), denominator: z.int().positive() }),
  /** R21: full members from which a cell has a committee, and below which it is flagged; posts that make a committee. */
  cell_size: z.object({
    committee_from: z.int().positive(),
    minimum: z.int().positive(),
    committee_posts: z.int().positive().default(3),
  }),
  /** R23: months an exemption for work away may last. */
  temporary_exemption: z.object({ months: z.int().positive() }),
  /** R24: months of a temporary transfer; studies may last longer. */
  temporary_transfer: z.object({
    min_months: z.int().min(0),
    max_months: z.int().positive(),
    study_max_months: z.int().positive(),
  }),
  /** R25: working days for the paperwork, and to present the letter. */
  permanent_transfer: z.object({ paperwork_days: z.int().positive(), presentation_days: z.int().positive() }),
  /**
   * Members handbook 1.1: months of probation (Điều 5), which earlier than `checked_from_year` had other lengths; working
   * days from the decision to the ceremony; years of age at admission.
   */
  probation: z.object({
    months: z.int().positive(),
    checked_from_year: z.int().default(1986),
    ceremony_working_days: z.int().positive().default(30),
    youngest: z.int().positive().default(18),
    oldest: z.int().positive().default(60),
  }),
  /** Members handbook 1.1: months after leaving from which re-admission is possible. */
  readmission: z.object({ months: z.int().positive() }),
  /** Members handbook 1.7: years of party age, and the days of the year (`02-03`) on which badges are awarded. */
  party_badge: z.object({ marks: z.array(z.int().positive()), rounds: z.array(z.string().regex(/^\d{2}-\d{2}$/)) }),
  /** Days before a status ends that it is listed as about to expire (R24, BC-13). */
  expiry_alert: z.object({ days: z.int().min(0) }),
  /** BC-03: targets of one official from which the list says "too many". */
  official_load: z.object({ max_targets: z.int().positive() }),
  /** R33: every cell is visited at least once in so many months; visits one official makes on one day. */
  visit_rotation: z.object({
    every_months: z.int().positive(),
    unvisited_months: z.int().positive(),
    visits_per_day: z.int().positive(),
    difficult_first: z.boolean(),
  }),
  /** Days the responsible body has, by authority; null = no default. */
  petition_due: z.record(z.enum(['cell', 'commune', 'district', 'province', 'central']), z.int().positive().nullable()),
  /** 3.3: whether a petition is done only when the cell was told. */
  petition_done: z.object({ requires_told_back: z.boolean() }),
  /** BC-04: whether petitions still open from earlier periods are listed. */
  petition_carried_over: z.object({ listed: z.boolean() }),
  /** QĐ 1390: the day of the year (`12-15`) by which the yearly remark is to be sent, and days before it to remind. */
  yearly_remark_due: z.object({ month_day: z.string().regex(/^\d{2}-\d{2}$/), remind_days: z.int().min(0) }),
  /** 5.7, `has_theme`: a thematic meeting anywhere in the month, or in this very meeting. */
  theme_counts_in: z.enum(['month', 'meeting']),
  /** Document format 6.1 and open point 13. */
  minutes_layout: z.object({
    numbered: z.boolean(),
    place_and_date: z.boolean(),
    hyphens: z.boolean(),
    secretary_side: z.enum(['left', 'right']),
    secretary_role: z.enum(['recorder', 'secretary']),
    /** Whether minutes are certified below left, as extracts are. */
    certified: z.boolean().default(false),
  }),
  /** Document format 6.2, 6.3 and open point 19: the parts of minutes in their order, with their headings. */
  minutes_sections: z
    .array(z.object({ part: z.enum(minutesParts), heading: z.string().trim().min(1) }))
    .min(1)
    .refine((rows) => new Set(rows.map(({ part }) => part)).size === rows.length, 'Mỗi phần chỉ đứng một lần.'),
  /** What each kind of meeting usually deals with, printed where no agenda is recorded. */
  minutes_agenda: z.array(z.object({ kind: meetingKind, title: z.string().trim().min(1) })),
  /** BC-12: from which day a meeting looks back on its own month; days to post the resolution, null = not said. */
  resolution_layout: z.object({
    own_month_from_day: z.int().min(1).max(31),
    posted_within_days: z.int().positive().nullable(),
  }),
  /** BC-09: attendance (percent) below which a cell is named; how many cells, officials, matters before "và … khác". */
  report_exceptions: z.object({
    low_attendance_percent: z.int().min(1).max(100),
    names: z.int().positive(),
  }),
};

export type RuleCode = keyof typeof ruleValues;
type RuleValues = { [C in RuleCode]: z.output<(typeof ruleValues)[C]> };
export type RuleValue<C extends RuleCode> = RuleValues[C];

/** Every rule there is. */
export const ruleCodes: readonly RuleCode[] = Object.keys(ruleValues).filter(isRuleCode);

const schemas: { [C in RuleCode]: z.ZodType<RuleValues[C]> } = ruleValues;

/** Parses the JSON of a rule row. Throws ZodError when it is not what the code calls for. */
export function parseRuleValue<C extends RuleCode>(code: C, json: string): RuleValue<C> {
  return schemas[code].parse(JSON.parse(json));
}

/** What is wrong with a value that was typed; empty when it is what the code calls for. */
export function ruleIssues(code: RuleCode, value: unknown): readonly z.core.$ZodIssue[] {
  return schemas[code].safeParse(value).error?.issues ?? [];
}

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(ruleValues, code);
}
