import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid, stdout } from 'node:process';
import type Database from 'better-sqlite3';
import ExcelJS from 'exceljs';

/** The list as a sheet, for those who filter it there: a line a member in no order. Returns its path. */
export async function writeSheet(raw: Database.Database, asOf: string): Promise<string> {
  const path = join(tmpdir(), `sochibo-bench-${pid}.xlsx`);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = book.addWorksheet('Đảng viên');
  sheet
    .addRow(['key', 'name', 'search', 'gender', 'birth', 'admission', 'cell', 'standing', 'status', 'card', 'number'])
    .commit();
  const rows = raw
    .prepare<[], string[]>(
      `SELECT m.sort_key, m.full_name, m.search_key, m.gender, m.birth_date, m.admission_date, v.name, s.standing, s.kind,
         coalesce(m.party_card_no, m.old_card_no), m.personal_id
       FROM member m JOIN member_status s ON s.member_id = m.id JOIN organisation_version v ON v.organisation_id = s.cell_id
       WHERE (s.valid_from IS NULL OR s.valid_from <= '${asOf}') AND (s.valid_to IS NULL OR s.valid_to >= '${asOf}')
       ORDER BY m.id`,
    )
    .raw();
  for (const row of rows.iterate()) sheet.addRow(row).commit();
  sheet.commit();
  await book.commit();
  return path;
}

/** Once a size: openpyxl reads the sheet (read-only, values only), then filters and sorts what it has read. */
export function printPeer(sheet: string, size: number): void {
  const script = join(import.meta.dirname, 'filter-sheet.py');
  const { status, stdout: said } = spawnSync('/usr/bin/python3', [script, sheet], { encoding: 'utf8' });
  stdout.write(
    status === 0 ? said.replaceAll(/^/gmu, `openpyxl ${String(size).padStart(7)}  `).trimEnd() : 'openpyxl: not here',
  );
  stdout.write('\n');
}
