import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { OfficeRule, RuleJson } from '../../contract/rules.ts';
import { SochiboError } from '../errors.ts';
import type { Evidence } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import type { RuleRow } from '../schema/office-tables.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { checkedRuleValue } from './check-rule.ts';
import { ruleMeanings } from './rule-meanings.ts';
import { isRuleCode, parseRuleValue, type RuleCode, ruleCodes } from './rule-values.ts';
import { ruleInWords } from './rule-words.ts';

/** Every rule there is with its versions, the latest beginning first, as seen on a day. */
export async function listRules(db: Kysely<Tables>, on: IsoDate): Promise<OfficeRule[]> {
  const all = await db.selectFrom('rule').selectAll().orderBy('id').execute();
  const groups = [...new Set(Object.values(ruleMeanings).map(({ group }) => group))];
  const rank = (code: RuleCode) => groups.indexOf(ruleMeanings[code].group);
  return [...ruleCodes]
    .sort((a, b) => rank(a) - rank(b))
    .map((code) => {
      const { fields, ...meaning } = ruleMeanings[code];
      const versions = latestFirst(all.filter((row) => row.code === code));
      const current = versions.find((row) => isInForce(row, on));
      return {
        code,
        ...meaning,
        fields: [...fields],
        versions: versions.map(({ id, version, value, source, evidence, valid_from, valid_to }) => {
          const parsed: RuleJson = parseRuleValue(code, value);
          const later = valid_from !== null && valid_from > on;
          const state = id === current?.id ? 'current' : later ? 'future' : 'past';
          return {
            id,
            version,
            value: parsed,
            words: ruleInWords(code, parsed),
            source,
            evidence,
            valid_from,
            valid_to,
            state,
          };
        }),
      };
    });
}

interface NewVersion {
  code: string;
  value: RuleJson;
  from: IsoDate;
  source: string;
  evidence: Evidence;
}

/**
 * Puts a rule's new value in force from a day: the version of that day ends on its eve, a later one still follows. What
 * was in force before is never rewritten. Returns the version's id. Throws `wrong_arguments`, `conflict`.
 */
export async function saveRule(
  db: Kysely<Tables>,
  { code, value, from, source, evidence }: NewVersion,
  today: IsoDate,
): Promise<string> {
  if (!isRuleCode(code)) throw new SochiboError('wrong_arguments', `Không có quy tắc "${code}".`);
  const text = checkedRuleValue(code, value);
  const rows = latestFirst(await db.selectFrom('rule').selectAll().where('code', '=', code).execute());
  const current = rows.find((row) => isInForce(row, from));
  if (current?.valid_from === from && from <= today) {
    throw new SochiboError(
      'conflict',
      `Đã có giá trị từ ngày ${formatDate(from)} và đang được dùng. Chọn ngày khác để ghi giá trị mới.`,
    );
  }
  const said = { value: text, source: cleanLine(source), evidence, version: `từ ${formatDate(from)}` };
  if (current?.valid_from === from) {
    await db.updateTable('rule').set(said).where('id', '=', current.id).execute();
    return current.id;
  }
  const next = rows.findLast((row) => row.valid_from !== null && row.valid_from > from)?.valid_from;
  const eveOfNext = next ? eve(next) : null;
  const valid_to = current ? earlier(current.valid_to, eveOfNext) : eveOfNext;
  if (current)
    await db
      .updateTable('rule')
      .set({ valid_to: addDays(from, -1) })
      .where('id', '=', current.id)
      .execute();
  const id = newId();
  await db
    .insertInto('rule')
    .values({ ...said, id, code, valid_from: from, valid_to })
    .execute();
  return id;
}

/** Takes out a version that has not begun; the one before it goes on in its place. Throws `not_found`, `conflict`. */
export async function removeRule(db: Kysely<Tables>, id: string, today: IsoDate): Promise<void> {
  const row = await db.selectFrom('rule').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có giá trị này trong sổ.');
  if (row.valid_from === null || row.valid_from <= today) {
    throw new SochiboError(
      'conflict',
      'Giá trị này đã có hiệu lực, báo cáo cũ cần đến nó. Ghi giá trị mới từ một ngày thay cho việc xóa.',
    );
  }
  await db.deleteFrom('rule').where('id', '=', id).execute();
  await db
    .updateTable('rule')
    .set({ valid_to: row.valid_to })
    .where('code', '=', row.code)
    .where('valid_to', '=', eve(row.valid_from))
    .execute();
}

function latestFirst(rows: readonly RuleRow[]): RuleRow[] {
  return [...rows].sort((a, b) => (b.valid_from ?? '').localeCompare(a.valid_from ?? ''));
}

function eve(day: string): string {
  const parsed = parseIsoDate(day);
  if (parsed === null) throw new RangeError(`not a day: ${day}`);
  return addDays(parsed, -1);
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
