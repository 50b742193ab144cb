import { SochiboError } from '../errors.ts';
import type { Evidence } from '../schema/column-types.ts';
import { isInForce } from '../schema/dated.ts';
import type { RuleRow } from '../schema/office-tables.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { parseRuleValue, type RuleCode, type RuleValue } from './rule-values.ts';

/** One version of a rule. The days are inclusive; null = open. */
export interface RuleVersion<C extends RuleCode> {
  code: C;
  version: string;
  value: RuleValue<C>;
  source: string;
  evidence: Evidence;
  valid_from: string | null;
  valid_to: string | null;
}

/** The office's dated rules. A question about a day gets the version in force on that day. */
export class Rules {
  readonly #rows: readonly RuleRow[];
  /** What was asked for before: reading a value takes longer than the question, and a report asks of each meeting. */
  readonly #versions = new Map<RuleCode, readonly RuleVersion<RuleCode>[]>();

  constructor(rows: readonly RuleRow[]) {
    this.#rows = rows;
  }

  /** All versions of a rule, the latest beginning first. Throws ZodError on a value that is not what the code calls for. */
  versions<C extends RuleCode>(code: C): readonly RuleVersion<C>[] {
    const known = this.#versions.get(code);
    if (known) return known.filter((version): version is RuleVersion<C> => version.code === code);
    const versions = this.#parsed(code);
    this.#versions.set(code, versions);
    return versions;
  }

  #parsed<C extends RuleCode>(code: C): RuleVersion<C>[] {
    return this.#rows
      .filter((row) => row.code === code)
      .sort((a, b) => (b.valid_from ?? '').localeCompare(a.valid_from ?? ''))
      .map(({ version, value, source, evidence, valid_from, valid_to }) => ({
        code,
        version,
        value: parseRuleValue(code, value),
        source,
        evidence,
        valid_from,
        valid_to,
      }));
  }

  /** The version in force on a day. Throws `not_found` when the office has none. */
  on<C extends RuleCode>(code: C, day: IsoDate): RuleVersion<C> {
    return ruleOn(this.versions(code), code, day);
  }
}

/** The version in force on `day`: of several, the one that began last. Throws `not_found` when there is none. */
export function ruleOn<C extends RuleCode>(versions: readonly RuleVersion<C>[], code: C, day: IsoDate): RuleVersion<C> {
  const found = versions.find((version) => isInForce(version, day));
  if (found) return found;
  throw new SochiboError(
    'not_found',
    `Sổ không có quy tắc "${code}" có hiệu lực ngày ${formatDate(day)}. Bổ sung quy tắc cho ngày đó rồi làm lại.`,
  );
}

/** Reads all rule rows, once in a run; ask the result as often as needed. */
export const readRules = oncePerRun(
  async (db): Promise<Rules> => new Rules(await db.selectFrom('rule').selectAll().orderBy('id').execute()),
);
