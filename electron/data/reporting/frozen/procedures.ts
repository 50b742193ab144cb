import { os } from '../../procedures.ts';
import { findingsOf, freeze } from './freeze.ts';
import { changedSince, explainFrozen, frozenFile, openFrozen } from './open-frozen.ts';
import { listFrozen } from './read-frozen.ts';

export const frozenProcedures = os.frozen.router({
  list: os.frozen.list.handler(({ context: { session }, input }) => listFrozen(session.office.db, input)),
  get: os.frozen.get.handler(({ context: { session }, input }) => openFrozen(session, input.id)),
  explain: os.frozen.explain.handler(({ context: { session }, input }) => explainFrozen(session, input)),
  diff: os.frozen.diff.handler(({ context: { session }, input }) => changedSince(session, input.id)),
  check: os.frozen.check.handler(({ context: { session }, input }) => findingsOf(session, input)),
  freeze: os.frozen.freeze.handler(({ context: { session }, input: { number, date, signer, ...request } }) =>
    freeze(session, { ...request, issue: { number, date, signer } }),
  ),
  file: os.frozen.file.handler(({ context: { session }, input }) => frozenFile(session, input.id)),
});
