import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import ExcelJS from 'exceljs';
import { type ImportDecisions, noDecisions } from '../../electron/contract/import-decisions.ts';
import type { ImportResult } from '../../electron/contract/imports.ts';
import type { BackupHabit } from '../../electron/data/office-file/backups/office-backups.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { environment, removableFolder, resourcesDir } from './office.ts';
import type { TypedSheets } from './typed-workbook.ts';

export const rosterHeading = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  'Dân tộc',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'CCCD',
  'Chi bộ',
];

/** A list of members: its title, its heading on row 2, the members from row 3. */
export const roster = (rows: TypedSheets[string]): TypedSheets => ({ Sheet1: [['DANH SÁCH'], rosterHeading, ...rows] });

/** An office with the importer behind the contract, as the window has it. */
export class ImportTalk {
  readonly folder = removableFolder();
  readonly session: Session;
  readonly client: RouterClient<typeof router>;

  constructor(backups: BackupHabit = 'never') {
    this.session = createSession({ ...environment, resourcesDir, outputDir: this.folder.folder, backups });
    this.client = createRouterClient(router, { context: { session: this.session } });
  }

  async start(): Promise<this> {
    await this.session.createOffice({
      path: join(this.folder.folder, 'thu.sochibo'),
      level: 'commune',
      name: 'Đảng ủy xã Thủy Khoan',
      superior: 'Đảng bộ huyện Nậm Phong',
      place: 'Thủy Khoan',
    });
    return this;
  }

  /** With two cells and two members of the first. */
  async startPeopled(): Promise<this> {
    await this.start();
    await this.take(
      {
        'Tổ chức': [
          ['DANH SÁCH CHI BỘ'],
          ['TT', 'Tên chi bộ', 'Loại hình', 'Ngày sinh hoạt', 'Tổng số đảng viên'],
          [1, 'Chi bộ Thôn 1', 'Thôn, bản', 'Ngày 05 hằng tháng', 3],
          [2, 'Chi bộ Thôn 2', 'Thôn, bản', 'Ngày 03 hằng tháng', 3],
        ],
      },
      'to-chuc.xlsx',
    );
    await this.take(
      roster([
        [1, 'Nguyễn Văn An', '19/05/1970', 'Kinh', '03/02/2000', '03/02/2001', '034070000001', 'Chi bộ Thôn 1'],
        [2, 'Lò Thị Hòa', '1975', 'Thái', '03/02/2001', '03/02/2002', null, 'Chi bộ Thôn 1'],
      ]),
      'dang-vien.xlsx',
    );
    return this;
  }

  stop(): void {
    this.session.close();
    this.folder.remove();
  }

  /** Writes the sheets as an .xlsx; `into`: a folder in ours. */
  async file(sheets: TypedSheets, name = 'danh-sach.xlsx', into = ''): Promise<{ path: string; name: string }> {
    const workbook = new ExcelJS.Workbook();
    for (const [title, rows] of Object.entries(sheets)) {
      const sheet = workbook.addWorksheet(title);
      for (const row of rows) sheet.addRow([...row]);
    }
    const path = join(this.folder.folder, `${into}${name}`);
    await workbook.xlsx.writeFile(path);
    return { path, name };
  }

  async preview(...files: { path: string; name: string }[]): Promise<{ plan: string; result: ImportResult }> {
    for await (const event of await this.client.imports.preview({ files })) {
      if (event.type === 'preview') return event;
    }
    throw new Error('no preview');
  }

  async decide(plan: string, decisions: Partial<ImportDecisions>): Promise<ImportResult> {
    for await (const event of await this.client.imports.decide({ plan, decisions: { ...noDecisions, ...decisions } })) {
      if (event.type === 'preview') return event.result;
    }
    throw new Error('no preview');
  }

  /** Writes what is waiting, the refused rows left out. */
  commit(plan: string): Promise<ImportResult> {
    return this.client.imports.commit({ plan, accept: true });
  }

  /** Reads and writes at once. */
  async take(sheets: TypedSheets, name?: string): Promise<ImportResult> {
    const { plan } = await this.preview(await this.file(sheets, name));
    return this.commit(plan);
  }

  /** The members of the office by name, with the cell they are in. */
  async members(): Promise<string[]> {
    const rows = await this.session.office.db
      .selectFrom('member')
      .innerJoin('member_status as status', 'status.member_id', 'member.id')
      .innerJoin('organisation_version as cell', 'cell.organisation_id', 'status.cell_id')
      .where('status.valid_to', 'is', null)
      .select(['full_name', 'birth_date', 'cell.name'])
      .orderBy('full_name')
      .orderBy('birth_date')
      .execute();
    return rows.map(({ full_name, birth_date, name }) => `${full_name} ${birth_date} ${name}`);
  }
}

/** The codes of a result's issues with their rows: `unknown_code 4`. */
export function issuesIn(result: ImportResult, severity?: 'error' | 'warning' | 'info'): string[] {
  return result.workbooks
    .flatMap(({ sheets }) => sheets.flatMap(({ issues }) => issues))
    .filter((issue) => severity === undefined || issue.severity === severity)
    .map(({ code, row }) => (row === null ? code : `${code} ${row}`));
}
