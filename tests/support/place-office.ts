import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { onTestFinished } from 'vitest';
import type { AssignForm, OfficialForm, TitleForm } from '../../electron/contract/assignments.ts';
import type { Explanation, ReportResult } from '../../electron/contract/reports.ts';
import { assign } from '../../electron/data/assignments/assign.ts';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { saveOfficial } from '../../electron/data/officials/save-official.ts';
import { loadRegulationPresets } from '../../electron/data/regulations/presets.ts';
import { loadPreset } from '../../electron/data/regulations/save-regulation.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import type { MeetingKind, OfficeLevel } from '../../electron/data/schema/column-types.ts';
import { environment, resourcesDir, temporaryFolder } from './office.ts';

/** A fresh office of one of the five places (handbook 1.1), with its regulation loaded, driven through the rooms. */
export class PlaceOffice {
  readonly office: Office;

  constructor(office: Office) {
    this.office = office;
  }

  static async create(level: OfficeLevel, name: string, preset: string): Promise<PlaceOffice> {
    const office = await createOffice(
      { path: join(temporaryFolder(), 'thu.sochibo'), level, name, superior: 'Đảng bộ cấp trên', place: 'Nơi đó' },
      environment,
    );
    onTestFinished(() => office.close());
    const found = loadRegulationPresets(resourcesDir).find(({ code }) => code === preset);
    if (!found) throw new Error(`no preset ${preset}`);
    await office.write('Nạp mẫu quy định', preset, (db) => loadPreset(db, found));
    return new PlaceOffice(office);
  }

  /** An official with titles, each a group with the day it began: the one before ends the day before. */
  async official(
    full_name: string,
    ...held: readonly (readonly [group: string, from?: string, to?: string])[]
  ): Promise<string> {
    const titles = held.map(
      ([title_group, from = null, to = null]): TitleForm => ({
        id: null,
        title: title_group,
        party_position: null,
        title_group,
        document: null,
        valid_from: from,
        valid_to: to,
      }),
    );
    const form: OfficialForm = {
      full_name,
      agency: null,
      government_position: null,
      phone: null,
      level: null,
      member_id: null,
      own_cell_id: null,
      note: null,
      valid_from: null,
      valid_to: null,
      titles,
    };
    return this.office.write('Ghi cán bộ', full_name, (db) => saveOfficial(db, null, form));
  }

  async assign(officials: string[], targets: string[], differing: Partial<AssignForm> = {}): Promise<number> {
    const form: AssignForm = {
      official_ids: officials,
      target_ids: targets,
      each_cell: false,
      role: 'attend',
      decision: null,
      min_visits: null,
      valid_from: '2024-01-01',
      valid_to: null,
      note: null,
      ...differing,
    };
    return (await this.office.write('Phân công', '', (db) => assign(db, form))).created;
  }

  /** The official came to a meeting of the cell that was held on the day. */
  async visit(official_id: string, cell: string, date: string, kind: MeetingKind = 'regular'): Promise<void> {
    await this.office.write('Ghi lượt dự', date, async (db) => {
      const id = newId();
      await db
        .insertInto('meeting')
        .values({ ...emptyMeeting(id, cell, date.slice(0, 7)), kind, date, state: 'held' })
        .execute();
      await db
        .insertInto('visit')
        .values({
          id: newId(),
          meeting_id: id,
          official_id,
          name: '',
          name_key: '',
          title: null,
          level: null,
          on_behalf_of_id: null,
          on_behalf_of_name: null,
        })
        .execute();
    });
  }

  /** The records behind one figure of BC-02, in words. */
  async explain(period: string, row: string, column: string): Promise<Explanation['rows']> {
    const forms = loadReportForms(resourcesDir);
    const { rows } = await explain({ db: this.office.db, forms }, { code: 'BC-02', period, row, column });
    return rows;
  }

  /** Rows of BC-02, by key; `total` for the last line. */
  async bc02(period: string): Promise<Map<string, ReportResult['total']>> {
    const forms = loadReportForms(resourcesDir);
    const { rows, total } = await runReport({ db: this.office.db, forms }, { code: 'BC-02', period });
    return new Map([
      ...rows.map(({ key, figures }): [string, ReportResult['total']] => [key, figures]),
      ['total', total],
    ]);
  }
}
