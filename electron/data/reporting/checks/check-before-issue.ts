import type { Finding } from '../../../contract/frozen.ts';
import { describeRows } from '../describe-rows.ts';
import { aboutKey } from '../document.ts';
import { standingFrozen } from '../frozen/read-frozen.ts';
import { parsePeriod } from '../period.ts';
import { reports } from '../reports/index.ts';
import { type FinishedReport, finishReport, type ReportQuestion, type ReportSource } from '../run-report.ts';
import { presentAndDue } from './attendance.ts';
import type { CheckContext, CrossCheck, RawFinding } from './check.ts';
import { frozenMonths } from './frozen-months.ts';
import { gradesOfBoth } from './grades.ts';
import { membersAndList } from './members.ts';
import { notReported } from './not-reported.ts';
import { openMatters, visitsToDate } from './opening.ts';
import { parentAndParts } from './parent-and-parts.ts';
import { petitionsOfBoth } from './petitions.ts';
import { visitsOfBoth } from './visits.ts';

/** Every cross-check there is, in the order it is shown. A new one is a file in this folder and a line here. */
const crossChecks: readonly CrossCheck[] = [
  ...reports.map(({ code }) => parentAndParts(code)),
  presentAndDue,
  membersAndList,
  gradesOfBoth,
  visitsOfBoth,
  petitionsOfBoth,
  openMatters,
  visitsToDate,
  ...reports.map(({ code }) => frozenMonths(code)),
  notReported,
];

/**
 * What disagrees before a report is issued, each with the records to look at; what disagrees stands before what is only to
 * be known. Of a document (a code that is no report of figures), whatever is found in the reports of its period.
 * Throws as `runReport` for a period or a unit there is not.
 */
export async function checkBeforeIssue(source: ReportSource, question: ReportQuestion): Promise<Finding[]> {
  const isReport = reports.some(({ code }) => code === question.code);
  const wanted = crossChecks.filter(({ of }) => !isReport || of.includes(question.code));
  const context = contextOf(source, question);
  const found: (RawFinding & Pick<CrossCheck, 'code' | 'title'>)[] = [];
  for (const { code, title, run } of wanted) {
    found.push(...(await run(context)).map((finding) => ({ ...finding, code, title })));
  }
  const words = await describeRows(
    source.db,
    found.flatMap(({ rows }) => rows),
  );
  return found
    .map(
      ({ code, title, weight, message, rows }): Finding => ({
        ...{ check: code, title, weight, message },
        rows: rows.map(({ entity, id, amount, note }) => {
          const { label, context: where } = words.of(entity, id);
          return { entity, id, amount, label: note === null ? label : `${label}, ${note}`, context: where };
        }),
      }),
    )
    .sort((a, b) => Number(a.weight === 'notice') - Number(b.weight === 'notice'));
}

function contextOf(source: ReportSource, { period: key, unit, basis = 'then' }: ReportQuestion): CheckContext {
  const made = new Map<string, Promise<FinishedReport>>();
  return {
    db: source.db,
    period: parsePeriod(key),
    unit: unit ?? null,
    report: (code) => {
      const foldsPast = reports.find((one) => one.code === code)?.foldsPast ?? false;
      const report =
        made.get(code) ?? finishReport(source, { code, period: key, unit, basis: foldsPast ? basis : 'then' });
      made.set(code, report);
      return report;
    },
    frozen: async (code, period) =>
      (await standingFrozen(source.db, { code, about: aboutKey({ period, unit }), basis }))?.content ?? null,
  };
}
