import type { Row } from './column-types.ts';

/** How a sheet of a sender was read last, so that the next one is read alike. */
export interface RememberedSheetRow extends Row {
  /** Who the sheet says it is from, folded. */
  sender: string;
  /** Its folded headings, one string: another layout of the same sender is another row. */
  headings: string;
  /** JSON: `SheetDecision` of importing/decisions.ts without file and sheet. */
  decision: string;
  used_at: string;
}

/** A word that the clerk said stands for an entry of a code list. */
export interface LearntValueRow extends Row {
  list: string;
  /** The word, folded. */
  typed: string;
  code: string;
}

/** A data package that was made for the superior, or received from a unit. */
export interface DataPackageRow extends Row {
  direction: 'made' | 'received';
  /** The id of the office that made it. */
  sender: string;
  sender_name: string;
  /** The organisation here that the sender is; null for one that was made here. */
  unit_id: string | null;
  period: string;
  /** JSON: the parts it carries. */
  contents: string;
  /** JSON: records of each part. */
  counts: string;
  made_at: string;
  file_name: string;
  /** SHA-256 of its manifest, and so of everything in it, hexadecimal: the same whether it was closed or not. */
  sha256: string;
  import_id: string | null;
  /** The earlier package of the same unit and period. */
  replaces_id: string | null;
}

/** A record that the office knows under another id than its sender does. */
export interface PackageIdentityRow extends Row {
  sender: string;
  entity: string;
  their_id: string;
  our_id: string;
}

/** Beside a received package: deflated JSON of the ids here that it holds (`packages/sender-memory.ts`). */
export interface PackageContentTable {
  data_package_id: string;
  content: Buffer;
}
