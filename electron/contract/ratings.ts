import { z } from 'zod';
import { procedure } from './errors.ts';
import { scorerRole, sheetDefinition, sheetProblem } from './scoring-sheet.ts';
import { codeChoice, grade, id, isoDate, meetingKind } from './values.ts';

const text = z.string().nullable();
const points = z.number().min(0).nullable();

/** One version of a scoring sheet in the list. */
export const sheetRecord = z.object({
  id,
  code: z.string(),
  version: z.int(),
  name: z.string(),
  mode: z.enum(['points', 'checklist']),
  issued_with: text,
  /** null: not adopted, it applies to no meeting. */
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  not_before: isoDate.nullable(),
  scope_organisation_id: id.nullable(),
  scope_organisation: text,
  cell_types: z.array(z.string()),
  meeting_kinds: z.array(meetingKind),
  /** Ratings made with it; a sheet that was used is locked. */
  ratings: z.int(),
  errors: z.int(),
  warnings: z.int(),
});

export const sheetPage = z.object({
  sheet: sheetRecord,
  definition: sheetDefinition,
  problems: z.array(sheetProblem),
  /** What a condition or a band may ask for. */
  facts: z.array(z.object({ code: z.string(), label: z.string(), truth: z.boolean() })),
  cell_types: z.array(codeChoice),
});

/** What the scorer says of one line: in a checklist 1 is yes and 0 no. */
const item = z.object({ criterion: z.string(), points, applies: z.boolean(), basis: text });

export const ratingForm = z.object({
  scorer: text,
  official_id: id.nullable(),
  rated_on: isoDate.nullable(),
  votes_for: z.int().min(0).nullable(),
  votes_total: z.int().min(0).nullable(),
  weaknesses: text,
  note: text,
  /** Only where the lines are not scored one by one. */
  total: points,
  /** Only where no total gives it, and for the superior's decision. */
  grade: grade.nullable(),
  items: z.array(item),
});

export const scoredSheet = z.object({
  lines: z.array(
    z.object({
      number: z.string(),
      max: z.number().nullable(),
      applies: z.boolean(),
      points: z.number().nullable(),
      source: z.enum(['entered', 'facts', 'rule']).nullable(),
      worked_out: z.number().nullable(),
      proposed: z.number().nullable(),
      words: text,
    }),
  ),
  groups: z.record(z.string(), z.number().nullable()),
  total: z.number().nullable(),
  so_far: z.number(),
  grade: grade.nullable(),
  result: z.enum(['meets', 'does_not_meet']).nullable(),
});

export const meetingRatings = z.object({
  meeting_id: id,
  /** The sheet the ratings were made with, else the one that applies on the day; null where none does. */
  sheet: z.object({ id, name: z.string(), version: z.int(), definition: sheetDefinition }).nullable(),
  /** The sheet with nothing said: what the meeting's own figures give. */
  blank: scoredSheet.nullable(),
  ratings: z.array(z.object({ role: scorerRole, form: ratingForm, score: scoredSheet.nullable() })),
});

/** Where a proposal comes from, or why there is none. */
const proposal = z.object({ grade: grade.nullable(), why: z.string() });

export const periodGradeRecord = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  /** Regular meetings by printed grade, and those without; null where nothing of the period is recorded. */
  good: z.int().nullable(),
  fair: z.int().nullable(),
  average: z.int().nullable(),
  poor: z.int().nullable(),
  not_graded: z.int().nullable(),
  proposed: proposal,
  decided: grade.nullable(),
  decided_on: isoDate.nullable(),
  document: text,
  note: text,
});

/** `2024` or `2024-Q3`. */
const gradedPeriod = z.string().regex(/^\d{4}(-Q[1-4])?$/);

export const ratingsContract = {
  /** The sheets the program brings along. */
  presets: procedure.output(
    z.array(z.object({ code: z.string(), name: z.string(), issued_with: text, loaded: z.boolean() })),
  ),
  loadPresets: procedure.input(z.object({ codes: z.array(z.string()).min(1) })).output(z.object({ ids: z.array(id) })),
  sheets: procedure.output(z.array(sheetRecord)),
  sheet: procedure.input(z.object({ id })).output(sheetPage),
  /** What is wrong with a sheet that is being edited. */
  check: procedure.input(z.object({ definition: sheetDefinition })).output(z.array(sheetProblem)),
  /** An empty sheet, or a copy of one. */
  createSheet: procedure
    .input(z.object({ code: z.string(), name: z.string(), copy_of: id.nullable() }))
    .output(z.object({ id })),
  /** A sheet that was used stays as it is: `from` begins its next version. */
  saveSheet: procedure
    .input(
      z.object({
        id,
        name: z.string(),
        scope_organisation_id: id.nullable(),
        definition: sheetDefinition,
        from: isoDate.nullable(),
      }),
    )
    .output(z.object({ id, version: z.int() })),
  adopt: procedure.input(z.object({ id, from: isoDate })).output(z.object({ id })),
  closeSheet: procedure.input(z.object({ id, to: isoDate })).output(z.object({ id })),
  deleteSheet: procedure.input(z.object({ id })).output(z.object({ id })),

  ofMeeting: procedure.input(z.object({ meeting_id: id })).output(meetingRatings),
  /** What the lines come to as they are being typed; writes nothing. */
  reckon: procedure
    .input(z.object({ meeting_id: id, items: z.array(item) }))
    .output(z.object({ score: scoredSheet.nullable() })),
  save: procedure.input(z.object({ meeting_id: id, role: scorerRole, form: ratingForm })).output(meetingRatings),
  remove: procedure.input(z.object({ meeting_id: id, role: scorerRole })).output(meetingRatings),

  periodGrades: procedure.input(z.object({ period: gradedPeriod })).output(z.array(periodGradeRecord)),
  decide: procedure
    .input(
      z.object({
        cell_id: id,
        period: gradedPeriod,
        decided: grade.nullable(),
        decided_on: isoDate.nullable(),
        document: text,
        note: text,
      }),
    )
    .output(z.object({ cell_id: id })),
};

export type SheetRecord = z.infer<typeof sheetRecord>;
export type SheetPage = z.infer<typeof sheetPage>;
export type RatingForm = z.infer<typeof ratingForm>;
export type RatingItem = z.infer<typeof item>;
export type ScoredSheet = z.infer<typeof scoredSheet>;
export type MeetingRatings = z.infer<typeof meetingRatings>;
export type PeriodGradeRecord = z.infer<typeof periodGradeRecord>;
