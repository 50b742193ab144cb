import { readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import type { Finding, Relation } from '../../../contract/frozen.ts';
import type { MadeFile } from '../../../contract/values.ts';
import { addAttachment } from '../../attachments/attachments.ts';
import { SochiboError } from '../../errors.ts';
import { recordFrozen } from '../../issuing/record-frozen.ts';
import { headOf, printedHead } from '../../office-file/log-heads.ts';
import { loadOfficePresets } from '../../office-file/presets.ts';
import type { Session } from '../../session.ts';
import { today } from '../../today.ts';
import { formatDate, parseIsoDate } from '../../vietnamese/dates.ts';
import { checkBeforeIssue } from '../checks/check-before-issue.ts';
import { aboutKey } from '../document.ts';
import { isTable } from '../table-facts.ts';
import type { Adjustment } from './adjustments.ts';
import { differences } from './difference.ts';
import type { Circumstances, Freezable, FrozenQuestion } from './freezable.ts';
import { freezableDocument } from './freezable-document.ts';
import { freezableReport } from './freezable-report.ts';
import { type FrozenKey, readFrozen, standingRow } from './read-frozen.ts';
import { packContent } from './store.ts';

export interface FreezeRequest extends FrozenQuestion, Pick<Circumstances, 'issue' | 'options'> {
  earlier: { id: string; relation: Relation; reason: string } | null;
  /** Of a row of the register that was issued before there was anything frozen; else that of `earlier`. */
  relation?: Relation | undefined;
  receiver?: string | undefined;
}

interface Frozen {
  id: string;
  /** Its row in the register; null for one without number and day. */
  issuedId: string | null;
  file: MadeFile;
  findings: Finding[];
}

/** The report or document of a question, as it stands. Throws as `runReport` or `finishDocument`. */
export function makeFreezable(
  session: Session,
  question: FrozenQuestion,
  circumstances: Circumstances,
): Promise<Freezable> {
  return (isTable(question) ? freezableReport : freezableDocument)(session, question, circumstances);
}

/** What disagrees; of a document that is not about a period, nothing is held against anything. */
export async function findingsOf(session: Session, { code, about, basis }: FrozenQuestion): Promise<Finding[]> {
  if (about.period === undefined) return [];
  const source = { db: session.office.db, forms: session.reportForms };
  return checkBeforeIssue(source, { code, period: about.period, unit: about.unit, basis });
}

/**
 * Freezes a report or a document (handbook R40): its words and figures with the records behind them, the versions of its
 * rules, its number, its file with the hash of it, in one transaction. Throws `conflict` when the same was frozen before
 * and this one neither replaces nor supplements it, or the earlier one is replaced already; `not_found`, and as the report
 * or document does.
 */
export async function freeze(session: Session, request: FreezeRequest): Promise<Frozen> {
  const { db } = session.office;
  const key = keyOf(request);
  const earlier = request.earlier === null ? null : await readFrozen(db, request.earlier.id);
  const standing = await standingRow(db, key);
  if (earlier === null && standing !== null) throw frozenAlready(standing);
  if (earlier !== null) checkEarlier(earlier, key);
  const made = await makeFreezable(session, request, {
    ...{ madeOn: today(), issue: request.issue, options: request.options },
    later: earlier !== null,
  });
  const adjustment: Adjustment | null =
    earlier && request.earlier
      ? { ...request.earlier, earlier: earlier.summary, difference: differences(earlier.content, made.content) }
      : null;
  const freezable = adjustment ? made.adjusted(adjustment) : made;
  // What has no figures disagrees with nothing.
  const findings = freezable.content.rows.length === 0 ? [] : await findingsOf(session, request);
  const head = await session.office.maintain(headOf);
  const logHead = head && printedHead(head);
  const content = { ...freezable.content, findings, logHead };
  const { file, sha256: fileHash } = await freezable.write(logHead);
  const bytes = readFileSync(session.files.pathOf(file.id) ?? '');
  const packed = packContent(content);
  const presets = loadOfficePresets(session.options.resourcesDir);
  const id = newId();
  const detail = [content.title, content.periodLabel].filter((part) => part !== '').join(', ');
  const issuedId = await session.office.write('Ban hành, chốt số liệu', detail, async (write) => {
    // Somebody may have frozen it while this one was being made.
    const now = await standingRow(write, key);
    if (now !== null && now.id !== standing?.id) throw frozenAlready(now);
    const registered = await recordFrozen(write, presets, freezable.facts, {
      options: freezable.options,
      relation: request.earlier?.relation ?? request.relation,
      receiver: request.receiver,
      file: { name: file.name, sha256: fileHash },
    });
    await write
      .insertInto('frozen_report')
      .values({
        ...{ id, issued_document_id: registered, report_code: key.code, period: request.about.period ?? '' },
        ...{ about: key.about, basis: key.basis, as_of: freezable.asOf, title: content.title },
        ...{ frozen_at: new Date().toISOString(), frozen_by: session.options.actor },
        ...{ rules: JSON.stringify(content.rules), figures_sha256: packed.sha256, log_head: logHead },
        ...{ file_name: file.name, file_sha256: fileHash, replaces_id: request.earlier?.id ?? null },
        ...{ relation: request.earlier?.relation ?? null, reason: request.earlier?.reason ?? null },
      })
      .execute();
    await write.insertInto('frozen_figures').values({ frozen_report_id: id, content: packed.content }).execute();
    await addAttachment(write, { entity: 'frozen_report', entity_id: id }, { name: file.name, content: bytes });
    return registered;
  });
  return { id, issuedId, file, findings };
}

/** What `standingRow` knows the question by. */
export function keyOf({ code, about, basis }: FrozenQuestion): FrozenKey {
  return { code, about: aboutKey(about), basis: basis ?? 'then' };
}

/** Throws where `earlier` is no report that this one could stand for. */
function checkEarlier({ summary, about }: Awaited<ReturnType<typeof readFrozen>>, key: FrozenKey): void {
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

function frozenAlready({ frozen_at, id }: { frozen_at: string; id: string }): SochiboError {
  const day = parseIsoDate(frozen_at.slice(0, 10));
  return new SochiboError(
    'conflict',
    `Báo cáo này đã chốt${day === null ? '' : ` ngày ${formatDate(day)}`} (${id}). Số liệu đã gửi không sửa được: lập bản thay thế hoặc bổ sung.`,
  );
}
