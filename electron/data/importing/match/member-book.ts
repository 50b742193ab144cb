import { personNameColumns } from '../../members/name-columns.ts';
import type {
  CellCommitteeMemberRow,
  MemberDetailRow,
  MemberRow,
  MemberStatusRow,
  MembershipEventRow,
} from '../../schema/member-tables.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { RowIndex } from '../plan/row-index.ts';
import { RowSet } from '../plan/row-set.ts';

export interface MemberTables {
  member: MemberRow[];
  member_status: MemberStatusRow[];
  membership_event: MembershipEventRow[];
  cell_committee_member: CellCommitteeMemberRow[];
  member_detail: MemberDetailRow[];
}

/** What a row says about who somebody is. */
export interface Identity {
  name: string;
  birthDate: string | null;
  admissionDate: string | null;
  oldCard: string | null;
  newCard: string | null;
  personalId: string | null;
  /** The key of the national database. */
  nationalId?: string | null;
  cellId: string;
}

export type PersonMatch =
  | { type: 'same'; member: MemberRow }
  | { type: 'nobody' }
  /** Several could be it, or too little is known to be sure. */
  | { type: 'unsure'; member: MemberRow };

/** Members of the office and of the plan, found by their numbers, names and dates (pitfall 10). */
export class MemberBook {
  readonly members: RowSet<MemberRow>;
  readonly statuses: RowSet<MemberStatusRow>;
  readonly events: RowSet<MembershipEventRow>;
  readonly posts: RowSet<CellCommitteeMemberRow>;
  readonly details: RowSet<MemberDetailRow>;
  readonly #byName = new RowIndex<MemberRow>();
  /** By identity number and by both card numbers. */
  readonly #byNumber = new RowIndex<MemberRow>();
  readonly #byNationalId = new Map<string, MemberRow>();
  /** Cells that a member is being planned into, before the statuses are there. */
  readonly #plannedCells = new Map<string, string | string[]>();

  constructor(tables: MemberTables) {
    this.members = new RowSet(tables.member);
    this.statuses = new RowSet(tables.member_status, (row) => row.member_id);
    this.events = new RowSet(tables.membership_event, (row) => row.member_id);
    this.posts = new RowSet(tables.cell_committee_member, (row) => row.member_id);
    this.details = new RowSet(tables.member_detail, (row) => row.member_id);
    for (const member of this.members.all()) this.index(member);
  }

  /** Call after the name or a number of a member was set. */
  index(member: MemberRow): void {
    this.#byName.add(member.name_key, member);
    for (const number of [member.personal_id, member.old_card_no, member.party_card_no]) {
      if (number !== null) this.#byNumber.add(number, member);
    }
    if (member.national_record_id !== null) this.#byNationalId.set(member.national_record_id, member);
  }

  /** The member is about to get a status in the cell. */
  planCell(memberId: string, cellId: string): void {
    const cells = this.#plannedCells.get(memberId);
    if (cells === undefined) this.#plannedCells.set(memberId, cellId);
    else if (typeof cells !== 'string') cells.push(cellId);
    else if (cells !== cellId) this.#plannedCells.set(memberId, [cells, cellId]);
  }

  /** The people with an identity or a card number. */
  withNumber(number: string): readonly MemberRow[] {
    return this.#byNumber.of(number);
  }

  named(name: string): readonly MemberRow[] {
    return this.#byName.of(nameKey(name));
  }

  /** Whether the member is or was in the cell, or is planned into it. */
  isOfCell(memberId: string, cellId: string): boolean {
    const planned = this.#plannedCells.get(memberId);
    if (typeof planned === 'string' ? planned === cellId : planned?.includes(cellId)) return true;
    return this.statuses.of(memberId).some((status) => status.cell_id === cellId);
  }

  /** The status in force, at home where there is one: a stay as a guest runs beside it (R15). */
  statusNow(memberId: string): MemberStatusRow | undefined {
    return openStatus(this.statuses.of(memberId));
  }

  /** The same as the office file has it, whatever is planned; undefined for somebody new. */
  statusBefore(memberId: string): MemberStatusRow | undefined {
    return openStatus(this.statuses.of(memberId).flatMap(({ id }) => this.statuses.original(id) ?? []));
  }

  /** The key of the national database, identity and card numbers first, then name and whole birth date, then name and what is known in the same cell. */
  match(identity: Identity): PersonMatch {
    const { name_key: key } = personNameColumns(identity.name);
    const byNationalId = this.#byNationalId.get(identity.nationalId ?? '');
    if (byNationalId) return { type: 'same', member: byNationalId };
    const numbers = [identity.personalId, identity.newCard, identity.oldCard].filter((number) => number !== null);
    for (const number of numbers) {
      const byNumber = this.withNumber(number).find((member) => member.name_key === key);
      if (byNumber) return { type: 'same', member: byNumber };
    }
    let [possible, sure, isAlone]: [MemberRow | null, MemberRow | null, boolean] = [null, null, true];
    // In a province a hundred people have one name: nothing is made of those who are not the one.
    for (const member of this.#byName.of(key)) {
      if (!isCompatible(member, identity)) continue;
      possible ??= member;
      if (!this.#isSure(member, identity)) continue;
      isAlone = sure === null;
      if (sure !== null) break;
      sure = member;
    }
    if (sure !== null) return isAlone ? { type: 'same', member: sure } : { type: 'unsure', member: sure };
    const isHere = possible !== null && this.isOfCell(possible.id, identity.cellId);
    return possible !== null && isHere ? { type: 'unsure', member: possible } : { type: 'nobody' };
  }

  #isSure(member: MemberRow, { birthDate, admissionDate, cellId }: Identity): boolean {
    if (member.birth_date?.length === 10 && member.birth_date === birthDate) return true;
    if (!this.isOfCell(member.id, cellId)) return false;
    if (member.admission_date !== null && member.admission_date === admissionDate) return true;
    // The same bare row once more: already in the office, as little known as before.
    return !this.members.isNew(member.id) && member.birth_date === birthDate && member.admission_date === admissionDate;
  }
}

function openStatus(statuses: readonly MemberStatusRow[]): MemberStatusRow | undefined {
  const open = statuses.filter(({ valid_to }) => valid_to === null);
  return open.find(({ kind }) => kind !== 'temporarily_received') ?? open[0];
}

/** Nothing known of both speaks against their being one person. */
function isCompatible(member: MemberRow, identity: Identity): boolean {
  return (
    !differ(member.old_card_no, identity.oldCard) &&
    !differ(member.party_card_no, identity.newCard) &&
    !differ(member.personal_id, identity.personalId) &&
    datesAgree(member.birth_date, identity.birthDate) &&
    datesAgree(member.admission_date, identity.admissionDate)
  );
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

/** `1990` agrees with `1990-05-19`; unknown agrees with anything. */
export function datesAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.startsWith(b) || b.startsWith(a);
}
