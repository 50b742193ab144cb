import { numbersMasked } from '../people/identity-numbers.ts';
import { refuseOutsideRecord } from '../people/part-of-worker.ts';
import { readRecordHistory } from '../people/record-history/read-record-history.ts';
import { refuseOthersChange } from '../people/who-works.ts';
import { os } from '../procedures.ts';
import { findAnything } from '../search/find-anything.ts';
import { namedInRoll } from '../search/find-named.ts';
import { today } from '../today.ts';
import { lostChanges } from './backups/lost-changes.ts';
import { checkOffice } from './check-office.ts';
import { describeTransaction, history, officeInfo } from './office-info.ts';

export const officeProcedures = os.office.router({
  current: os.office.current.handler(({ context: { session }, input }) =>
    // One that is locked is asked for its passphrase, not said to be closed.
    session.officePath === null ? null : officeInfo(session.office, input.as_of ?? today()),
  ),
  create: os.office.create.handler(async ({ context: { session }, input }) =>
    officeInfo(await session.createOffice(input), today()),
  ),
  open: os.office.open.handler(async ({ context: { session }, input }) =>
    officeInfo(await session.openOffice(input.path, input.ask_about_place), today()),
  ),
  close: os.office.close.handler(async ({ context: { session } }) => {
    await session.closeOffice();
    return null;
  }),
  history: os.office.history.handler(({ context: { session }, input }) => history(session.office, input.limit)),
  recordHistory: os.office.recordHistory.handler(async ({ context: { session }, input }) => {
    await refuseOutsideRecord(session.office, input.record, input.id);
    return readRecordHistory(session.office.db, input.record, input.id, {
      numbersMasked: await numbersMasked(session),
    });
  }),
  undo: os.office.undo.handler(async ({ context: { session }, input }) => {
    await refuseOthersChange(session, input.transaction, input.of);
    await session.office.undo(input.transaction, await describeTransaction(session.office, input.transaction));
    return null;
  }),
  check: os.office.check.handler(({ context: { session } }) => {
    const { path, keyring } = session.office;
    return session.office.maintain((connection) =>
      checkOffice(connection, lostChanges(connection, path, keyring.keys)),
    );
  }),
  find: os.office.find.handler(({ context: { session }, input }) =>
    findAnything(session.office.db, input.text, today(), namedInRoll(session.office)),
  ),
});
