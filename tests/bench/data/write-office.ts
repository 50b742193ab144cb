import type { Kysely } from 'kysely';
import type { Office } from '../../../electron/data/office-file/office.ts';
import type { Tables } from '../../../electron/data/schema/database.ts';
import type { Plan } from './plan.ts';
import { monthsOf } from './sizes.ts';
import { writeMeetings } from './write-meetings.ts';
import { writeMembers } from './write-members.ts';
import { writeOfficials } from './write-officials.ts';
import { writeOrganisations } from './write-organisations.ts';

/**
 * Fills an office by the program's own way of writing, so that its log of changes is as long as a real one's: each month
 * of meetings is a change of its own. `said` is told what has been written.
 */
export async function writeOffice(office: Office, rootId: string, plan: Plan, said: (what: string) => void) {
  const step = async (title: string, write: (db: Kysely<Tables>) => Promise<void>) => {
    await office.write(title, '', write);
    said(title);
  };
  await step('Tổ chức đảng', (db) => writeOrganisations(db, rootId, plan));
  await step('Đảng viên', (db) => writeMembers(db, plan));
  const officials = await office.write('Phân công', '', (db) => writeOfficials(db, plan));
  said('Phân công');
  for (const period of monthsOf(plan.size)) {
    await step(`Sinh hoạt ${period}`, (db) => writeMeetings(db, plan, officials, period));
  }
}
