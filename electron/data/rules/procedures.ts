import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import { listRules, removeRule, saveRule } from './change-rules.ts';
import { ruleMeanings } from './rule-meanings.ts';
import { isRuleCode } from './rule-values.ts';

export const ruleProcedures = os.rules.router({
  list: os.rules.list.handler(({ context: { session } }) => listRules(session.office.db, today())),
  save: os.rules.save.handler(({ context: { session }, input }) => {
    const from = parseIsoDate(input.from);
    if (from === null) throw new RangeError(`not a day: ${input.from}`);
    const label = isRuleCode(input.code) ? ruleMeanings[input.code].label : input.code;
    return session.office.write('Sửa quy tắc', `${label}, từ ${formatDate(from)}`, async (db) => ({
      id: await saveRule(db, { ...input, from }, today()),
    }));
  }),
  remove: os.rules.remove.handler(({ context: { session }, input }) =>
    session.office.write('Bỏ giá trị sắp có hiệu lực của quy tắc', '', async (db) => {
      await removeRule(db, input.id, today());
      return { id: input.id };
    }),
  ),
});
