import type { Kysely } from 'kysely';
import type { SheetColumn, SheetRow } from '../documents/workbook.ts';
import type { Rules } from '../rules/read-rules.ts';
import type { RuleCode } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { isInForceWithin } from '../schema/dated.ts';
import { oncePerRun } from '../schema/one-run.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { combine, type Figure, unknown } from './figure.ts';
import type { Period } from './period.ts';

/** What a report is asked for. */
export interface ReportScope {
  period: Period;
  /** Only this organisation and what is under it; null = the whole office. */
  unit: string | null;
  /** The last day that is known of: the period's end, or today while the period runs. */
  asOf: IsoDate;
  /** The day whose organisation the rows follow ("quy về tổ chức hiện nay", R26); null = each as at the time. */
  organisedOn: IsoDate | null;
}

/** Figures by column key. */
export type Figures = Readonly<Record<string, Figure>>;

/** The figures of a whole from those of its parts (R41), column by column; where a part has none it is not known. */
export function combineFigures(parts: readonly Figures[], keys: readonly string[]): Figures {
  const figures: Record<string, Figure> = {};
  for (const key of keys) figures[key] = combine(parts.map((part) => part[key] ?? unknown));
  return figures;
}

export interface ReportRow {
  key: string;
  name: string;
  /** `organisation`, `cell`, `official`, `assignment`, `other` */
  kind: string;
  /** Key of the row this one is a part of. */
  parent: string | null;
  /** Text beside the figures, by heading. */
  texts: Readonly<Record<string, string | null>>;
  figures: Figures;
}

/** What a report found: figures that know the rows behind them. Rows in printing order, each parent before its parts. */
export interface BuiltReport {
  rules: { name: string; version: string }[];
  rows: ReportRow[];
  total: Figures;
  /** What a reader has to know of how it was counted; printed under the table. */
  notes: string[];
  /** Lists of records that go with the figures, each a sheet of its own in the workbook. */
  lists?: readonly ReportList[];
}

/** Records one by one, as text and dates; nothing in it is a figure. */
export interface ReportList {
  /** Name of the sheet. */
  name: string;
  title: string;
  columns: readonly SheetColumn[];
  rows: readonly SheetRow[];
  notes: readonly string[];
  /** What is said under the figures in place of a list without rows; without it the list is a sheet all the same. */
  whenEmpty?: string;
}

/** A report alters nothing: it gathers (`read`), computes (`build`, pure), and leaves writing to the writers. */
export interface ReportDefinition<Data> {
  code: string;
  title: string;
  /** It can fold the past into today's organisation (R26). */
  foldsPast?: boolean;
  read(db: Kysely<Tables>, scope: ReportScope): Promise<Data>;
  build(data: Data): BuiltReport;
}

/** A report whose data nobody but itself knows. */
export interface Report {
  code: string;
  title: string;
  foldsPast: boolean;
  /** Once in a run for a scope: what quotes a report shares it. */
  run(db: Kysely<Tables>, scope: ReportScope): Promise<BuiltReport>;
}

export function report<Data>({ code, title, foldsPast = false, read, build }: ReportDefinition<Data>): Report {
  const run = oncePerRun(async (db, scope: ReportScope) => build(await read(db, scope)), keyOf);
  return { code, title, foldsPast, run };
}

function keyOf({ period, unit, asOf, organisedOn }: ReportScope): string {
  return [period.key, unit, asOf, organisedOn].join(' ');
}

/** The versions of these rules that were in force at some time in the period, for the head of the report. */
export function rulesInPeriod(rules: Rules, codes: readonly RuleCode[], { dateFrom, dateTo }: Period) {
  return codes.flatMap((code) =>
    rules
      .versions(code)
      .filter((version) => isInForceWithin(version, dateFrom, dateTo))
      .map(({ version }) => ({ name: code, version }))
      .reverse(),
  );
}
