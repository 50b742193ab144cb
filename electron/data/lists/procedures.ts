import { os } from '../procedures.ts';
import { progressEvents } from '../progress-events.ts';
import { exportList } from './export-list.ts';
import { exportMembers } from './export-members.ts';
import { handRows } from './hand-rows.ts';

export const listProcedures = os.lists.router({
  hand: os.lists.hand.handler(async ({ context: { session }, input }) => ({
    list: await handRows(session, input.list, input.rows),
  })),
  export: os.lists.export.handler(async ({ context: { session }, input }) => ({
    file: await exportList(session, input),
  })),
  members: os.lists.members.handler(async function* ({ context: { session }, input, signal }) {
    const writing = progressEvents((onProgress) => exportMembers(session, input, { onProgress, signal }));
    for await (const progress of writing.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'done' as const, file: await writing.result };
  }),
});
