import type { Kysely } from 'kysely';
import type { Tables } from '../../../electron/data/schema/database.ts';
import type { MemberRow, MemberStatusRow } from '../../../electron/data/schema/member-tables.ts';
import { memberRow, statusRow } from '../../support/rows.ts';
import { ethnicities, placeWords } from '../names.ts';
import { insertAll } from './insert-all.ts';
import type { CellPlan, MemberPlan, Plan } from './plan.ts';
import { lastYear } from './sizes.ts';

const schooling = ['12/12', '12/12', '12/12', '10/10', '9/12', null];
const degrees = ['Đại học', 'Cao đẳng', 'Trung cấp', null, null];
const theories = ['Sơ cấp', 'Trung cấp', 'Cao cấp', null];

/** Every member with what a roster says of people, their standing, and the committee of each cell. */
export async function writeMembers(db: Kysely<Tables>, plan: Plan): Promise<void> {
  const { cells, nextId } = plan;
  const admitted = new Map<string, string | null>();
  await insertAll(db, 'member', people(plan, admitted));
  await insertAll(db, 'member_status', standings(plan, admitted));
  const positions = ['secretary', 'deputy_secretary', 'committee_member'] as const;
  await insertAll(
    db,
    'cell_committee_member',
    cells.flatMap(({ id, members }) =>
      positions.map((position, index) => ({
        ...{ id: nextId(), organisation_id: id, member_id: members[index]?.id ?? '', position },
        ...{ decision: null, valid_from: null, valid_to: null },
      })),
    ),
  );
}

/** The members of every cell; `admitted` is told when each was. */
function* people(plan: Plan, admitted: Map<string, string | null>): Generator<MemberRow> {
  for (const { members } of plan.cells) {
    for (const member of members) {
      const row = person(plan, member);
      admitted.set(row.id, row.admission_date);
      yield row;
    }
  }
}

function* standings(plan: Plan, admitted: ReadonlyMap<string, string | null>): Generator<MemberStatusRow> {
  for (const [index, cell] of plan.cells.entries()) {
    for (const member of cell.members) yield* standing(plan, cell, index, member, admitted);
  }
}

function person({ random, pick }: Plan, { id, name, woman, probationary }: MemberPlan): MemberRow {
  const born = 1945 + Math.floor(random() * 58);
  const year = probationary ? lastYear : Math.min(born + 19 + Math.floor(random() * 20), lastYear - 2);
  const admission = day(probationary ? lastYear - 1 : year, random, probationary ? 7 : 1);
  const number = Math.floor(random() * 1e6);
  return memberRow(id, name, {
    ...{ gender: woman ? 'female' : 'male', birth_date: random() < 0.05 ? String(born) : day(born, random) },
    ...{ ethnicity: pick(ethnicities), religion: random() < 0.95 ? 'Không' : 'Phật giáo' },
    home_text: `xã ${pick(placeWords)} ${pick(placeWords)}, tỉnh Quảng Trị`,
    ...{ general_education: pick(schooling), professional_education: pick(degrees), political_theory: pick(theories) },
    ...{ admission_date: admission, full_member_date: probationary ? null : yearLater(admission) },
    // The old cards of eight digits, which most still carry.
    old_card_no: probationary ? null : String(10_000_000 + number * 7),
    personal_id: `045${woman ? 1 : 0}${String(born % 100).padStart(2, '0')}${String(number).padStart(6, '0')}`,
    phone: `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
  });
}

/** One member in forty came from the next cell in the last year. */
function standing(
  { cells, random, nextId }: Plan,
  cell: CellPlan,
  index: number,
  member: MemberPlan,
  admitted: ReadonlyMap<string, string | null>,
) {
  const always = {
    standing: member.probationary ? ('probationary' as const) : ('full' as const),
    kind: member.exempt ? ('exempt' as const) : ('active' as const),
  };
  const from = admitted.get(member.id) ?? null;
  const former = cells[(index + 1) % cells.length];
  if (member.probationary || !former || former === cell || random() >= 0.025) {
    return [statusRow(nextId(), member.id, cell.id, { ...always, valid_from: from })];
  }
  return [
    statusRow(nextId(), member.id, former.id, { ...always, valid_from: from, valid_to: `${lastYear}-03-31` }),
    statusRow(nextId(), member.id, cell.id, { ...always, valid_from: `${lastYear}-04-01` }),
  ];
}

function day(year: number, random: () => number, firstMonth = 1): string {
  const month = firstMonth + Math.floor(random() * (13 - firstMonth));
  return `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
}

/** Full membership comes twelve months after the admission (handbook 1.1). */
function yearLater(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
