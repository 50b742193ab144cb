import type { IssueOptions } from '../../../electron/contract/documents.ts';
import type { PreparedIssue } from '../../../electron/contract/register.ts';

export type Relation = 'replaces' | 'supplements';

/** What the issue dialog holds while it is typed. */
export interface IssueDraft extends Omit<IssueOptions, 'marks' | 'recipients'> {
  /** False: the document is to go without a number. */
  numbered: boolean;
  /** One a line. */
  marks: string;
  recipients: string;
  relation: Relation;
  /** Why there is a later one. */
  reason: string;
}

/** What the dialog begins with: what was chosen before, else today and the number the series gives. */
export function draftOf(prepared: PreparedIssue, today: string): IssueDraft {
  const { options, recipients, unnumbered, signers } = prepared;
  const again = wasIssued(prepared);
  return {
    ...options,
    number: again ? null : options.number,
    date: again ? today : (options.date ?? today),
    signer: options.signer ?? signers[0] ?? null,
    numbered: !unnumbered,
    marks: options.marks.join('\n'),
    recipients: (options.recipients ?? recipients).join('\n'),
    relation: 'replaces',
    reason: '',
  };
}

/** Signed or sent, or frozen without a number: what comes now stands to it in some way. */
export function wasIssued({ row, frozen_id }: Pick<PreparedIssue, 'row' | 'frozen_id'>): boolean {
  return frozen_id !== null || row?.state === 'signed' || row?.state === 'sent';
}

/** The options as they are saved: recipients that are the usual ones stay the usual ones. */
export function optionsOf(
  { numbered, marks, recipients, relation: _relation, reason: _reason, ...rest }: IssueDraft,
  prepared: Pick<PreparedIssue, 'recipients' | 'options'>,
): IssueOptions {
  const named = linesOf(recipients);
  const usual = prepared.options.recipients === null && named.join('\n') === prepared.recipients.join('\n');
  return {
    ...rest,
    number: numbered ? rest.number : null,
    marks: linesOf(marks),
    recipients: usual ? null : named,
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
