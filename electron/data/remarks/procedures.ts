import { os } from '../procedures.ts';
import { today } from '../today.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { listRemarks, remarksNotSent } from './list-remarks.ts';
import { saveRemark } from './save-remark.ts';

const dayOrToday = (day: string | undefined) => (day === undefined ? null : parseIsoDate(day)) ?? today();

export const remarkProcedures = os.remarks.router({
  list: os.remarks.list.handler(({ context: { session }, input: { year, day } }) =>
    listRemarks(session.office.db, { year, day: dayOrToday(day) }),
  ),
  notSent: os.remarks.notSent.handler(({ context: { session }, input: { year, day } }) =>
    remarksNotSent(session.office.db, { year, day: dayOrToday(day) }),
  ),
  save: os.remarks.save.handler(async ({ context: { session }, input: { form, ...of } }) => {
    const { full_name } = await session.office.db
      .selectFrom('official')
      .select('full_name')
      .where('id', '=', of.official_id)
      .executeTakeFirstOrThrow();
    const id = await session.office.write('Ghi nhận xét năm', `${full_name}, năm ${of.year}`, (db) =>
      saveRemark(db, of, form),
    );
    return { id };
  }),
});
