import type Database from 'better-sqlite3';

/** How far a log reaches: its last sealed transaction. */
export interface LogHead {
  transaction: number;
  /** SHA-256 of the seal, or as much of it as was printed: hexadecimal. */
  hash: string;
}

/** Hexadecimal digits of a head that are printed: 64 bits, more than anybody will make another log fit to. */
const printedDigits = 16;

/** The head of a log; null: nothing was ever changed. */
export function headOf(connection: Database.Database): LogHead | null {
  return (
    connection
      .prepare<[], LogHead>('SELECT id AS "transaction", hash FROM audit_transaction ORDER BY id DESC LIMIT 1')
      .get() ?? null
  );
}

/** `1234-0123456789abcdef`: what stands on what is issued. */
export function printedHead({ transaction, hash }: LogHead): string {
  return `${transaction}-${hash.slice(0, printedDigits)}`;
}

/** `Nhật ký sổ 1234-0123456789abcdef`: the head as words among other text. */
export const markOf = (printed: string): string => `Nhật ký sổ ${printed}`;

/** A printed head wherever it stands in a text; null where none does. */
export function readPrintedHead(text: string): LogHead | null {
  const match = new RegExp(`(?<![\\w-])(\\d{1,15})-([0-9a-f]{${printedDigits}})(?![\\w-])`, 'u').exec(text);
  return match ? { transaction: Number(match[1]), hash: match[2] ?? '' } : null;
}

/** What a log says of a head: it holds it; it ends before it; or it says something else in its place. */
export type HeadStanding = 'held' | 'cut' | 'changed';

export function standingOf(connection: Database.Database, { transaction, hash }: LogHead): HeadStanding {
  const found = connection
    .prepare<[number], { hash: string }>('SELECT hash FROM audit_transaction WHERE id = ?')
    .get(transaction);
  if (found) return found.hash.startsWith(hash) ? 'held' : 'changed';
  return 'cut';
}

/** Why a head is not in a log, in words; null: it is. `bearer`: `Báo cáo BC-05 …`. */
export function missingHead(connection: Database.Database, head: LogHead, bearer: string): string | null {
  const standing = standingOf(connection, head);
  if (standing === 'held') return null;
  const reaches = headOf(connection)?.transaction ?? 0;
  if (standing === 'changed') return `${bearer}: lần ghi ${head.transaction} nay mang mã khác, nhật ký đã bị thay`;
  const missing =
    reaches + 1 < head.transaction ? `các lần ghi ${reaches + 1}–${head.transaction}` : `lần ghi ${head.transaction}`;
  return `${bearer}: nhật ký dừng ở lần ghi ${reaches}, thiếu ${missing}`;
}

/** Of what was issued: the heads that the log does not hold any more, in words. */
export function missingIssuedHeads(connection: Database.Database): string[] {
  const issued = connection
    .prepare<[], { title: string; frozen_at: string; log_head: string }>(
      'SELECT title, frozen_at, log_head FROM frozen_report WHERE log_head IS NOT NULL ORDER BY frozen_at DESC',
    )
    .all();
  return issued.flatMap(({ title, log_head }) => {
    const head = readPrintedHead(log_head);
    return (head && missingHead(connection, head, `Văn bản đã ban hành "${title}"`)) ?? [];
  });
}
