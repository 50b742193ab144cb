import type { MemberQuery } from '../../../contract/members.ts';
import type { Office } from '../../office-file/office.ts';
import { type FoundMembers, findMembers } from '../find-members.ts';
import { MemberRoll } from './member-roll.ts';

interface Held {
  change: number;
  roll: Promise<MemberRoll>;
}

const held = new WeakMap<Office, Held>();

/**
 * What `findMembers` finds, picked from the roll of the office where there is one. A list of one organisation is asked of the file
 * after a change: its few members come sooner than the whole roll is read anew.
 */
export async function listMembers(office: Office, query: MemberQuery, asOf: string): Promise<FoundMembers> {
  const isNarrow = query.organisation_id !== undefined && held.get(office)?.change !== office.lastChange;
  const found = isNarrow ? null : await fromRoll(office, (roll) => roll.find(query, asOf));
  return found ?? findMembers(office.db, query, asOf);
}

/**
 * What `pick` takes from the roll, which is held until the next change of the office. Null where none can be held (somebody else changes the
 * office, too, or it is shown in part), and where it was changed in the middle of reading.
 */
export async function fromRoll<T>(office: Office, pick: (roll: MemberRoll) => Promise<T>): Promise<T | null> {
  const change = office.lastChange;
  if (change === null || office.part !== null) return null;
  const before = held.get(office);
  const roll = before?.change === change ? before.roll : MemberRoll.read(office.db);
  if (before?.change !== change) held.set(office, { change, roll });
  try {
    const picked = await pick(await roll);
    return office.lastChange === change ? picked : null;
  } catch (error) {
    held.delete(office);
    throw error;
  }
}
