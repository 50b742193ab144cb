import { isCounted } from '../../members/counted.ts';
import { type NationalField, nationalColumns } from '../../members/national-columns.ts';
import { nationalStatusWord, statusesAgree } from '../../members/national-status.ts';
import { type LabelOf, nationalTexts } from '../../members/national-texts.ts';
import { emptyDetail } from '../../members/write-detail.ts';
import type { MemberDetailRow, MemberRow } from '../../schema/member-tables.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import type { NationalMemberDraft } from '../drafts/national-member-draft.ts';
import { datesAgree, type MemberBook } from '../match/member-book.ts';
import type { OrganisationBook } from '../match/organisation-book.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';
import { recordOf } from './merge-national.ts';
import { listDate } from './sheet-unit.ts';

/** Where a person of the national database stands. */
export interface NationalPlace {
  file: string;
  sheet: string;
  row: number;
}

/** A value that the two do not have alike; `theirs` null: the national database has none. */
export interface FieldDifference extends NationalPlace {
  /** Null for somebody who is only in this import. */
  memberId: string | null;
  name: string;
  cell: string;
  field: NationalField;
  ours: string;
  theirs: string | null;
}

/** What the office and a workbook of the national database do not have alike. */
export interface Reconciliation {
  read: number;
  /** People who are in both and of whom both say the same, as far as the office says anything. */
  same: number;
  /** Counted members of organisations that the workbook tells of, who are not in it. */
  onlyHere: { memberId: string | null; name: string; birthDate: string | null; cell: string }[];
  onlyThere: (NationalPlace & { name: string; birthDate: string | null; cell: string; status: string | null })[];
  differing: FieldDifference[];
  /** Organisations of which the workbook has nobody at all, with their counted members. */
  notCovered: { id: string; name: string; members: number }[];
}

type Difference = Pick<FieldDifference, 'field' | 'ours' | 'theirs'>;

/** A row with the cell it names; null when the office has no such cell. */
interface PlacedRow {
  context: SheetContext;
  draft: NationalMemberDraft;
  cellId: string | null;
}

/** Collects the differences row by row, each before the row is merged; `finish` adds who is missing there. */
export class NationalReconciler {
  readonly #members: MemberBook;
  readonly #organisations: OrganisationBook;
  readonly #result: Reconciliation = { read: 0, same: 0, onlyHere: [], onlyThere: [], differing: [], notCovered: [] };
  readonly #met = new Set<string>();
  readonly #covered = new Set<string>();

  constructor(members: MemberBook, organisations: OrganisationBook) {
    this.#members = members;
    this.#organisations = organisations;
  }

  /** A row of somebody whom the office does not know. */
  addUnknown(row: PlacedRow, memberId: string | null): void {
    this.#result.read += 1;
    this.#cover(row);
    if (memberId !== null) this.#met.add(memberId);
    const { draft } = row;
    this.#result.onlyThere.push({
      ...placeOf(row),
      name: draft.name,
      birthDate: draft.birthDate,
      cell: draft.row.line('organisation') ?? '',
      status: draft.row.line('status'),
    });
  }

  /** A row of a known member, with what the office holds now. */
  compare(row: PlacedRow, member: MemberRow, detail: MemberDetailRow): void {
    this.#result.read += 1;
    this.#cover(row);
    this.#met.add(member.id);
    const now = this.#members.statusNow(member.id);
    const cell = now ? this.#organisations.nameOn(now.cell_id, listDate(row.context)) : '';
    const found: Difference[] = [...fieldDifferences(row, member, detail)];
    const { draft } = row;
    if (now && now.cell_id !== row.cellId) {
      found.push({ field: 'organisation', ours: cell, theirs: draft.row.line('organisation') });
    }
    if (now && !(draft.status && statusesAgree(now.kind, draft.status.kind))) {
      found.push({ field: 'status', ours: nationalStatusWord(now.kind), theirs: draft.row.line('status') });
    }
    if (found.length === 0) this.#result.same += 1;
    const who = { ...placeOf(row), memberId: this.#idOf(member.id), name: member.full_name, cell };
    this.#result.differing.push(...found.map((difference) => ({ ...who, ...difference })));
  }

  /** The whole, once every row has been met. */
  finish(day: IsoDate): Reconciliation {
    const uncovered = new Map<string, number>();
    for (const member of this.#members.members.all()) {
      if (this.#met.has(member.id)) continue;
      const now = this.#members.statusNow(member.id);
      if (!now || !isCounted(now.kind)) continue;
      const grassroots = this.#organisations.grassrootsOf(now.cell_id, day);
      if (!this.#covered.has(grassroots)) uncovered.set(grassroots, (uncovered.get(grassroots) ?? 0) + 1);
      else {
        this.#result.onlyHere.push({
          memberId: this.#idOf(member.id),
          name: member.full_name,
          birthDate: member.birth_date,
          cell: this.#organisations.nameOn(now.cell_id, day),
        });
      }
    }
    for (const [id, members] of uncovered) {
      this.#result.notCovered.push({ id, name: this.#organisations.nameOn(id, day), members });
    }
    return this.#result;
  }

  #cover({ context, cellId }: PlacedRow): void {
    if (cellId !== null) this.#covered.add(this.#organisations.grassrootsOf(cellId, listDate(context)));
  }

  #idOf(memberId: string): string | null {
    return this.#members.members.isNew(memberId) ? null : memberId;
  }
}

function placeOf({ context, draft }: PlacedRow): NationalPlace {
  return { file: context.file, sheet: context.sheet, row: draft.row.number };
}

const comparedFields = nationalColumns
  .map(({ field }) => field)
  .filter((field) => !['order', 'home_province', 'organisation', 'status', 'status_since'].includes(field));

const dateFields = ['birth_date', 'admission_date', 'full_member_date', 'party_card_date'] as const;

/**
 * What the office holds and the row has otherwise, or not at all. What only the row has is no difference: it is taken
 * over. The home is compared where the office has it as the national database words it: a roster's has the district.
 */
function* fieldDifferences(
  { context, draft }: PlacedRow,
  member: MemberRow,
  detail: MemberDetailRow,
): Generator<Difference> {
  const labelOf: LabelOf = (list, code) => context.codes.label(list, code);
  const held = { ...detail, ...member };
  const read = { ...emptyDetail, ...draft.detail, ...recordOf(draft), full_name: draft.name };
  const ours = nationalTexts(held, labelOf);
  const theirs = nationalTexts(read, labelOf);
  // A whole date there makes the office's year whole.
  const filled = dateFields.filter(
    (field) => datesAgree(held[field], read[field]) && isLonger(read[field], held[field]),
  );
  const kept = new Set<NationalField>(filled);
  for (const field of comparedFields) {
    const known = ours[field] ?? null;
    if (known === null || kept.has(field) || !draft.row.has(field)) continue;
    // What could not be read is shown as it stands.
    const there = theirs[field] ?? lineValue(draft.row, field);
    if (there === null || nameKey(known) !== nameKey(there)) yield { field, ours: known, theirs: there };
  }
}

function isLonger(one: string | null, other: string | null): boolean {
  return (one ?? '').length > (other ?? '').length;
}
