import type { Kysely } from 'kysely';
import type { FormatProfile } from '../../documents/profile.ts';
import { readRules } from '../../rules/read-rules.ts';
import { ruleMeanings } from '../../rules/rule-meanings.ts';
import type { RuleCode } from '../../rules/rule-values.ts';
import type { Tables } from '../../schema/database.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { describeRows } from '../describe-rows.ts';
import { type Figure, type FigureRow, figureValue, notApplicable } from '../figure.ts';
import type { Period } from '../period.ts';
import { type Figures, rulesInPeriod } from '../report.ts';
import type { SendingOffice } from '../report-workbook.ts';
import type { FinishedDocument } from '../run-document.ts';
import { type FinishedReport, groupOf } from '../run-report.ts';
import { type FrozenContent, type FrozenRow, type Values, Words } from './content.ts';

interface Circumstances {
  madeOn: IsoDate;
}

/** A return form with every record behind its figures named as it is called today. */
export async function snapshotReport(
  db: Kysely<Tables>,
  { report, scope, form, unitName, lists = [], rules, rows, total, notes }: FinishedReport,
  { madeOn, office }: Circumstances & { office: SendingOffice },
): Promise<FrozenContent> {
  const withValues = rows.map((row) => ({ ...row, values: valuesOf(row.figures) }));
  return {
    code: report.code,
    title: report.title,
    periodLabel: scope.period.label,
    madeOn,
    columns: form.columns.map((column) => ({ ...column, group: groupOf(form, column.key) })),
    rules,
    rows: withValues,
    total: { figures: total, values: valuesOf(total) },
    notes,
    words: await wordsOf(db, [...withValues.map(({ figures }) => figures), total]),
    findings: [],
    report: {
      scope,
      form,
      unitName,
      office: {
        ...{ name: office.name, superior: office.superior, place: office.place },
        ...(office.signer ? { signer: office.signer } : {}),
      },
      lists,
    },
    document: null,
  };
}

/** The figures of a document's text, each a row; whole numbers and those with one decimal stand in columns of their own. */
export async function snapshotDocument(
  db: Kysely<Tables>,
  { kind, draft, official, fields, figures }: FinishedDocument,
  {
    madeOn,
    period,
    format,
    template,
  }: Circumstances & { period: Period | null; format: FormatProfile; template: Buffer | null },
): Promise<FrozenContent> {
  const distinct = [...new Map(figures.map((run) => [run.key, run])).values()];
  const rows = distinct.map(({ key, label, figure, text }): FrozenRow => {
    const columns: Figures = hasDecimal(figure)
      ? { whole: notApplicable, rate: figure }
      : { whole: figure, rate: notApplicable };
    const row = { key, name: label, kind: 'figure', parent: null, texts: { text } };
    return { ...row, figures: columns, values: valuesOf(columns) };
  });
  const rules = await readRules(db);
  return {
    code: kind.code,
    title: draft.name,
    periodLabel: period?.label ?? '',
    madeOn,
    columns: [
      { key: 'text', label: 'Ghi trong văn bản', type: 'text', group: null },
      { key: 'whole', label: 'Số lượng', type: 'int', group: null },
      { key: 'rate', label: 'Tỷ lệ, bình quân', type: 'percent1', group: null },
    ],
    rules: period === null ? [] : rulesInPeriod(rules, ruleCodes, period),
    rows,
    total: { figures: { whole: notApplicable, rate: notApplicable }, values: { whole: null, rate: null } },
    notes: [],
    words: await wordsOf(
      db,
      rows.map((row) => row.figures),
    ),
    findings: [],
    report: null,
    document: {
      ...{ name: draft.name, official, fields, format: format.code, spelling: format.spelling },
      template: template?.toString('base64') ?? null,
    },
  };
}

const isRuleCode = (code: string): code is RuleCode => code in ruleMeanings;
const ruleCodes = Object.keys(ruleMeanings).filter(isRuleCode);

/** All the records of a figure: of a rate, those above and below the line. */
export function recordsOf(figure: Figure): readonly FigureRow[] {
  if (figure.how === 'unknown') return [];
  return figure.how === 'ratio' ? [...figure.numerator.rows, ...figure.denominator.rows] : figure.rows;
}

function valuesOf(figures: Figures): Values {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figureValue(figure)]));
}

function hasDecimal(figure: Figure): boolean {
  return figure.how === 'ratio' || (figure.how === 'average' && figure.decimals === 1);
}

async function wordsOf(db: Kysely<Tables>, lines: readonly Figures[]): Promise<Words> {
  const records = new Map<string, FigureRow>();
  for (const figure of lines.flatMap((figures) => Object.values(figures))) {
    for (const row of recordsOf(figure)) records.set(`${row.entity} ${row.id}`, row);
  }
  const described = await describeRows(db, [...records.values()]);
  const words = new Words();
  for (const { entity, id } of records.values()) words.add(entity, id, described.of(entity, id));
  return words;
}
