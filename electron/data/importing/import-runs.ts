import type { Kysely } from 'kysely';
import { type ImportedDecisions, importedDecisions } from '../../contract/imports.ts';
import { SochiboError } from '../errors.ts';
import type { Office } from '../office-file/office.ts';
import { readTakenBack } from '../office-file/taken-back.ts';
import type { Tables } from '../schema/database.ts';
import type { ImportIssueRow } from '../schema/office-tables.ts';

export interface ImportRun {
  id: string;
  at: string;
  files: string[];
  created: number;
  updated: number;
  /** The audited transaction that wrote it: what `undo` takes back. */
  /** Who imported it. */
  actor: string;
  transaction: number;
  undone: boolean;
}

/**
 * The imports, newest first, each with whether it stands taken back. The audit log says so: the row of an import goes
 * with the import.
 */
export async function importRuns(db: Kysely<Tables>): Promise<ImportRun[]> {
  const [rows, undone] = await Promise.all([
    db
      .selectFrom('audit_log as log')
      .innerJoin('audit_transaction as change', 'change.id', 'log.transaction_id')
      .select(['log.entity_id as id', 'log.after', 'change.id as transaction', 'change.actor'])
      .where('log.entity', '=', 'import_run')
      .where('log.operation', '=', 'insert')
      .where('change.undoes', 'is', null)
      .orderBy('change.id', 'desc')
      .execute(),
    readTakenBack(db),
  ]);
  return rows.map((row) => {
    const run: { at: string; files: string; counts: string } = JSON.parse(row.after ?? '{}');
    const files: { name: string }[] = JSON.parse(run.files);
    const counts: { created: number; updated: number } = JSON.parse(run.counts);
    return {
      id: row.id,
      at: run.at,
      files: files.map((file) => file.name),
      created: counts.created,
      updated: counts.updated,
      actor: row.actor,
      transaction: row.transaction,
      undone: undone.has(row.transaction),
    };
  });
}

export interface ImportDetail {
  files: string[];
  /** How much the clerk decided of it; null for an import of an earlier version. */
  decided: ImportedDecisions | null;
  issues: Omit<ImportIssueRow, 'import_id'>[];
}

/** One import that stands, with what was found in its files: errors first. Throws `not_found`. */
export async function importRun(db: Kysely<Tables>, id: string): Promise<ImportDetail> {
  const run = await db.selectFrom('import_run').select(['files', 'counts']).where('id', '=', id).executeTakeFirst();
  if (!run) throw new SochiboError('not_found', 'Lần nhập này không còn trong sổ. Mở lại danh sách các lần nhập.');
  const issues = await db
    .selectFrom('import_issue')
    .select(['id', 'file', 'sheet', 'row', 'column', 'severity', 'code', 'message', 'value'])
    .where('import_id', '=', id)
    .orderBy(({ eb }) => eb.case('severity').when('error').then(0).when('warning').then(1).else(2).end())
    .orderBy('file')
    .orderBy('sheet')
    .orderBy('row')
    .execute();
  const files: { name: string }[] = JSON.parse(run.files);
  const counts: { decided?: unknown } = JSON.parse(run.counts);
  const decided = importedDecisions.safeParse(counts.decided);
  return { files: files.map(({ name }) => name), decided: decided.success ? decided.data : null, issues };
}

/**
 * Takes back the newest import that still stands; returns its files. Throws `not_found`, `conflict`, and what `mayUndo`
 * throws of its transaction.
 */
export async function undoLastImport(
  office: Office,
  mayUndo: (transaction: number) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const last = (await importRuns(office.db)).find((run) => !run.undone);
  if (!last) throw new SochiboError('not_found', 'Không có lần nhập nào để hoàn tác.');
  await mayUndo(last.transaction);
  await office.undo(last.transaction, `Nhập dữ liệu: ${last.files.join(', ')}`);
  return last.files;
}
