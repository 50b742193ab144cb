import type { ErrorCode } from '../../../contract/errors.ts';
import type { PackedSheet } from './packed-rows.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface ReadRequest {
  path: string;
  name: string;
}

/** A sheet on its way from thread to thread. */
export type SheetMessage = Omit<SheetGrid, 'rows'> & { rows: PackedSheet };

/** What the reading worker answers, once. */
export type ReadAnswer =
  | { ok: true; sheets: SheetMessage[] }
  | { ok: false; code: ErrorCode; message: string; cause: string };
