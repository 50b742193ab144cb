import type { RuleCode } from '../../rules/rule-values.ts';
import { formatDate, parsePartialIso } from '../../vietnamese/dates.ts';
import { type Figure, notApplicable } from '../figure.ts';
import { type BuiltReport, combineFigures, type Figures, type ReportRow, report, rulesInPeriod } from '../report.ts';
import { askedQuota, type Bc02Context, columnRuleCodes, quotaColumns, visitColumns } from './bc-02/columns.ts';
import { type OfficialFacts, officialFacts, type VisitFacts } from './bc-02/official-facts.ts';
import { type Bc02Data, readBc02 } from './bc-02/read.ts';

const ruleCodes: readonly RuleCode[] = [
  ...columnRuleCodes,
  'visit_counted_kinds',
  'visit_outside_assignment',
  'visit_by_substitute',
];

/**
 * BC-02 Biểu tổng hợp kết quả cấp ủy viên, cán bộ dự sinh hoạt chi bộ: one row an official, with one a target under it
 * and one for what was done elsewhere as a substitute. "Tổng số lần dự" counts the visits that count toward the quota.
 * The quota stands on the official: it is one over all targets. With a unit: the officials assigned to it, whole.
 */
export const bc02 = report<Bc02Data>({
  code: 'BC-02',
  title: 'Biểu tổng hợp kết quả cấp ủy viên, cán bộ dự sinh hoạt chi bộ',
  read: readBc02,
  build: buildBc02,
});

export function buildBc02(data: Bc02Data): BuiltReport {
  const { scope, rules, plans } = data;
  const end = scope.period.dateTo;
  const context: Bc02Context = {
    period: scope.period,
    asOf: scope.asOf,
    assignments: data.assignments,
    proration: rules.on('quota_proration', end).value,
    rateBase: rules.on('quota_rate_base', end).value,
    reportDue: rules.versions('visit_report_due'),
    keeps: {
      plans: plans.length > 0,
      reports: data.reports.length > 0 || plans.some(({ reportSubmittedOn }) => reportSubmittedOn !== null),
      petitions: data.keepsPetitions,
    },
  };
  const officials = officialFacts(data).map((facts) => {
    const parts = partRows(data, facts, context);
    const figures: Figures = {
      ...quotaFigures(facts, context),
      ...combineFigures(
        parts.length === 0 ? [visitFigures(facts, context)] : parts.map((part) => part.figures),
        Object.keys(visitColumns),
      ),
    };
    return { facts, figures, parts };
  });
  return {
    rules: rulesInPeriod(rules, ruleCodes, scope.period),
    rows: officials.flatMap(({ facts, figures, parts }) => [officialRow(facts, figures), ...parts]),
    total: combineFigures(
      officials.map(({ figures }) => figures),
      [...Object.keys(quotaColumns), ...Object.keys(visitColumns)],
    ),
    notes: [
      'Tổng số lần dự gồm các lượt được tính vào định mức, kể cả dự thay; lượt ngoài phân công ghi ở cột Ghi chú.',
    ],
  };
}

function officialRow({ official, outside }: OfficialFacts, figures: Figures): ReportRow {
  return {
    key: official.id,
    name: official.name,
    kind: 'official',
    parent: null,
    texts: {
      'Chức vụ, đơn vị công tác': official.post,
      'Ghi chú': outside.length === 0 ? null : `Ngoài phân công, không tính: ${outside.length} lượt`,
    },
    figures,
  };
}

/** An assignment has no quota of its own. */
const noQuota: Figures = Object.fromEntries(Object.keys(quotaColumns).map((key) => [key, notApplicable]));

function partRows(data: Bc02Data, facts: OfficialFacts, context: Bc02Context): ReportRow[] {
  const { official, assignments, elsewhere } = facts;
  const part = (key: string, kind: string, name: string, texts: ReportRow['texts'], visits: VisitFacts): ReportRow => ({
    key,
    name,
    kind,
    parent: official.id,
    texts,
    figures: { ...noQuota, ...visitFigures(visits, context) },
  });
  const rows = assignments.map(({ assignment, entry, ...visits }) =>
    part(
      assignment.id,
      'assignment',
      placeName(data, assignment.targetId),
      { 'Văn bản phân công': documentText(entry.document), 'Ghi chú': timeText(assignment, data.scope.period.year) },
      visits,
    ),
  );
  if (
    [elsewhere.visitsToDate, elsewhere.eventsToDate, elsewhere.plans, elsewhere.reports].every(
      ({ length }) => length === 0,
    )
  )
    return rows;
  return [...rows, part(`${official.id}:other`, 'other', 'Dự thay, ngoài địa bàn được phân công', {}, elsewhere)];
}

const columnsOfVisits = Object.entries(visitColumns);

function visitFigures(facts: VisitFacts, context: Bc02Context): Figures {
  const figures: Record<string, Figure> = {};
  for (const [key, column] of columnsOfVisits) figures[key] = column(facts, context);
  return figures;
}

function quotaFigures(facts: OfficialFacts, context: Bc02Context): Figures {
  const quota = askedQuota(facts, context);
  return Object.fromEntries(Object.entries(quotaColumns).map(([key, column]) => [key, column(facts, context, quota)]));
}

/** With the grassroots organisation: `Chi bộ thôn 4` is the name of many cells. */
function placeName({ organisations, scope }: Bc02Data, id: string): string {
  const day = scope.period.dateTo;
  const grassroots = organisations.grassrootsOf(id, day);
  const name = organisations.nameOn(id, day);
  return grassroots === id ? name : `${name}, ${organisations.nameOn(grassroots, day)}`;
}

/** `345-QĐ/HU, ngày 12/01/2024` */
function documentText(document: { numberSymbol: string; date: string | null } | null): string | null {
  const day = document?.date ? parsePartialIso(document.date) : null;
  if (document === null) return null;
  return day === null ? document.numberSymbol : `${document.numberSymbol}, ngày ${formatDate(day)}`;
}

/** When the assignment covers only part of the year: `từ 01/07/2024`, `đến 30/04/2024`. */
function timeText({ valid_from, valid_to }: { valid_from: string | null; valid_to: string | null }, year: number) {
  const [from, to] = [valid_from, valid_to].map((day) => (day === null ? null : parsePartialIso(day)));
  const text = [
    from && from > `${year}-01-01` ? `từ ${formatDate(from)}` : '',
    to && to < `${year}-12-31` ? `đến ${formatDate(to)}` : '',
  ].filter((part) => part !== '');
  return text.length === 0 ? null : text.join(' ');
}
