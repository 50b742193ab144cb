import type { Difference, Finding, FrozenSummary } from '../../../contract/frozen.ts';
import type { Explanation, ReportResult } from '../../../contract/reports.ts';
import type { MadeFile } from '../../../contract/values.ts';
import { attachmentFile, listAttachments } from '../../attachments/attachments.ts';
import { writeHtml } from '../../documents/html-writer.ts';
import { SochiboError } from '../../errors.ts';
import type { Session } from '../../session.ts';
import { explanationOf } from '../explain.ts';
import type { FrozenContent } from './content.ts';
import { differences, ruleLabel } from './difference.ts';
import { frozenFormat, writeFrozenDocument } from './freezable-document.ts';
import { writeFrozenReport } from './freezable-report.ts';
import { makeFreezable } from './freeze.ts';
import { readFrozen } from './read-frozen.ts';

/** A frozen report, in words for whoever reads it. */
interface Opened {
  summary: FrozenSummary;
  report: ReportResult;
  page: { html: string; css: string } | null;
  notes: string[];
  rules: { name: string; label: string; version: string }[];
  findings: Finding[];
  chain: FrozenSummary[];
}

/** A frozen report as it was: nothing is computed anew. Throws `not_found`, `office_damaged`. */
export async function openFrozen(session: Session, id: string): Promise<Opened> {
  const { summary, content, chain } = await readFrozen(session.office.db, id);
  const report: ReportResult = {
    ...{ report: content.code, title: content.title, period: summary.period, period_label: content.periodLabel },
    ...{ unit: summary.unit, as_of: summary.as_of, basis: summary.basis, bases: [summary.basis] },
    rules: [...content.rules],
    name_heading: content.report?.form.layout.name.heading ?? 'Nội dung',
    columns: [...content.columns],
    rows: content.rows.map(({ values, figures: _, ...row }) => ({ ...row, figures: shown(content, values) })),
    total: shown(content, content.total.values),
  };
  const rules = content.rules.map((rule) => ({ ...rule, label: ruleLabel(rule.name) }));
  const page =
    content.document && writeHtml(content.document.official, frozenFormat(session, content.document, content.madeOn));
  return { summary, report, page, notes: [...content.notes], rules, findings: [...content.findings], chain };
}

/** The records behind a frozen figure, called as they were. Throws `not_found` for a row or column it does not have. */
export async function explainFrozen(
  { office: { db } }: Session,
  { id, row: key, column }: { id: string; row: string; column: string },
): Promise<Explanation> {
  const { content } = await readFrozen(db, id);
  const row = key === 'total' ? { name: 'Tổng cộng', ...content.total } : content.rows.find((one) => one.key === key);
  const figure = row?.figures[column];
  if (!row || !figure) {
    throw new SochiboError('not_found', `Báo cáo đã chốt không có số ở dòng "${key}", cột "${column}".`);
  }
  const heading = content.columns.find((one) => one.key === column)?.label ?? column;
  const label = [row.name, heading, content.periodLabel].filter((part) => part !== '').join(' · ');
  return explanationOf({ label, figure, value: row.values[column] ?? null }, content.words);
}

/** The same question asked today of what is recorded today: what is not as it was frozen. Throws as `openFrozen`, `runReport`. */
export async function changedSince(session: Session, id: string): Promise<Difference> {
  const { summary, content } = await readFrozen(session.office.db, id);
  const { code, about, basis } = summary;
  const question = { code, about, basis };
  const issue = { number: null, date: null, signer: null };
  const now = await makeFreezable(session, question, { madeOn: content.madeOn, issue, later: false });
  return { frozen: summary, ...differences(content, now.content) };
}

/**
 * The file that was issued, as it was kept; of a report frozen before files were kept, written again: `same` when it has the
 * hash of the one that went out.
 */
export async function frozenFile(session: Session, id: string): Promise<{ file: MadeFile; same: boolean }> {
  const { db } = session.office;
  const { summary, content } = await readFrozen(db, id);
  const [kept] = await listAttachments(db, { entity: 'frozen_report', entity_id: id });
  if (kept) {
    return { file: await attachmentFile(db, session.files, kept.id), same: kept.sha256 === summary.file_sha256 };
  }
  const { file, sha256 } = await (content.report === null ? writeFrozenDocument : writeFrozenReport)(session, content);
  return { file, same: sha256 === summary.file_sha256 };
}

/** Columns of figures only, as `runReport` gives them. */
function shown({ columns }: FrozenContent, values: Readonly<Record<string, number | null>>) {
  return Object.fromEntries(columns.flatMap(({ key, type }) => (type === 'text' ? [] : [[key, values[key] ?? null]])));
}
