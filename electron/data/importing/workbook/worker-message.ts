import type { ErrorCode } from '../../../contract/errors.ts';
import type { WorkbookGrid } from './sheet-grid.ts';

export interface ReadRequest {
  path: string;
  name: string;
}

/** What the reading worker answers, once. */
export type ReadAnswer =
  | { ok: true; workbook: WorkbookGrid }
  | { ok: false; code: ErrorCode; message: string; cause: string };
