import { textOf } from '../../contract/list-values.ts';
import type { MemberListExport } from '../../contract/lists.ts';
import { type ListedMember, type MemberColumnKey, memberColumns } from '../../contract/member-columns.ts';
import type { MadeFile } from '../../contract/values.ts';
import { SochiboError } from '../errors.ts';
import { type Course, nextStep } from '../jobs/course.ts';
import { listedMembers } from '../members/listed-members.ts';
import { listMembers } from '../members/roll/list-members.ts';
import { isNumberField, maskNumber, numbersMasked } from '../people/identity-numbers.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { refuseTooMany } from './hand-rows.ts';
import { type ListRow, ListRows } from './list-rows.ts';
import { writeList } from './write-list.ts';

/** Rows between two looks at whether the work is to stop. */
const stride = 500;
const stopped = 'Đã dừng xuất danh sách. Không có tệp nào được ghi.';

/**
 * Writes the list of members as the window shows it: of its question, in its order, the columns it shows, identity numbers covered
 * where it covers them. Throws `wrong_arguments` for more than 100 000 members, `cancelled`, and what `writeList` throws.
 */
export async function exportMembers(session: Session, list: MemberListExport, course: Course): Promise<MadeFile> {
  const { office } = session;
  const { query, columns: keys } = list;
  const asOf = query.as_of ?? today();
  const { ids } = await listMembers(office, query, asOf);
  refuseTooMany(ids.length);
  const covered = await numbersMasked(session);
  const rows = new ListRows();
  for await (const members of listedMembers(office.db, ids, asOf)) {
    for (const { place, member } of members) {
      rows.put(place, rowOf(covered ? withoutNumbers(member) : member, keys), { covered });
    }
    await nextStep(course, { step: 'Đọc', done: rows.count, of: ids.length }, stopped);
  }
  const columns = keys.map((key) => memberColumns[key]);
  return writeList(session, { ...list, columns }, rows, watched(rows, course));
}

function rowOf(member: ListedMember, keys: readonly MemberColumnKey[]): ListRow {
  return keys.map((key) => {
    const { type, value } = memberColumns[key];
    const shown = value(member);
    return type === 'date' ? shown : textOf(shown ?? '') || null;
  });
}

/** The same with its identity numbers covered, whichever of its fields they are. */
function withoutNumbers(member: ListedMember): ListedMember {
  const covered = Object.entries(member).flatMap(([key, value]) =>
    typeof value === 'string' && isNumberField(key) ? [[key, maskNumber(value)]] : [],
  );
  return covered.length === 0 ? member : { ...member, ...Object.fromEntries(covered) };
}

/** The rows as they are written: says how many were, and ends the writing when it is to stop. */
function* watched(rows: ListRows, { signal, onProgress }: Course): Generator<ListRow> {
  let done = 0;
  for (const row of rows) {
    if (done % stride === 0) {
      if (signal?.aborted) throw new SochiboError('cancelled', stopped);
      onProgress({ step: 'Ghi', done, of: rows.count });
    }
    done += 1;
    yield row;
  }
}
