import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { RemarkForm } from '../../contract/remarks.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { YearlyRemarkRow } from '../schema/petition-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanText } from '../vietnamese/clean-text.ts';

export interface RemarkOf {
  official_id: string;
  committee_id: string;
  year: number;
}

/**
 * Writes the one remark of a committee on an official in a year, inside the running transaction. Throws
 * `wrong_arguments` when it is said to be sent without a level, or before its year.
 */
export async function saveRemark(db: Kysely<Tables>, of: RemarkOf, form: RemarkForm): Promise<string> {
  refuseUnfinished(of, form);
  const { official_id, committee_id, year } = of;
  const present = await db
    .selectFrom('yearly_remark')
    .selectAll()
    .where('official_id', '=', official_id)
    .where('committee_id', '=', committee_id)
    .where('year', '=', year)
    .executeTakeFirst();
  const values = columnsOf(form);
  if (present) {
    const changes = changedColumns<YearlyRemarkRow>(present, values);
    if (changes !== null) await db.updateTable('yearly_remark').set(changes).where('id', '=', present.id).execute();
    return present.id;
  }
  const id = newId();
  await db
    .insertInto('yearly_remark')
    .values({ id, official_id, committee_id, year, ...values })
    .execute();
  return id;
}

function columnsOf({ level, sent_on, ...texts }: RemarkForm) {
  return {
    grasped: clean(texts.grasped),
    guided: clean(texts.guided),
    resolved: clean(texts.resolved),
    proposals: clean(texts.proposals),
    relations: clean(texts.relations),
    weaknesses: clean(texts.weaknesses),
    document: clean(texts.document),
    note: clean(texts.note),
    level,
    sent_on,
  };
}

function refuseUnfinished({ year }: RemarkOf, { level, sent_on }: RemarkForm): void {
  if (sent_on === null) return;
  if (level === null) {
    throw new SochiboError('wrong_arguments', 'Nhận xét ghi là đã gửi mà chưa có mức độ. Chọn mức độ rồi lưu lại.');
  }
  if (sent_on < `${year}-01-01`) {
    throw new SochiboError('wrong_arguments', `Ngày gửi trước năm ${year} của nhận xét. Sửa ngày gửi rồi lưu lại.`);
  }
}

function clean(text: string | null): string | null {
  return text === null ? null : cleanText(text) || null;
}
