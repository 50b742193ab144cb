import type { Kysely } from 'kysely';
import type { OrganisationBasis, ReportRecords, ReportResult } from '../../contract/reports.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { figureValue } from './figure.ts';
import { shownTexts, withLayout } from './layouts/apply-layout.ts';
import { layoutOn } from './layouts/saved-layouts.ts';
import { parsePeriod } from './period.ts';
import type { BuiltReport, Figures, Report, ReportScope } from './report.ts';
import type { ReportForm, ReportForms } from './report-forms.ts';
import { reports } from './reports/index.ts';

/** Where reports are made from. */
export interface ReportSource {
  db: Kysely<Tables>;
  forms: ReportForms;
  /** The day the report is made on; today when missing. A period that still runs is known up to this day. */
  madeOn?: IsoDate;
}

export interface ReportQuestion {
  /** `BC-05` */
  code: string;
  /** `2024-07`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024` */
  period: string;
  /** Only this organisation (id) and what is under it. */
  unit?: string | undefined;
  /** By the organisation as at the time (default), or folded into today's (R26). */
  basis?: OrganisationBasis | undefined;
}

/** A report with its figures still knowing their rows. */
export interface FinishedReport extends BuiltReport {
  report: Report;
  scope: ReportScope;
  form: ReportForm;
  /** Name of the unit at the period's end; null = the whole office. */
  unitName: string | null;
}

/**
 * Computes a report for the screen, the command line and JSON: plain values, unknown is null (handbook R42).
 * Throws `wrong_arguments` for a report or a period there is not, `not_found` for a unit the office does not have.
 */
export async function runReport(source: ReportSource, question: ReportQuestion): Promise<ReportResult> {
  return resultOf(await finishReport(source, question), source.forms);
}

/** A report that was computed, as it is shown; `forms`: as they come with the program. */
export function resultOf(finished: FinishedReport, forms: ReportForms): ReportResult {
  const { report, scope, form, rules, rows, total } = finished;
  const textsOf = shownTexts(forms.get(report.code) ?? form, form);
  return {
    report: report.code,
    title: report.title,
    period: scope.period.key,
    period_label: scope.period.label,
    unit: scope.unit,
    as_of: scope.asOf,
    basis: scope.organisedOn === null ? 'then' : 'now',
    bases: report.foldsPast ? ['then', 'now'] : ['then'],
    rules,
    name_heading: form.layout.name.heading,
    columns: form.columns.map(({ key, label, type }) => ({ key, label, type, group: groupOf(form, key) })),
    rows: rows.map(({ figures, texts, ...row }) => ({ ...row, texts: textsOf(texts), figures: values(form, figures) })),
    total: values(form, total),
  };
}

/** The lists of records that go with a report. */
export function listsOf({ lists = [] }: FinishedReport): ReportRecords[] {
  return lists.map(({ name, title, columns, rows, notes, whenEmpty }) => ({
    name,
    title,
    columns: columns.map(({ key, label, type, width }) => ({ key, label, type, width })),
    rows: rows.map(({ kind, cells }) => ({ group: kind === 'group', cells: { ...cells } })),
    notes: [...notes],
    when_empty: whenEmpty ?? null,
  }));
}

/** What a report is before anything is counted: its name, period, form and unit. */
export type ReportHead = Pick<FinishedReport, 'report' | 'scope' | 'form' | 'unitName'>;

/** As `runReport`, with the rows behind each figure. */
export async function finishReport(source: ReportSource, question: ReportQuestion): Promise<FinishedReport> {
  const head = await headOf(source, question);
  return { ...head, ...(await head.report.run(source.db, head.scope)) };
}

/** The head of a report. Throws as `runReport`. */
export async function headOf(
  { db, forms, madeOn = today() }: ReportSource,
  { code, period: key, unit, basis = 'then' }: ReportQuestion,
): Promise<ReportHead> {
  const found = reports.find((candidate) => candidate.code === code);
  const standard = forms.get(code);
  if (!found || !standard) {
    throw new SochiboError(
      'wrong_arguments',
      `Không có báo cáo "${code}". Các báo cáo hiện có: ${reports.map((one) => one.code).join(', ')}.`,
    );
  }
  if (basis === 'now' && !found.foldsPast) {
    throw new SochiboError(
      'wrong_arguments',
      `Báo cáo ${code} chỉ lập theo tổ chức tại thời điểm. Bỏ lựa chọn quy về tổ chức hiện nay.`,
    );
  }
  const period = parsePeriod(key);
  // A form is laid out as the office had it at the end of the period.
  const saved = await layoutOn(db, code, period.dateTo);
  const form = saved === null ? standard : withLayout(standard, saved.layout);
  const report = { ...found, title: form.own?.title ?? found.title };
  const organisedOn = basis === 'now' ? madeOn : null;
  const unitName = unit === undefined ? null : await nameOfUnit(db, unit, organisedOn ?? period.dateTo);
  const asOf = madeOn < period.dateTo ? madeOn : period.dateTo;
  const scope: ReportScope = { period, unit: unit ?? null, asOf, organisedOn };
  return { report, scope, form, unitName };
}

/** The heading over a column and its neighbours; null where there is none. */
export function groupOf({ layout }: ReportForm, key: string): string | null {
  const groups = layout.sheets.flatMap((sheet) => sheet.groups);
  return groups.find(({ columns }) => columns.includes(key))?.label ?? null;
}

function values({ columns }: ReportForm, figures: Figures): Record<string, number | null> {
  const known: Record<string, number | null> = {};
  for (const { key, type } of columns) {
    if (type === 'text') continue;
    const figure = figures[key];
    if (!figure) throw new TypeError(`the report does not compute its column ${key}`);
    known[key] = figureValue(figure);
  }
  return known;
}

async function nameOfUnit(db: Kysely<Tables>, unit: string, day: IsoDate): Promise<string> {
  const organisations = await readOrganisationHistory(db);
  if (organisations.has(unit)) return organisations.nameOn(unit, day);
  throw new SochiboError('not_found', `Sổ không có tổ chức "${unit}". Lấy mã tổ chức trong danh sách tổ chức.`);
}
