import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, month } from './values.ts';

/** What one sentence of the page is about. */
export const homeTopic = z.enum([
  'meetings_missing',
  'meetings_due',
  'themes_missing',
  'committee_meetings_missing',
  'visits_planned',
  'quota_behind',
  'cells_without_official',
  'cells_unvisited',
  'visit_reports_late',
  'petitions_overdue',
  'petitions_not_told',
  'petitions_due',
  'remarks_not_sent',
  'statuses_expiring',
  'forms_unanswered',
]);

export const homeItem = z.object({
  topic: homeTopic,
  /** `late`: should have been done; `soon`: due within the week or the alert of its rule; `gap`: something is missing. */
  urgency: z.enum(['late', 'soon', 'gap']),
  /** The number of records; the sentence says of what. */
  count: z.int(),
  sentence: z.string(),
  records: z.array(
    z.object({
      /** Where the record is shown: `cell`, `member`, `official`, `meeting`, `petition`…; `collecting`: the screen of forms. */
      entity: z.string(),
      id,
      label: z.string(),
      context: z.string(),
      /** The day it was or is due; null where no day belongs to it. */
      date: isoDate.nullable(),
    }),
  ),
});

export const homeCharts = z.object({
  year: z.int(),
  /** Σpresent / Σdue of each month in percent, one decimal (R12); null = nothing recorded (R42). */
  attendance: z.array(
    z.object({ month, present: z.int().nullable(), due: z.int().nullable(), percent: z.number().nullable() }),
  ),
  /** By title group, to date: visits that count, and what the quota asks of those who have one. */
  quota: z.array(z.object({ label: z.string(), officials: z.int(), visits: z.int(), quota: z.int() })),
  /** Matters raised in the year so far (duplicates once, R37). */
  petitions: z.array(z.object({ label: z.string(), open: z.int(), done: z.int() })),
});

export const homeContract = {
  /** What is to be done, most urgent first, a topic without records left out; and the year so far. */
  page: procedure
    .input(z.object({ as_of: isoDate, month }))
    .output(z.object({ items: z.array(homeItem), charts: homeCharts })),
};

export type HomeItem = z.infer<typeof homeItem>;
export type HomeTopic = z.infer<typeof homeTopic>;
export type HomeCharts = z.infer<typeof homeCharts>;
