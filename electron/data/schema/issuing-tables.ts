import type { Dated, DocumentIssuer, DocumentRelation, DocumentState, Row } from './column-types.ts';

/** A document in the register: what it is, its number, who signs, where it stands (handbook `report`; document format 4.1). */
export interface IssuedDocumentRow extends Row {
  /** Which of the program's documents (`BC-09`); `other` for one that was entered by hand. */
  document_code: string;
  /** What it is about: the key of `aboutKey` (reporting/document.ts). */
  about: string;
  /** `BC`, `QĐ`: each kind has its own series of numbers in a term. */
  kind_code: string;
  issuer: DocumentIssuer;
  /** The cell that issues it; null: the office. */
  organisation_id: string | null;
  body_code: string;
  term_id: string | null;
  number: number | null;
  date: string | null;
  subject: string;
  signer_name: string | null;
  signer_title: string | null;
  signing_authority: string | null;
  state: DocumentState;
  receiver: string | null;
  sent_on: string | null;
  returned_on: string | null;
  /** JSON: marks, spelling, duplex, as the contract's `issueOptions`. */
  options: string;
  file_name: string | null;
  file_sha256: string | null;
  /** The document it replaces or supplements (R40). */
  replaces_id: string | null;
  relation: DocumentRelation | null;
  note: string | null;
}

/** A paragraph the clerk wrote anew, with what the program had written then: when that changes, both are shown. */
export interface DocumentTextRow extends Row {
  document_code: string;
  about: string;
  paragraph: string;
  generated: string;
  edited: string;
}

/** The office's own layout of a return form, from a day on; without one the layout of `resources/reports/` holds. */
export interface ReportLayoutRow extends Row, Dated {
  report_code: string;
  layout: string;
}

/** A report as it was when it was issued (R40): its figures with their rows are in `frozen_figures`. */
export interface FrozenReportRow extends Row {
  issued_document_id: string | null;
  report_code: string;
  period: string;
  about: string;
  basis: 'then' | 'now';
  as_of: string;
  title: string;
  frozen_at: string;
  frozen_by: string;
  /** JSON: names and versions of the rules it followed. */
  rules: string;
  figures_sha256: string;
  file_name: string | null;
  file_sha256: string | null;
  replaces_id: string | null;
  relation: DocumentRelation | null;
  reason: string | null;
}

/** Columns of `frozen_report` since version 6. */
export interface FrozenReportAdditions {
  /** How far the log reached then, as the file that was issued bears it: `printedHead` (office-file/log-heads.ts). */
  log_head: string | null;
}

export interface FrozenFiguresTable {
  frozen_report_id: string;
  content: Buffer;
}
