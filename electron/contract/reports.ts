import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, madeFile, reportPeriod } from './values.ts';

export const reportColumn = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'int', 'percent1']),
  /** The heading over this column and its neighbours, as in the return form; null where there is none. */
  group: z.string().nullable(),
});

const figures = z.record(z.string(), z.number().nullable());

/** R26: "theo tổ chức tại thời điểm" or "quy về tổ chức hiện nay". */
export const organisationBasis = z.enum(['then', 'now']);

export const reportResult = z.object({
  report: z.string(),
  title: z.string(),
  period: z.string(),
  period_label: z.string(),
  unit: id.nullable(),
  as_of: isoDate,
  basis: organisationBasis,
  /** The bases this report can be made by. */
  bases: z.array(organisationBasis),
  rules: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Heading of the rows' names: `Họ và tên`, `Lĩnh vực`. */
  name_heading: z.string(),
  columns: z.array(reportColumn),
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.string(),
      parent: z.string().nullable(),
      /** Text beside the figures, by heading: title, target, document… */
      texts: z.record(z.string(), z.string().nullable()),
      figures,
    }),
  ),
  total: figures,
});

export const explanation = z.object({
  label: z.string(),
  value: z.number().nullable(),
  /** How the value comes from the rows: their number, the sum of their amounts, a ratio or mean of two such sums. */
  how: z.enum(['count', 'sum', 'ratio', 'average', 'unknown']),
  rows: z.array(
    z.object({
      entity: z.string(),
      id,
      /** What the row is, in words: cell, date, official… */
      label: z.string(),
      context: z.string(),
      amount: z.number(),
    }),
  ),
  /** For a ratio or a mean: what is divided by what. */
  parts: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
});

const question = z.object({
  code: z.string(),
  period: reportPeriod,
  unit: id.optional(),
  basis: organisationBasis.optional(),
});

export const reportsContract = {
  /** The reports there are, with what the list shows of each for a period. */
  catalogue: procedure.output(
    z.array(z.object({ code: z.string(), title: z.string(), formats: z.array(z.string()), receiver: z.string() })),
  ),
  run: procedure.input(question).output(reportResult),
  explain: procedure.input(question.extend({ row: z.string(), column: z.string() })).output(explanation),
  file: procedure.input(question.extend({ format: z.enum(['xlsx']) })).output(z.object({ file: madeFile })),
  /** BC-15: members as of the period's end in the 29 columns of the national database; `leavers`: those who left, too. */
  nationalList: procedure
    .input(z.object({ period: reportPeriod, unit: id.optional(), leavers: z.boolean() }))
    .output(z.object({ file: madeFile })),
};

export type OrganisationBasis = z.infer<typeof organisationBasis>;
export type ReportResult = z.infer<typeof reportResult>;
export type Explanation = z.infer<typeof explanation>;
