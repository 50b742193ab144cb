import type { SheetContext } from '../sheet-context.ts';

/** The kinds of things rows of workbooks become; names of tables. */
export type RecordEntity =
  | 'organisation'
  | 'organisation_event'
  | 'member'
  | 'official'
  | 'assignment'
  | 'team'
  | 'meeting'
  | 'planned_visit'
  | 'petition'
  | 'yearly_remark';

/** A row of a workbook and the record it became or belongs to. */
export interface RecordedRow {
  context: SheetContext;
  row: number;
  entity: RecordEntity;
  id: string;
}

/** Which row became which record: for the counts of the preview and for `source_row`. */
export class Records {
  readonly rows: RecordedRow[] = [];

  note(context: SheetContext, row: number, entity: RecordEntity, id: string): void {
    this.rows.push({ context, row, entity, id });
  }
}
