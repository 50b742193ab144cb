import type { Dated, Row } from './column-types.ts';

/** Somebody who works in the office file, and how far. Nobody at all: whoever opens the file may do everything. */
export interface OfficeUserRow extends Row, Dated {
  name: string;
  /** Each may do what those before it may: look, enter, approve (issue, freeze), administer (settings, users, restore). */
  role: 'view' | 'enter' | 'approve' | 'administer';
  /** The organisation, with what is below it, that is all they see; null: the whole office. */
  scope_id: string | null;
  /** The key slot their passphrase opens; null: none of their own. */
  slot: string | null;
  note: string | null;
}

/** Something that has left the office: a file, a print, a copy to the clipboard, a package, a backup taken elsewhere. */
export interface HandedOverRow extends Row {
  at: string;
  actor: string;
  way: 'file' | 'print' | 'copy' | 'package' | 'backup';
  /** What it was, in words: `BC-05 tháng 7/2024`. */
  what: string;
  file_name: string | null;
  sha256: string | null;
  /** How many people or records it holds, where that is known. */
  records: number | null;
  /** 1: with whole identity numbers. */
  unmasked: number;
}
