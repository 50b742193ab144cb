import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../electron/contract/errors.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { environment } from '../faults/environment.ts';

/** What does not open as an office, how it is made at a path, and how it is refused (bar R6). */
export const unopenable: readonly {
  name: string;
  make(path: string): Promise<void> | void;
  code: ErrorCode;
  says: RegExp;
}[] = [
  { name: '0 bytes', make: (path) => writeFileSync(path, ''), code: 'office_not_an_office', says: /trống/u },
  {
    name: 'a picture',
    make: (path) => writeFileSync(path, Buffer.from(`89504e470d0a1a0a${'ab'.repeat(9000)}`, 'hex')),
    code: 'office_not_an_office',
    says: /không phải sổ/u,
  },
  {
    name: 'another program’s SQLite',
    make: (path) => void new Database(path).exec('CREATE TABLE t (a)').close(),
    code: 'office_not_an_office',
    says: /chương trình khác/u,
  },
  {
    name: 'a newer schema',
    make: (path) => edited(path, (connection) => connection.pragma('user_version=999')),
    code: 'office_newer',
    says: /999.*phiên bản mới/su,
  },
  {
    name: 'not an office under the same cipher',
    make: (path) => edited(path, (connection) => connection.pragma('application_id=7')),
    code: 'office_not_an_office',
    says: /chương trình khác/u,
  },
  {
    name: 'version 0, an office that was never finished',
    make: (path) => void openConnection(path, { mustExist: false }).exec('PRAGMA application_id=1396916785').close(),
    code: 'office_not_an_office',
    says: /chưa tạo xong/u,
  },
  {
    name: 'damaged',
    make: async (path) => {
      await officeAt(path);
      spoil(path);
    },
    code: 'office_damaged',
    says: /hỏng.*cứu/su,
  },
  { name: 'a folder', make: (path) => void mkdirSync(path), code: 'office_not_found', says: /Không có tệp/u },
];

/** Flips a bit of every page behind the first, so that no luck opens the file. */
export function spoil(path: string): void {
  const bytes = readFileSync(path);
  for (let at = 4096; at < bytes.length; at += 4096) bytes[at + 200] = (bytes[at + 200] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Makes a row of a closed office what no row may be, on a page that reads: only the check of what stands on the pages finds it. */
export function spoilUnseen(path: string): void {
  const connection = openConnection(path, { mustExist: true });
  connection.unsafeMode(true);
  connection.pragma('writable_schema=ON');
  connection.exec(
    "UPDATE sqlite_schema SET sql = replace(sql, 'valid_to TEXT', 'valid_to TEXT NOT NULL') WHERE name = 'rule'",
  );
  connection.close();
}

/** A closed office with nothing in it but what every office has. */
async function officeAt(path: string): Promise<void> {
  const names = { name: 'Huyện ủy Khe Sơn', superior: 'Đảng bộ tỉnh Quảng Trị', place: 'Khe Sơn' };
  const office = await createOffice({ path, level: 'district', ...names }, environment);
  office.close();
}

async function edited(path: string, edit: (connection: Database.Database) => void): Promise<void> {
  await officeAt(path);
  const connection = openConnection(path, { mustExist: true });
  edit(connection);
  connection.pragma('journal_mode=DELETE');
  connection.close();
}
