import type { Dated, Evidence, OfficeLevel, Row, Severity, TermLevel } from './column-types.ts';

export interface OfficeRow extends Row {
  name: string;
  level: OfficeLevel;
  superior: string;
  place: string;
  issuer: string;
  advisory_body: string;
  body_code: string;
  report_receiver: string;
  created_on: string;
}

export interface SettingRow extends Row {
  key: string;
  value: string;
}

export interface RuleRow extends Row, Dated {
  code: string;
  version: string;
  value: string;
  source: string;
  evidence: Evidence;
}

export interface CodeListRow extends Row, Dated {
  list: string;
  code: string;
  label: string;
  aliases: string;
  position: number;
}

export interface ImportRunRow extends Row {
  at: string;
  files: string;
  counts: string;
}

export interface ImportIssueRow extends Row {
  import_id: string;
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  severity: Severity;
  code: string;
  message: string;
  value: string | null;
}

/** Where a record was read: the workbook, the sheet and the row number that Excel shows. */
export interface SourceRowRow extends Row {
  entity: string;
  entity_id: string;
  import_id: string;
  file: string;
  sheet: string;
  row: number;
}

/** A congress term: `2025–2030`. */
export interface TermRow extends Row, Dated {
  name: string;
  level: TermLevel | null;
}

/** A file kept beside a record (a scanned decision); its bytes are in `attachment_content`. */
export interface AttachmentRow extends Row {
  entity: string;
  entity_id: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  added_on: string;
}

export interface AttachmentContentTable {
  attachment_id: string;
  content: Buffer;
}
