import type { Dated, Proration, QuotaCycle, QuotaScope } from '../schema/column-types.ts';
import { isInForce } from '../schema/dated.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** What a regulation asks of one title group, while the regulation is in force (handbook 3.3, `quota`). */
export interface QuotaRule extends Dated {
  id: string;
  regulation: string;
  titleGroup: string;
  /** Visits a cycle; 0 = the regulation names the group without a number. */
  minVisits: number;
  cycle: QuotaCycle;
  /** Kinds of meetings and of other events that count. */
  countedKinds: readonly string[];
  scope: QuotaScope;
  /** The number is asked of each assigned target, not of all together. */
  perCell: boolean;
  proration: Proration;
}

interface HeldTitle extends Dated {
  officialId: string;
  titleGroup: string | null;
}

/** The regulations of the office and the title groups of its officials, for questions about any day (handbook R27). */
export class QuotaBook {
  static readonly empty = new QuotaBook([], []);
  readonly #rules: readonly QuotaRule[];
  readonly #titles: ReadonlyMap<string, HeldTitle[]>;

  /** `rules`: those of the regulation that began last first. */
  constructor(rules: readonly QuotaRule[], titles: readonly HeldTitle[]) {
    this.#rules = rules;
    this.#titles = Map.groupBy(titles, ({ officialId }) => officialId);
  }

  /** The group of the title held on the day; of several, the one that began last. */
  titleGroupOn(officialId: string, day: IsoDate): string | null {
    return this.#titles.get(officialId)?.findLast((title) => isInForce(title, day))?.titleGroup ?? null;
  }

  /** What the regulations in force on the day ask of the group that the official belongs to then; null = nothing. */
  ruleOn(officialId: string, day: IsoDate): QuotaRule | null {
    return this.ruleOfGroup(this.titleGroupOn(officialId, day), day);
  }

  ruleOfGroup(titleGroup: string | null, day: IsoDate): QuotaRule | null {
    if (titleGroup === null) return null;
    return this.#rules.find((rule) => rule.titleGroup === titleGroup && isInForce(rule, day)) ?? null;
  }
}
