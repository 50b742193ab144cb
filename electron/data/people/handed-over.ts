import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, parse } from 'node:path';
import type { HandedOver } from '../../contract/people.ts';
import type { NewlyMade } from '../made-files.ts';
import type { Office } from '../office-file/office.ts';
import { newId } from '../schema/new-id.ts';
import type { HandedOverRow } from '../schema/people-tables.ts';
import type { Session } from '../session.ts';
import { leavingAction } from './leaving-action.ts';

const waysByEnding: Readonly<Record<string, HandedOverRow['way']>> = { '.gsochibo': 'package', '.sochibo': 'backup' };

type Leaving = Omit<HandedOverRow, 'id' | 'at' | 'actor'>;

/**
 * Logs the files made since the last call. It is done before their ids cross to whoever asked: a file that cannot be logged
 * is not handed over. Throws what `Office.write` throws.
 */
export async function noteMadeFiles(session: Session): Promise<void> {
  const made = session.files.takeNew();
  if (made.length === 0 || !session.hasOffice) return;
  await noteLeaving(session.office, made.flatMap(leavingOf));
}

/** Logs a print, a copy to the clipboard, or a file that did not go through `MadeFiles`. */
export async function noteLeaving(office: Office, leaving: readonly Leaving[]): Promise<void> {
  const at = new Date().toISOString();
  const rows = leaving.map((one) => ({ id: newId(), at, actor: office.actor, ...one }));
  await office.write(leavingAction, leaving[0]?.what ?? '', async (db) => {
    for (const row of rows) await db.insertInto('handed_over').values(row).execute();
  });
}

/** A file as it is logged; of a folder, every file in it. */
export function leavingOf({ path, records, numbers }: NewlyMade): Leaving[] {
  return filesOf(path).map((file) => ({
    way: waysByEnding[extname(file)] ?? 'file',
    what: parse(file).name,
    file_name: basename(file),
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    records,
    unmasked: numbers ? 1 : 0,
  }));
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What has left the office, newest first. */
export async function readHandedOver({ db }: Office, limit: number): Promise<HandedOver[]> {
  const rows = await db
    .selectFrom('handed_over')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, unmasked: row.unmasked === 1 }));
}
