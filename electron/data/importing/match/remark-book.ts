import type { YearlyRemarkRow } from '../../schema/petition-tables.ts';
import { RowSet } from '../plan/row-set.ts';

type RemarkOf = Pick<YearlyRemarkRow, 'official_id' | 'committee_id' | 'year'>;

/** The yearly remarks of the office and of the plan: one a year, official and committee. */
export class RemarkBook {
  readonly remarks: RowSet<YearlyRemarkRow>;
  readonly #byKey = new Map<string, YearlyRemarkRow>();

  constructor(remarks: YearlyRemarkRow[]) {
    this.remarks = new RowSet(remarks);
    for (const remark of this.remarks.all()) this.#byKey.set(keyOf(remark), remark);
  }

  find(of: RemarkOf): YearlyRemarkRow | undefined {
    return this.#byKey.get(keyOf(of));
  }

  add(create: (id: string) => YearlyRemarkRow): YearlyRemarkRow {
    const remark = this.remarks.add(create);
    this.#byKey.set(keyOf(remark), remark);
    return remark;
  }
}

function keyOf({ official_id, committee_id, year }: RemarkOf): string {
  return `${official_id}|${committee_id}|${year}`;
}
