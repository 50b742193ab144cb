import { z } from 'zod';
import { grade, isoDate, meetingKind } from './values.ts';

/** What may be known of a meeting without asking the scorer (cells handbook 5.7). */
export const factCodes = [
  'attendance_percent',
  'absent_unexcused_count',
  'max_excused_streak',
  'on_day',
  'duration_minutes',
  'required_minutes',
  'duration_surplus_minutes',
  'duration_percent',
  'speaker_percent',
  'prior_resolution_percent',
  'has_theme',
  'only_secretary',
  'cell_committee_met_before',
  'notified_members',
  'notified_superior',
  'documents_lead_days',
  'documents_on_app',
  'minutes_posted_days',
] as const;

/** The facts that are yes or no; the others are numbers. */
export const truthFacts = [
  'on_day',
  'has_theme',
  'only_secretary',
  'cell_committee_met_before',
  'notified_members',
  'notified_superior',
  'documents_on_app',
] as const satisfies readonly (typeof factCodes)[number][];

export type FactCode = (typeof factCodes)[number];

export const scorerRole = z.enum(['self', 'cell_committee', 'visiting_official', 'superior_decision']);
const evidence = z.enum(['A', 'B', 'C']).nullable().default(null);
const nothing = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** One comparison; `fact` is checked against `factCodes` when the sheet is checked, so that a wrong one can be shown. */
const comparison = z.object({
  fact: z.string(),
  op: z.enum(['==', '!=', '<', '<=', '>', '>=']),
  value: z.union([z.number(), z.boolean()]),
});
export const condition = z.union([comparison, z.object({ all: z.array(comparison).min(1) })]);

/** First match from the top. Without `from` or `to` the band is open at that end. */
const band = z.object({
  measure: z.string(),
  from: nothing(z.number()),
  to: nothing(z.number()),
  from_inclusive: z.boolean().default(true),
  to_inclusive: z.boolean().default(false),
  points: z.number().min(0),
  label: nothing(z.string()),
  evidence,
});

const notApplicable = z.object({
  action: z.enum(['full_points', 'skip_and_rescale', 'add_to']),
  target: nothing(z.string()),
  evidence,
});

/** What every line of a sheet has; `max_points` of a group and of a checklist line is null. */
const line = z.object({
  number: z.string().min(1),
  label: z.string(),
  note: nothing(z.string()),
  evidence,
  max_points: nothing(z.number().min(0)),
  kind: z.enum(['group', 'yes_no', 'score', 'bands']),
  bands: z.array(band).default([]),
  overrides: z.array(z.object({ when: condition, points: z.number().min(0), label: nothing(z.string()) })).default([]),
  applies_when: nothing(condition),
  when_not_applicable: nothing(notApplicable),
  suggest_full_when: nothing(condition),
});

export type Criterion = z.infer<typeof line> & { criteria: Criterion[] };

/** A line with the lines under it; only a group has some. */
export const criterion: z.ZodType<Criterion> = z.lazy(() => line.extend({ criteria: z.array(criterion).default([]) }));

/** Rules that roll the grades of a period up; the first that matches decides. */
const periodRule = z.object({
  grade,
  all_at_least: nothing(grade),
  min_count: nothing(z.object({ grade, count: z.int().min(0) })),
  /** `unknown`: the rule has a part nobody knows, so it proposes nothing. */
  further_condition: nothing(z.enum(['unknown'])),
});

const periodGradeRules = z.object({
  period: z.enum(['quarter', 'year']),
  /** false: the office must finish the rules. */
  complete: z.boolean().default(true),
  meeting_kinds: z.array(meetingKind).min(1),
  rules: z.array(periodRule),
});

const minutes = z.int().positive().nullable();

/** All of a sheet that its locked version fixes; code, version, name, dates and organisation stand beside it. */
export const sheetDefinition = z.object({
  evidence,
  mode: z.enum(['points', 'checklist']),
  issued_with: nothing(z.object({ number_symbol: z.string(), date: isoDate.nullable() })),
  /** It never applies before this day. */
  not_before: isoDate.nullable(),
  /** Empty = every type. */
  cell_types: z.array(z.string()),
  meeting_kinds: z.array(meetingKind),
  total_points: z.number().min(0),
  required_minutes: z.object({
    default: minutes,
    combined: minutes,
    by_member_count: z.array(z.object({ from: z.int().min(0), minutes: z.int().positive() })),
  }),
  scorer_roles: z.array(scorerRole).min(1),
  deciding_role: scorerRole,
  fallback_role: nothing(scorerRole),
  grades: z.array(z.object({ code: grade, label: z.string(), from: z.number() })).default([]),
  pass_when: nothing(z.enum(['all'])),
  results: z.array(z.object({ code: z.enum(['meets', 'does_not_meet']), label: z.string() })).default([]),
  criteria: z.array(criterion),
  period_grade_rules: z.array(periodGradeRules).default([]),
});

/** Something the clerk should know of a sheet; `criterion` is the number of the line it is about. */
export const sheetProblem = z.object({
  severity: z.enum(['error', 'warning']),
  criterion: z.string().nullable(),
  message: z.string(),
});

export type Condition = z.infer<typeof condition>;
export type Comparison = z.infer<typeof comparison>;
export type Band = z.infer<typeof band>;
export type SheetDefinition = z.infer<typeof sheetDefinition>;
export type SheetProblem = z.infer<typeof sheetProblem>;
export type PeriodGradeRules = z.infer<typeof periodGradeRules>;
export type ScorerRole = z.infer<typeof scorerRole>;
