import type { PrintPage } from '../../electron/contract/shell.ts';
import { client } from './link.ts';
import { type Shell, shell } from './shell.ts';

/** Prints a page, or makes a PDF of it (false: they changed their mind); the log of what leaves the office has it first. */
export async function putOnPaper(page: PrintPage, put: Shell['print'] | NonNullable<Shell['savePdf']> = shell.print) {
  await client.people.note({ way: put === shell.savePdf ? 'file' : 'print', what: page.title, records: null });
  return put(page);
}
