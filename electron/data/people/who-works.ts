import type { Kysely } from 'kysely';
import { lacks, rightOf } from '../../contract/rights.ts';
import { type Role, roleWords } from '../../contract/roles.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { inForce } from '../schema/in-force.ts';
import { keptQuery, type Places } from '../schema/kept-query.ts';
import type { OfficeUserRow } from '../schema/people-tables.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { limitToPart, refuseOutsidePart } from './part-of-worker.ts';

/** Who works in the open office, and the people it knows today. */
export interface Working {
  user: OfficeUserRow | null;
  users: readonly OfficeUserRow[];
}

const askUsers = keptQuery((db, place: Places<'day'>) =>
  db
    .selectFrom('office_user')
    .selectAll()
    .where(inForce('office_user', place('day')))
    .orderBy('name'),
);

const askOwner = keptQuery((db, place: Places<'slot'>) =>
  db.selectFrom('office_user').selectAll().where('slot', '=', place('slot')),
);

/** People who may work in the office on a day, by name. */
export function usersInForce(db: Kysely<Tables>, day: string = today()): Promise<OfficeUserRow[]> {
  return askUsers(db, { day });
}

/** The one whose passphrase opened the file, else the one that was named. */
export async function whoWorks(session: Session): Promise<Working> {
  const users = await usersInForce(session.office.db);
  const own = await ownerOf(session);
  return { user: own ?? users.find(({ id }) => id === session.userId) ?? null, users };
}

/**
 * Whose passphrase opened the file. Null for the recovery code and for a passphrase that is nobody's own. Throws
 * `not_allowed` for somebody who is no longer on the list: their passphrase does not make them another.
 */
export async function ownerOf(session: Session): Promise<OfficeUserRow | null> {
  const slot = session.unlockedSlot;
  if (slot === null) return null;
  const [owner] = await askOwner(session.office.db, { slot: slot.id });
  if (!owner) return null;
  if (isInForce(owner, today())) return owner;
  throw new SochiboError('not_allowed', `${owner.name} không còn trong danh sách người dùng của sổ này.`);
}

/** What the worker may do: in an office without people, everything; nobody named, nothing. */
export function roleOf({ user, users }: Working): Role | null {
  return users.length === 0 ? 'administer' : (user?.role ?? null);
}

/**
 * Refuses (`not_allowed`) a procedure that the worker's role does not reach or that their part of the office does not hold,
 * limits the office to that part, and has what is changed logged under the worker's name. Before an office is open there
 * is nothing to guard.
 */
export async function allow(session: Session, path: readonly string[], input: unknown): Promise<void> {
  if (!session.hasOffice) return;
  const right = rightOf(path);
  await limitToPart(session);
  if (right === 'anyone') return;
  const working = await whoWorks(session);
  const role = roleOf(working);
  if (role === null)
    throw new SochiboError('not_allowed', 'Sổ này có danh sách người dùng. Chọn người làm việc trước.');
  const lack = lacks(right, role);
  if (lack !== null) throw new SochiboError('not_allowed', lack);
  refuseOutsidePart(session, path, input);
  session.office.actor = working.user?.name ?? session.options.actor;
}

/**
 * Refuses (`not_allowed`) to take back what somebody else has done, but to those who administer the office and say whose
 * it is (`of`). In an office without people everything is everybody's.
 */
export async function refuseOthersChange(session: Session, transaction: number, of?: string): Promise<void> {
  const working = await whoWorks(session);
  if (working.users.length === 0) return;
  const done = await session.office.db
    .selectFrom('audit_transaction')
    .select('actor')
    .where('id', '=', transaction)
    .executeTakeFirst();
  if (!done || done.actor === working.user?.name) return;
  if (roleOf(working) !== 'administer') {
    throw new SochiboError(
      'not_allowed',
      `Thay đổi này do ${done.actor} ghi. Chỉ người đó hoặc người có quyền ${roleWords.administer} mới hoàn tác được.`,
    );
  }
  if (done.actor === of) return;
  throw new SochiboError(
    'not_allowed',
    `Thay đổi này do ${done.actor} ghi. Mở Lịch sử thay đổi, chọn đúng dòng có tên người đó rồi hoàn tác.`,
  );
}
