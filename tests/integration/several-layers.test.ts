import { expect, test } from 'vitest';
import { checkAssignments } from '../../electron/data/assignments/check-assignments.ts';
import { listAssignments } from '../../electron/data/assignments/list-assignments.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { addOrganisations } from '../support/add-organisations.ts';
import { resourcesDir } from '../support/office.ts';
import { PlaceOffice } from '../support/place-office.ts';
import { day } from '../support/report-material.ts';

test('R36 Bắc Kạn: three layers at once on one cell; it was visited once, and three visits were made', async () => {
  const place = await PlaceOffice.create('province', 'Tỉnh ủy Bắc Kạn', 'bac-kan');
  await addOrganisations(place.office, [
    { id: 'cho-don', kind: 'committee', name: 'Đảng bộ huyện Chợ Đồn', parent: null },
    { id: 'xa', kind: 'grassroots_committee', name: 'Đảng bộ xã Bằng Lãng', parent: 'cho-don' },
    { id: 'thon', kind: 'cell', name: 'Chi bộ thôn Bản Lắc', parent: 'xa', setDay: 3 },
  ]);
  const layers = [
    ['BTV_TU', 'cho-don', 'area_in_charge'],
    ['TUV', 'thon', 'attend'],
    ['LANH_DAO_SO', 'xa', 'follow'],
  ] as const;
  const officials: string[] = [];
  for (const [group, target, role] of layers) {
    const official = await place.official(`Nguyễn Văn ${officials.length + 1}`, [group]);
    await place.assign([official], [target], { role, valid_from: '2024-08-29' });
    officials.push(official);
  }
  const [first = '', ...others] = officials;
  await place.visit(first, 'thon', '2024-10-03');
  const meeting = await place.office.db.selectFrom('visit').selectAll().executeTakeFirstOrThrow();
  await place.office.write('Ghi lượt dự', '', (db) =>
    db
      .insertInto('visit')
      .values(others.map((official_id) => ({ ...meeting, id: `visit of ${official_id}`, official_id })))
      .execute(),
  );

  const roles = (await listAssignments(place.office.db, '2024-10-03')).map(({ target_id, role }) => [target_id, role]);
  expect(roles).toHaveLength(3);
  expect(roles).toEqual(expect.arrayContaining(layers.map(([, target, role]) => [target, role])));
  const checks = (await checkAssignments(place.office.db, day('2024-10-03'))).map(({ check }) => check);
  expect(checks).toEqual([]);
  const source = { db: place.office.db, forms: loadReportForms(resourcesDir) };
  const { total } = await runReport(source, { code: 'BC-05', period: '2024-10' });
  expect(total).toMatchObject({ cells: 1, cells_visited: 1, visits: 3 });
  const made = await place.bc02('2024');
  expect(officials.map((official) => made.get(official)?.visits)).toEqual([1, 1, 1]);
});
