import { v7 as newId } from 'uuid';
import type { IssueOptions } from '../../../contract/documents.ts';
import type { Finding, Relation } from '../../../contract/frozen.ts';
import type { MadeFile } from '../../../contract/values.ts';
import { SochiboError } from '../../errors.ts';
import { recordFrozen } from '../../issuing/record-frozen.ts';
import { loadOfficePresets } from '../../office-file/presets.ts';
import type { Session } from '../../session.ts';
import { today } from '../../today.ts';
import { formatDate, parseIsoDate } from '../../vietnamese/dates.ts';
import { checkBeforeIssue } from '../checks/check-before-issue.ts';
import { aboutKey } from '../document.ts';
import { reports } from '../reports/index.ts';
import type { Adjustment } from './adjustments.ts';
import { differences } from './difference.ts';
import type { Circumstances, Freezable, FrozenQuestion } from './freezable.ts';
import { freezableDocument } from './freezable-document.ts';
import { freezableReport } from './freezable-report.ts';
import { readFrozen, standingRow } from './read-frozen.ts';
import { packContent } from './store.ts';

export interface FreezeRequest extends FrozenQuestion {
  issue: Pick<IssueOptions, 'number' | 'date' | 'signer'>;
  earlier: { id: string; relation: Relation; reason: string } | null;
}

/** The report or document of a question, as it stands. Throws as `runReport` or `finishDocument`. */
export function makeFreezable(
  session: Session,
  question: FrozenQuestion,
  circumstances: Circumstances,
): Promise<Freezable> {
  const isReport = reports.some(({ code }) => code === question.code);
  return (isReport ? freezableReport : freezableDocument)(session, question, circumstances);
}

/** What disagrees; of a document that is not about a period, nothing is held against anything. */
export async function findingsOf(session: Session, { code, about, basis }: FrozenQuestion): Promise<Finding[]> {
  if (about.period === undefined) return [];
  const source = { db: session.office.db, forms: session.reportForms };
  return checkBeforeIssue(source, { code, period: about.period, unit: about.unit, basis });
}

/**
 * Freezes a report (handbook R40): its figures with the records behind them, the versions of its rules, its number and the
 * hash of its file, in one transaction. Throws `conflict` when the same was frozen before and this one neither replaces nor
 * supplements it, or the earlier one is replaced already; `not_found`, and as the report does.
 */
export async function freeze(
  session: Session,
  request: FreezeRequest,
): Promise<{ id: string; file: MadeFile; findings: Finding[] }> {
  const { db } = session.office;
  const key = { code: request.code, about: aboutKey(request.about), basis: request.basis ?? 'then' };
  const earlier = request.earlier === null ? null : await readFrozen(db, request.earlier.id);
  const standing = await standingRow(db, key);
  if (earlier === null && standing !== null) throw frozenAlready(standing);
  if (earlier !== null) {
    const { summary, about } = earlier;
    if (summary.code !== key.code || about !== key.about || summary.basis !== key.basis) {
      throw new SochiboError(
        'wrong_arguments',
        'Báo cáo thay thế, bổ sung phải cùng mẫu, cùng kỳ và cùng đơn vị với báo cáo đã chốt.',
      );
    }
    if (summary.replaced_by !== null) {
      throw new SochiboError('conflict', 'Báo cáo đã chốt này đã có bản thay thế. Lập từ bản đang có hiệu lực.');
    }
  }
  const findings = await findingsOf(session, request);
  const made = await makeFreezable(session, request, {
    madeOn: today(),
    findings,
    issue: request.issue,
    later: earlier !== null,
  });
  const adjustment: Adjustment | null =
    earlier && request.earlier
      ? { ...request.earlier, earlier: earlier.summary, difference: differences(earlier.content, made.content) }
      : null;
  const { content, ...freezable } = adjustment ? made.adjusted(adjustment) : made;
  const { file, sha256: fileHash } = await freezable.write();
  const packed = packContent(content);
  const presets = loadOfficePresets(session.options.resourcesDir);
  const id = newId();
  const detail = [content.title, content.periodLabel].filter((part) => part !== '').join(', ');
  await session.office.write('Chốt số liệu', detail, async (write) => {
    // Somebody may have frozen it while this one was being made.
    const now = await standingRow(write, key);
    if (now !== null && now.id !== standing?.id) throw frozenAlready(now);
    const issuedId = await recordFrozen(write, presets, freezable.facts, {
      options: freezable.options,
      relation: request.earlier?.relation,
      file: { name: file.name, sha256: fileHash },
    });
    await write
      .insertInto('frozen_report')
      .values({
        ...{ id, issued_document_id: issuedId, report_code: key.code, period: request.about.period ?? '' },
        ...{ about: key.about, basis: key.basis, as_of: freezable.asOf, title: content.title },
        ...{ frozen_at: new Date().toISOString(), frozen_by: session.options.actor },
        ...{ rules: JSON.stringify(content.rules), figures_sha256: packed.sha256 },
        ...{ file_name: file.name, file_sha256: fileHash, replaces_id: request.earlier?.id ?? null },
        ...{ relation: request.earlier?.relation ?? null, reason: request.earlier?.reason ?? null },
      })
      .execute();
    await write.insertInto('frozen_figures').values({ frozen_report_id: id, content: packed.content }).execute();
  });
  return { id, file, findings };
}

function frozenAlready({ frozen_at, id }: { frozen_at: string; id: string }): SochiboError {
  const day = parseIsoDate(frozen_at.slice(0, 10));
  return new SochiboError(
    'conflict',
    `Báo cáo này đã chốt${day === null ? '' : ` ngày ${formatDate(day)}`} (${id}). Số liệu đã gửi không sửa được: lập bản thay thế hoặc bổ sung.`,
  );
}
