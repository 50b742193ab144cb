import { loadPresetSheets } from '../../electron/data/ratings/record-sheets.ts';
import { loadPresets } from '../../electron/data/ratings/sheet-file.ts';
import { nameKey, searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey, sortKey } from '../../electron/data/vietnamese/sort-key.ts';
import { resourcesDir } from './office.ts';
import { memberRow, statusRow } from './rows.ts';
import { truthOffice } from './truth-office.ts';
import { addTruthPetitions } from './truth-petitions.ts';

const longCell = 'Chi bộ Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Hướng Sơn';
const longPerson = 'Nguyễn Thị Hồng Nhung Tuyết Mai Phương Thảo';

/** The district with one cell, one official and one member of very long names, who meet in every record of `ids`. */
export interface FullDistrict {
  path: string;
  ids: Readonly<Record<'organisation' | 'member' | 'official' | 'visit' | 'meeting' | 'petition' | 'sheet', string>>;
  remove(): void;
}

/** Builds it in a temporary folder, closed again; call `remove` when done. */
export async function fullDistrict(): Promise<FullDistrict> {
  const made = await truthOffice('district-a');
  await addTruthPetitions(made);
  const { truth, office } = made;
  const meetingOf = new Map(truth.meetings.map((meeting) => [meeting.id, meeting]));
  const [visit] = truth.visits
    .flatMap(({ id, official, meeting }) => {
      const held = meetingOf.get(meeting);
      return official !== null && held?.date ? [{ id, official, meeting, cell: held.cell, date: held.date }] : [];
    })
    .sort((a, b) => b.date.localeCompare(a.date));
  const petition = truth.petitions.at(-1)?.id;
  if (!visit || !petition) throw new Error('no visit or no petition in the sample');
  const sheets = await office.write('Nạp tên dài', '', async (db) => {
    await db
      .updateTable('organisation_version')
      .set({ name: longCell, search_key: searchKey(longCell), sort_key: collationKey(longCell) })
      .where('organisation_id', '=', visit.cell)
      .execute();
    const keys = { search_key: searchKey(longPerson), sort_key: sortKey(longPerson), name_key: nameKey(longPerson) };
    await db
      .updateTable('official')
      .set({ full_name: longPerson, ...keys })
      .where('id', '=', visit.official)
      .execute();
    await db.updateTable('visit').set({ name: longPerson }).where('id', '=', visit.id).execute();
    await db.updateTable('petition').set({ cell_id: visit.cell }).where('id', '=', petition).execute();
    for (let count = 0; count < 24; count += 1) {
      const [id, name] = [`member ${count}`, count === 0 ? longPerson : `Trần Văn Đảng Viên ${count + 1}`];
      await db
        .insertInto('member')
        .values(memberRow(id, name, { birth_date: '1979-02-14', admission_date: '2005-09-03', gender: 'female' }))
        .execute();
      await db
        .insertInto('member_status')
        .values(statusRow(`${id} status`, id, visit.cell, { valid_from: '2005-09-03' }))
        .execute();
    }
    return loadPresetSheets(db, loadPresets(resourcesDir));
  });
  office.close();
  const { cell: organisation, official, meeting } = visit;
  return {
    path: office.path,
    ids: { organisation, official, meeting, visit: visit.id, member: 'member 0', petition, sheet: sheets[0] ?? '' },
    remove: made.remove,
  };
}
