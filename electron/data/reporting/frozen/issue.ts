import type { IssueOptions } from '../../../contract/documents.ts';
import type { Relation } from '../../../contract/frozen.ts';
import { SochiboError } from '../../errors.ts';
import type { Session } from '../../session.ts';
import type { FrozenQuestion } from './freezable.ts';
import { freeze, keyOf } from './freeze.ts';
import { standingRow } from './read-frozen.ts';

export interface IssueRequest extends FrozenQuestion {
  options: IssueOptions;
  /** How it stands to the one issued before. */
  relation?: Relation | undefined;
  reason?: string | undefined;
  receiver?: string | undefined;
}

/**
 * Issues a document or a table: the register's row, what it says with its figures, and its file, in one transaction, so that
 * one undo takes all of it back. Returns the register's row. Throws as `freeze`, `wrong_arguments` for one that stands for
 * another without a reason.
 */
export async function issue(
  session: Session,
  { options, relation, reason, ...request }: IssueRequest,
): Promise<string> {
  const standing = relation === undefined ? null : await standingRow(session.office.db, keyOf(request));
  if (standing !== null && !reason) {
    throw new SochiboError('wrong_arguments', 'Bản thay thế, bổ sung phải ghi lý do. Ghi lý do rồi thử lại.');
  }
  const { issuedId } = await freeze(session, {
    ...{ ...request, options, issue: options, relation },
    earlier: standing && relation && reason ? { id: standing.id, relation, reason } : null,
  });
  if (issuedId === null) throw new TypeError('a document that is issued has a number or a day');
  return issuedId;
}
