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

/**
 * Values by key. Checked in one go: a year of a province has a quarter of a million of them, each of which a record of
 * zod's would look at and copy by itself.
 */
const figures = z.custom<Record<string, number | null>>((given) =>
  holdsOnly(given, (value) => value === null || Number.isFinite(value)),
);
const texts = z.custom<Record<string, string | null>>((given) =>
  holdsOnly(given, (value) => value === null || typeof value === 'string'),
);

function holdsOnly(given: unknown, isValue: (value: unknown) => boolean): boolean {
  if (!isRecord(given)) return false;
  for (const key in given) if (!isValue(given[key])) return false;
  return true;
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

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
      texts,
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

/** A list of records that goes with the figures; nothing in it is a figure. */
const reportList = z.object({
  name: z.string(),
  title: z.string(),
  columns: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(['text', 'int', 'percent1', 'date']),
      width: z.number(),
    }),
  ),
  /** Groups are headings between the records. Dates are ISO, full or partial. */
  rows: z.array(
    z.object({ group: z.boolean(), cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
  ),
  notes: z.array(z.string()),
  /** What is said in place of a list without rows; null: nothing in particular. */
  when_empty: z.string().nullable(),
});

const reportLine = z.object({
  code: z.string(),
  /** As the office calls it at the end of the period. */
  title: z.string(),
  receiver: z.string(),
  /** The day it is to be sent by; null: the office has set none, or whoever asks has a part of it only. */
  due: isoDate.nullable(),
  /** The report of the period and the whole office, as last frozen; null: not yet. */
  frozen: z.object({ id, frozen_at: z.string(), number_symbol: z.string().nullable() }).nullable(),
  overdue: z.boolean(),
});

export const reportsContract = {
  /** The reports there are. */
  catalogue: procedure.output(
    z.array(z.object({ code: z.string(), title: z.string(), formats: z.array(z.string()), receiver: z.string() })),
  ),
  /** What there is to send of a period: to whom, by when, and whether it is done. */
  ofPeriod: procedure.input(z.object({ period: reportPeriod })).output(z.array(reportLine)),
  run: procedure.input(question).output(reportResult),
  /** The lists that go with the figures of a report; most have none. */
  lists: procedure.input(question).output(z.array(reportList)),
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
export type ReportLine = z.infer<typeof reportLine>;
export type ReportRecords = z.infer<typeof reportList>;
