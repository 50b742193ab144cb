import { cellName, personName, placeName } from '../names.ts';
import { type Pick, pickerOf, randomFrom } from '../random.ts';
import type { Size } from './sizes.ts';

/** What of an office is decided before its first row is written: who belongs where, who does not report. */
export interface Plan {
  size: Size;
  communes: readonly { id: string; name: string; cells: readonly CellPlan[] }[];
  cells: readonly CellPlan[];
  random: () => number;
  pick: Pick;
  /** Ids that come out the same for the same seed and, as the program's own, grow with time. */
  nextId: () => string;
}

export interface CellPlan {
  id: string;
  name: string;
  /** Set day of the month. */
  day: number;
  /** Share of its months of which it says something: most all, some half, a few none. */
  reports: number;
  members: readonly MemberPlan[];
}

export interface MemberPlan {
  id: string;
  name: string;
  woman: boolean;
  exempt: boolean;
  probationary: boolean;
}

/** About 20 members a cell and 17 cells a commune; one cell in twenty has three times as many members. */
export function planOffice(size: Size, seed: number): Plan {
  const random = randomFrom(seed);
  const pick = pickerOf(random);
  const nextId = idMaker(seed);
  const cellCount = Math.max(1, Math.round(size.members / 20));
  const communeCount = size.level === 'commune' ? 0 : Math.max(1, Math.round(cellCount / 17));
  const memberCounts = shares(size.members, cellCount, random);
  const cells = memberCounts.map((count, index): CellPlan => {
    const commune = communeCount === 0 ? 0 : index % communeCount;
    const name = cellName(commune, communeCount === 0 ? index : Math.floor(index / communeCount));
    const chance = random();
    return {
      ...{ id: nextId(), name, day: 1 + Math.floor(random() * 10) },
      reports: chance < 0.03 ? 0 : chance < 0.1 ? 0.5 : 1,
      members: Array.from({ length: count }, () => {
        const woman = random() < 0.36;
        const name = personName(pick, woman);
        return { id: nextId(), name, woman, exempt: random() < 0.06, probationary: random() < 0.03 };
      }),
    };
  });
  const communes = Array.from({ length: communeCount }, (_, commune) => ({
    id: nextId(),
    name: `Đảng bộ xã ${placeName(commune)}`,
    cells: cells.filter((_, index) => index % communeCount === commune),
  }));
  return { size, communes, cells, random, pick, nextId };
}

/** Splits `whole` into `count` parts of at least three, one in twenty of them about three times as large as the others. */
function shares(whole: number, count: number, random: () => number): number[] {
  const weights = Array.from({ length: count }, () => (random() < 0.05 ? 3 : 1) * (0.5 + random()));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.map((weight) => Math.max(3, Math.floor((whole * weight) / sum)));
  let missing = whole - parts.reduce((total, part) => total + part, 0);
  for (let index = 0; missing !== 0; index = (index + 1) % count) {
    const step = Math.sign(missing);
    if (step < 0 && (parts[index] ?? 0) <= 3) continue;
    parts[index] = (parts[index] ?? 0) + step;
    missing -= step;
  }
  return parts;
}

function idMaker(seed: number): () => string {
  const tail = (0x8000 + (seed % 0x4000)).toString(16);
  let count = 0;
  return () => {
    count += 1;
    const digits = count.toString(16).padStart(12, '0');
    return `0190${digits.slice(0, 4)}-${digits.slice(4, 8)}-7${digits.slice(8, 11)}-${tail}-${digits.slice(11)}00000000000`;
  };
}
