import type { MemberQuery } from '../../../contract/members.ts';
import type { Office } from '../../office-file/office.ts';
import { type FoundMembers, findMembers } from '../find-members.ts';
import { changedSince, lastLogged } from './changed-since.ts';
import { MemberRoll } from './member-roll.ts';

interface Held {
  change: number;
  /** The row of the log at which it was read; null: while a change was being made, which may have been taken back. */
  logged: Promise<number | null>;
  roll: Promise<MemberRoll>;
  /** Who is picking from it, and may read a column of it meanwhile. */
  picks: number;
}

const held = new WeakMap<Office, Held>();

/**
 * What `findMembers` finds, picked from the roll of the office where there is one. A list of one organisation is asked of the file
 * where none is held: its few come sooner than the whole roll is read.
 */
export async function listMembers(office: Office, query: MemberQuery, asOf: string): Promise<FoundMembers> {
  const isNarrow = query.organisation_id !== undefined && (await stillHeld(office, office.lastChange)) === null;
  const found = isNarrow ? null : await fromRoll(office, (roll) => roll.find(query, asOf));
  return found ?? findMembers(office.db, query, asOf);
}

/**
 * What `pick` takes from the roll, which is held and follows every change of what it holds. Null where none can be held (somebody else
 * changes the office, too, or it is shown in part), and where the office was changed in the middle of reading.
 */
export async function fromRoll<T>(office: Office, pick: (roll: MemberRoll) => Promise<T>): Promise<T | null> {
  const change = office.lastChange;
  if (change === null || office.part !== null) return null;
  const mine = (await stillHeld(office, change)) ?? newlyHeld(office, change);
  mine.picks += 1;
  try {
    const picked = await pick(await mine.roll);
    if (office.lastChange === change) return picked;
    // A column read in the middle of a change may have been taken back since.
    forget(office, mine);
    return null;
  } catch (error) {
    forget(office, mine);
    throw error;
  } finally {
    mine.picks -= 1;
  }
}

/** The roll of this change, or one of before with what was changed since put in its place; null: there is none. */
async function stillHeld(office: Office, change: number | null): Promise<Held | null> {
  const before = held.get(office) ?? null;
  if (before === null || change === null || office.part !== null) return null;
  if (before.change === change) return before;
  if (before.picks > 0 || office.isChanging) return null;
  const read = await before.logged;
  const changed = read === null ? null : await changedSince(office.db, read);
  if (changed === null) return null;
  const isTouched = changed.members.length > 0 || changed.organisations;
  const follow = isTouched ? await (await before.roll).following(changed) : null;
  if (office.lastChange !== change) return null;
  // Another question may have brought it here meanwhile, and is picking from it.
  if (before.change === change) return before;
  if (before.picks > 0) return null;
  follow?.();
  before.change = change;
  before.logged = Promise.resolve(changed.logged);
  return before;
}

function newlyHeld(office: Office, change: number): Held {
  const logged = office.isChanging ? Promise.resolve(null) : lastLogged(office.db);
  const mine = { change, logged, roll: MemberRoll.read(office.db), picks: 0 };
  held.set(office, mine);
  return mine;
}

function forget(office: Office, mine: Held): void {
  if (held.get(office) === mine) held.delete(office);
}
