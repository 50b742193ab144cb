import { z } from 'zod';
import type { ToldRecordName } from '../../contract/record-history.ts';
import { ofWholeOffice, reportsOfWholeOffice, scopeRuleOf } from '../../contract/scope.ts';
import { SochiboError } from '../errors.ts';
import type { Office } from '../office-file/office.ts';
import type { Part } from '../office-file/scope/limit.ts';
import { nameNow } from '../organisations/versions.ts';
import { keptQuery, type Places } from '../schema/kept-query.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';

const question = z.object({ unit: z.string(), code: z.string().optional() });

/** Limits the open office to the part of it that the worker has (`office_user.scope_id`), by the tree of today. */
export async function limitToPart(session: Session): Promise<void> {
  await session.office.limitTo(await partOfWorker(session));
}

/** Throws `not_allowed` for what is of the whole office, and for a report without a unit of the worker's part. */
export function refuseOutsidePart({ office }: Session, path: readonly string[], input: unknown): void {
  const { part } = office;
  if (part === null) return;
  const rule = scopeRuleOf(path);
  if (rule === 'whole') throw new SochiboError('not_allowed', ofWholeOffice(part.name));
  if (rule === 'unit') refuseWholeReport(office, part, input);
}

function refuseWholeReport(office: Office, { name }: Part, input: unknown): void {
  const asked = question.safeParse(input).data;
  if (asked === undefined || !office.holds(asked.unit)) {
    throw new SochiboError(
      'not_allowed',
      `Báo cáo toàn sổ không lập được trong phạm vi ${name}. Chọn đơn vị là tổ chức trong phạm vi đó.`,
    );
  }
  if (asked.code !== undefined && reportsOfWholeOffice.includes(asked.code)) {
    throw new SochiboError(
      'not_allowed',
      `${asked.code} tính theo từng cán bộ trên toàn sổ, không lập được trong phạm vi ${name}. Nhờ người có quyền trên toàn sổ lập.`,
    );
  }
}

/**
 * Throws `not_allowed` for the history of a record that is not of the worker's part: the log holds the whole office. Whom
 * an official was assigned to is of the whole office, too.
 */
export async function refuseOutsideRecord(office: Office, record: ToldRecordName, id: string): Promise<void> {
  const { part } = office;
  if (part === null || (await isTheirs(office, record, id))) return;
  throw new SochiboError('not_allowed', `Hồ sơ này không thuộc phạm vi được giao (${part.name}).`);
}

async function isTheirs(office: Office, record: ToldRecordName, id: string): Promise<boolean> {
  if (record === 'organisation') return office.holds(id);
  if (record === 'official' || record === 'assignment') return false;
  return (await office.db.selectFrom(record).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function partOfWorker(session: Session): Promise<Part | null> {
  const organisation = await scopeOfWorker(session);
  if (organisation === null) return null;
  return { organisation, name: await nameNow(session.office.db, organisation), day: today() };
}

const askScopeOfSlot = keptQuery((db, place: Places<'slot'>) =>
  db.selectFrom('office_user').select('scope_id').where('slot', '=', place('slot')),
);
const askScopeOfUser = keptQuery((db, place: Places<'id'>) =>
  db.selectFrom('office_user').select('scope_id').where('id', '=', place('id')),
);

/** Of whoever opened the file, else of the one that was named: also of somebody who may do nothing any more. */
async function scopeOfWorker({ office, unlockedSlot, userId }: Session): Promise<string | null> {
  const [owner] = unlockedSlot === null ? [] : await askScopeOfSlot(office.db, { slot: unlockedSlot.id });
  if (owner) return owner.scope_id;
  const [worker] = userId === null ? [] : await askScopeOfUser(office.db, { id: userId });
  return worker?.scope_id ?? null;
}
