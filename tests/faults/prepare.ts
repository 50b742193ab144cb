import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { beginAudit, sealAudit } from '../../electron/data/office-file/audit.ts';
import { keepBackup } from '../../electron/data/office-file/backups/backup-store.ts';
import { applicationId, openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { migrate } from '../../electron/data/office-file/migrate.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { performNow } from '../../electron/data/office-file/steps.ts';
import { migrations } from '../../electron/data/schema/migrations/index.ts';
import { memberRow } from '../support/rows.ts';
import { addCommune } from '../support/small-office.ts';
import { environment } from './environment.ts';
import { officeIn } from './places.ts';

/** A folder for one run, removed by `remove`. */
export function runFolder(name: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), `sochibo-faults-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A small commune office in `folder`, open. */
export async function smallOffice(folder: string): Promise<Office> {
  mkdirSync(folder, { recursive: true });
  const office = await createOffice(
    {
      path: officeIn(folder),
      level: 'commune',
      name: 'Đảng ủy xã Thủy Khoan',
      superior: 'Đảng bộ huyện Nậm Phong',
      place: 'Thủy Khoan',
    },
    environment,
  );
  await office.write('Thêm tổ chức', '', (db) => addCommune(db));
  return office;
}

const roster = [
  'TT;Họ và tên;Ngày sinh;Dân tộc;Ngày vào Đảng;Ngày chính thức;Chi bộ',
  '1;Nguyễn Thị Hòa;3/2/1975;Kinh;3/2/2005;3/2/2006;Chi bộ thôn A',
  '2;Đặng Văn Trương;19/5/1980;Tày;2/9/2010;2/9/2011;Chi bộ thôn A',
  '3;Hồ Thị Sen;1/1/1990;Bru-Vân Kiều;7/11/2015;7/11/2016;Chi bộ thôn B',
].join('\n');

/** What each job of R1 finds in its folder. */
export const prepared: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  async save(folder) {
    (await smallOffice(folder)).close();
  },
  async import(folder) {
    (await smallOffice(folder)).close();
    writeFileSync(join(folder, 'danh-sach.csv'), roster);
  },
  async migration(folder) {
    officeOfVersion(officeIn(folder), migrations.length - 2);
  },
  async backup(folder) {
    (await smallOffice(folder)).close();
  },
  async restore(folder) {
    const office = await smallOffice(folder);
    await office.maintain((connection) =>
      keepBackup(connection, office.path, 'person', office.keyring, new Date('2026-01-04T01:00:00Z')),
    );
    await office.write('Thêm đảng viên', 'sau bản sao lưu', async (db) => {
      await db.insertInto('member').values(memberRow(newId(), 'Trần Văn Sau')).execute();
    });
    office.close();
  },
};

/** An office that an earlier version of the program has written. */
function officeOfVersion(path: string, version: number): void {
  const connection = openConnection(path, { mustExist: false });
  connection.pragma(`application_id=${applicationId}`);
  migrate(connection, migrations.slice(0, version));
  connection.exec('BEGIN IMMEDIATE');
  const seal = performNow(connection, beginAudit({ actor: 'bản trước', action: 'Nạp', detail: '' }));
  connection.exec(`INSERT INTO office (id, name, level, superior, place, issuer, advisory_body, body_code, report_receiver, created_on)
    VALUES ('so', 'Đảng ủy xã Thủy Khoan', 'commune', 'Huyện ủy', 'Thủy Khoan', 'Đảng ủy xã Thủy Khoan', 'Văn phòng', 'ĐU', 'Huyện ủy', '2025-01-01')`);
  const insert = connection.prepare(
    'INSERT INTO member (id, full_name, search_key, sort_key, name_key) VALUES (?, ?, ?, ?, ?)',
  );
  for (let number = 0; number < 40; number += 1) {
    const name = `Đảng viên thứ ${number}`;
    insert.run(`m${number}`, name, name, name, name);
  }
  performNow(connection, sealAudit(seal));
  connection.exec('COMMIT');
  connection.close();
}
