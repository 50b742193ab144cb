import type { DocumentAbout, IssueOptions } from '../../../contract/documents.ts';
import type { OrganisationBasis } from '../../../contract/reports.ts';
import type { MadeFile } from '../../../contract/values.ts';
import type { DocumentFacts } from '../../issuing/issue-document.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { Adjustment } from './adjustments.ts';
import type { FrozenContent } from './content.ts';

/** What is frozen: a report of figures of a period, or a document with figures in its text. */
export interface FrozenQuestion {
  code: string;
  about: DocumentAbout;
  basis?: OrganisationBasis | undefined;
}

export interface Circumstances {
  madeOn: IsoDate;
  /** Number, date and signer; null: as they stand in the register for a document that was issued, none for a later one. */
  issue: Pick<IssueOptions, 'number' | 'date' | 'signer'>;
  /** All that was chosen when it was issued, in place of what the register has. */
  options?: IssueOptions | undefined;
  /** It replaces or supplements an earlier one: a number and a day of its own. */
  later: boolean;
}

/** The file that is sent, and its hash. */
export interface FrozenFile {
  file: MadeFile;
  sha256: string;
}

/** A report or a document, computed and ready to be frozen. */
export interface Freezable {
  content: FrozenContent;
  asOf: IsoDate;
  /** What it is, for the register of documents. */
  facts: DocumentFacts;
  options: IssueOptions;
  /** The same as one that replaces or supplements an earlier one: it says so, and what is different. */
  adjusted(adjustment: Adjustment): Freezable;
  /** Writes the file that is sent, with how far the log reaches. */
  write(logHead: string | null): Promise<FrozenFile>;
}
