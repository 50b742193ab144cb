import type { HandlingBodyRow, PetitionRow } from '../../schema/petition-tables.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { RowSet } from '../plan/row-set.ts';

/** Petitions and handling bodies of the office and of the plan. */
export class PetitionRows {
  readonly petitions: RowSet<PetitionRow>;
  readonly bodies: RowSet<HandlingBodyRow>;

  constructor(tables: { petition: PetitionRow[]; handling_body: HandlingBodyRow[] }) {
    this.petitions = new RowSet(tables.petition);
    this.bodies = new RowSet(tables.handling_body);
  }

  /** The mention with these words by the cell on the day. */
  find(cellId: string, date: string | null, content: string): PetitionRow | undefined {
    const key = nameKey(content);
    return [...this.petitions.all()].find(
      (row) => row.cell_id === cellId && row.date === date && nameKey(row.content) === key,
    );
  }

  findBody(name: string): HandlingBodyRow | undefined {
    const key = nameKey(name);
    return [...this.bodies.all()].find((body) => nameKey(body.name) === key);
  }

  /** The next code of the year: `KN-2024-001`. */
  nextCode(year: string): string {
    const prefix = `KN-${year}-`;
    const used = [...this.petitions.all()].filter(({ code }) => code.startsWith(prefix));
    const last = Math.max(0, ...used.map(({ code }) => Number(code.slice(prefix.length)) || 0));
    return `${prefix}${String(last + 1).padStart(3, '0')}`;
  }
}
