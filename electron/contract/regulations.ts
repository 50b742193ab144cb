import { z } from 'zod';
import { procedure } from './errors.ts';
import { codeChoice, id, isoDate } from './values.ts';

export const quotaCycle = z.enum(['month', 'quarter', 'year']);
export const quotaScope = z.enum(['any', 'area_in_charge', 'list']);
export const quotaProration = z.enum(['whole', 'by_month']);

/** What a regulation asks of a title group (code list `title_groups`). */
export const quotaForm = z.object({
  /** null: a new row. */
  id: id.nullable(),
  title_group: z.string().min(1),
  /** Visits a cycle; 0 where the regulation names no number. */
  min_visits: z.int().min(0).max(366),
  cycle: quotaCycle,
  /** Kinds of meetings and codes of the list `event_kinds`. */
  counted_kinds: z.array(z.string().min(1)),
  scope: quotaScope,
  /** Asked of each assigned target, not of all together. */
  per_cell: z.boolean(),
  proration: quotaProration,
  note: z.string().nullable(),
});

export const regulationForm = z.object({
  number_symbol: z.string(),
  date: isoDate.nullable(),
  issuing_body: z.string().nullable(),
  subject: z.string().nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  quotas: z.array(quotaForm),
});

export const regulationRecord = regulationForm.extend({ id });

export const regulationsContract = {
  /** All there ever were, the one that began last first. */
  list: procedure.output(z.array(regulationRecord)),
  /** What a quota may name: the office's title groups and kinds of events. */
  choices: procedure.output(z.object({ title_groups: z.array(codeChoice), event_kinds: z.array(codeChoice) })),
  /** Regulations of other places that can be loaded as a beginning. */
  presets: procedure.output(
    z.array(
      z.object({
        code: z.string(),
        place: z.string(),
        number_symbol: z.string(),
        subject: z.string(),
        quotas: z.int(),
      }),
    ),
  ),
  loadPreset: procedure.input(z.object({ code: z.string() })).output(z.object({ id })),
  /** Writes the regulation with all its quotas; one that is not in the form any more goes. */
  save: procedure.input(z.object({ id: id.nullable(), form: regulationForm })).output(z.object({ id })),
  end: procedure.input(z.object({ id, valid_to: isoDate })),
};

export type QuotaForm = z.infer<typeof quotaForm>;
export type RegulationForm = z.infer<typeof regulationForm>;
export type RegulationRecord = z.infer<typeof regulationRecord>;
