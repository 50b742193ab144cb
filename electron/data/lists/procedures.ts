import { os } from '../procedures.ts';
import { exportList } from './export-list.ts';

export const listProcedures = os.lists.router({
  export: os.lists.export.handler(async ({ context: { session }, input }) => ({
    file: await exportList(session, input),
  })),
});
