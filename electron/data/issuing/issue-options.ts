import type { Kysely } from 'kysely';
import { type IssueOptions, issueOptions, unissued } from '../../contract/documents.ts';
import type { Tables } from '../schema/database.ts';
import { isIsoDate } from '../vietnamese/dates.ts';
import { lastRow } from './last-row.ts';

/** What the register keeps beside its own columns. */
export const kept = issueOptions.omit({ number: true, date: true, signer: true });

/** What was chosen for this document when it was last written into the register; `unissued` when it never was. */
export async function readIssueOptions(db: Kysely<Tables>, code: string, about: string): Promise<IssueOptions> {
  const row = await lastRow(db, { code, about });
  if (!row) return unissued;
  const { signer_name: name, signer_title: title, signing_authority: authority } = row;
  return {
    ...kept.parse(JSON.parse(row.options)),
    number: row.number,
    date: row.date !== null && isIsoDate(row.date) ? row.date : null,
    signer: title === null ? null : { name: name ?? '', title, authority: authority ?? '' },
  };
}
