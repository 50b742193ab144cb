import { os } from '../procedures.ts';
import { exportList } from './export-list.ts';
import { handRows } from './hand-rows.ts';

export const listProcedures = os.lists.router({
  hand: os.lists.hand.handler(async ({ context: { session }, input }) => ({
    list: await handRows(session, input.list, input.rows),
  })),
  export: os.lists.export.handler(async ({ context: { session }, input }) => ({
    file: await exportList(session, input),
  })),
});
