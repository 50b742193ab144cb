import { z } from 'zod';
import { documentAbout } from './documents.ts';
import { procedure } from './errors.ts';
import { explanation, organisationBasis, reportColumn, reportResult } from './reports.ts';
import { id, isoDate, madeFile, reportPeriod } from './values.ts';

/** R40: a later report stands in place of the first ("thay thế") or beside it ("bổ sung"). */
export const relation = z.enum(['replaces', 'supplements']);

/** Which report or document: a table of figures is about a period and perhaps a unit. */
const question = z.object({ code: z.string(), about: documentAbout, basis: organisationBasis.optional() });

/** What two reports, or a report and its records, say differently; `rows` are the records to look at. */
export const finding = z.object({
  check: z.string(),
  title: z.string(),
  /** `disagrees`: two figures that must be one are not; `notice`: to be known before it is sent, such as what is not reported. */
  weight: z.enum(['disagrees', 'notice']),
  message: z.string(),
  rows: explanation.shape.rows,
});

export const frozenSummary = z.object({
  id,
  code: z.string(),
  title: z.string(),
  kind: z.enum(['report', 'document']),
  /** What it is about, to ask the same again. */
  about: documentAbout,
  /** `2024-07`; empty where the document is not of a period. */
  period: z.string(),
  period_label: z.string(),
  unit: id.nullable(),
  unit_name: z.string().nullable(),
  basis: organisationBasis,
  as_of: isoDate,
  /** `12-BC/HU`; null when it was frozen without a number. */
  number_symbol: z.string().nullable(),
  date: isoDate.nullable(),
  frozen_at: z.string(),
  frozen_by: z.string(),
  file_name: z.string().nullable(),
  file_sha256: z.string().nullable(),
  figures_sha256: z.string(),
  relation: relation.nullable(),
  /** The frozen report it replaces or supplements. */
  replaces_id: id.nullable(),
  reason: z.string().nullable(),
  /** The later one that stands in its place. */
  replaced_by: id.nullable(),
  supplemented_by: z.array(id),
});

const recordChange = z.object({
  entity: z.string(),
  id,
  label: z.string(),
  context: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** Of a rate, which side of the line. */
  part: z.enum(['numerator', 'denominator']).nullable(),
  was: z.number().nullable(),
  now: z.number().nullable(),
});

export const difference = z.object({
  frozen: frozenSummary,
  /** Figures that are not the same, or rest on other records. */
  figures: z.array(
    z.object({
      row: z.string(),
      row_name: z.string(),
      column: z.string(),
      label: z.string(),
      type: reportColumn.shape.type,
      was: z.number().nullable(),
      now: z.number().nullable(),
      records: z.array(recordChange),
    }),
  ),
  /** Words among or beside the figures: grades, names, titles. */
  texts: z.array(
    z.object({
      row: z.string(),
      row_name: z.string(),
      label: z.string(),
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
  rows_added: z.array(z.object({ row: z.string(), row_name: z.string() })),
  rows_removed: z.array(z.object({ row: z.string(), row_name: z.string() })),
  /** Rules that now stand in another version; null: it was not followed then, or is not now. */
  rules: z.array(
    z.object({ name: z.string(), label: z.string(), was: z.string().nullable(), now: z.string().nullable() }),
  ),
  same: z.boolean(),
});

export const frozenContract = {
  /** Frozen reports, the latest first. */
  list: procedure
    .input(z.object({ period: reportPeriod.optional(), code: z.string().optional() }))
    .output(z.array(frozenSummary)),
  /** One as it was: nothing in it is computed anew. Refused as `office_damaged` when its figures are not those that were frozen. */
  get: procedure.input(z.object({ id })).output(
    z.object({
      summary: frozenSummary,
      report: reportResult,
      /** Of a document, its pages as they were issued. */
      page: z.object({ html: z.string(), css: z.string() }).nullable(),
      notes: z.array(z.string()),
      /** The rules it followed, in words. */
      rules: z.array(z.object({ name: z.string(), label: z.string(), version: z.string() })),
      findings: z.array(finding),
      /** From the first report to the last that replaces or supplements it. */
      chain: z.array(frozenSummary),
    }),
  ),
  /** The records behind a frozen figure, in the words of then. */
  explain: procedure.input(z.object({ id, row: z.string(), column: z.string() })).output(explanation),
  /** What has changed since, when the same question is asked of the office as it is now. */
  diff: procedure.input(z.object({ id })).output(difference),
  /** What disagrees, before anything is issued. */
  check: procedure.input(question).output(z.array(finding)),
  freeze: procedure
    .input(
      question.extend({
        number: z.int().positive().nullable(),
        date: isoDate.nullable(),
        signer: z.object({ name: z.string(), title: z.string(), authority: z.string() }).nullable(),
        /** The frozen report this one replaces or supplements, and why. */
        earlier: z.object({ id, relation, reason: z.string().trim().min(1) }).nullable(),
      }),
    )
    .output(z.object({ id, file: madeFile, findings: z.array(finding) })),
  /** The file as it was issued, written again from what was frozen; `same`: byte for byte the one that was issued. */
  file: procedure.input(z.object({ id })).output(z.object({ file: madeFile, same: z.boolean() })),
};

export type FrozenSummary = z.infer<typeof frozenSummary>;
export type Finding = z.infer<typeof finding>;
export type Difference = z.infer<typeof difference>;
export type Relation = z.infer<typeof relation>;
