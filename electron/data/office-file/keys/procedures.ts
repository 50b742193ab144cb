import { existsSync } from 'node:fs';
import type { AccessState } from '../../../contract/access.ts';
import { os } from '../../procedures.ts';
import { progressEvents } from '../../progress-events.ts';
import type { Session } from '../../session.ts';
import { today } from '../../today.ts';
import type { Office } from '../office.ts';
import { officeInfo } from '../office-info.ts';
import {
  autoLockOf,
  changePassphrase,
  decryptOffice,
  encryptOffice,
  renewRecoveryCode,
  replaceLostSlots,
  setAutoLock,
  showRecoveryCode,
  slotNames,
} from './access.ts';
import { isSealed } from './key-slots.ts';
import { recoveryPaper } from './recovery-paper.ts';
import { findSlots } from './slots-file.ts';
import { backupWithSlots, takeSlotsFromBackup } from './slots-from-backup.ts';

export const accessProcedures = os.access.router({
  state: os.access.state.handler(({ context: { session } }) => stateOf(session)),
  waiting: os.access.waiting.handler(({ context: { session } }) => waitingOf(session)),
  unlock: os.access.unlock.handler(async ({ context: { session }, input }) =>
    officeInfoOrNull(await session.unlock(input.secret, input.slot)),
  ),
  lock: os.access.lock.handler(async ({ context: { session } }) => {
    await session.lock();
    return null;
  }),
  stopWaiting: os.access.stopWaiting.handler(({ context: { session } }) => {
    session.stopWaiting();
    return null;
  }),
  takeSlots: os.access.takeSlots.handler(({ context: { session } }) => {
    takeSlotsFromBackup(session.waiting ?? session.office.path);
    return null;
  }),
  encrypt: os.access.encrypt.handler(async function* ({ context: { session }, input, signal }) {
    const run = progressEvents((onProgress) => encryptOffice(session, input, { signal, onProgress }));
    for await (const progress of run.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'done' as const, ...(await onPaper(session, await run.result)) };
  }),
  decrypt: os.access.decrypt.handler(async function* ({ context: { session }, input, signal }) {
    const run = progressEvents((onProgress) => decryptOffice(session, input.secret, { signal, onProgress }));
    for await (const progress of run.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'done' as const, ...(await run.result) };
  }),
  changePassphrase: os.access.changePassphrase.handler(async ({ context: { session }, input }) => {
    await changePassphrase(session, input);
    return null;
  }),
  replaceLostSlots: os.access.replaceLostSlots.handler(async ({ context: { session }, input }) => {
    await replaceLostSlots(session, input);
    return null;
  }),
  newRecoveryCode: os.access.newRecoveryCode.handler(async function* ({ context: { session }, input, signal }) {
    const run = progressEvents((onProgress) => renewRecoveryCode(session, input.secret, { signal, onProgress }));
    for await (const progress of run.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'done' as const, ...(await onPaper(session, await run.result)) };
  }),
  showRecoveryCode: os.access.showRecoveryCode.handler(async ({ context: { session }, input }) =>
    onPaper(session, { code: await showRecoveryCode(session, input.secret) }),
  ),
  setAutoLock: os.access.setAutoLock.handler(async ({ context: { session }, input }) => {
    await setAutoLock(session.office, input.minutes);
    return null;
  }),
});

async function onPaper<T extends { code: string }>(session: Session, given: T) {
  return { ...given, paper: await recoveryPaper(session, given.code) };
}

function officeInfoOrNull(office: Office | null) {
  return office && officeInfo(office, today());
}

function waitingOf({ waiting: path, hasOffice }: Session) {
  if (path === null || !existsSync(path)) return null;
  const slots = slotNames(path);
  const at = backupWithSlots(path)?.at ?? null;
  return { path, slots, code_only: slots.length === 0, locked: !hasOffice, slots_from: at };
}

async function stateOf({ office }: Session): Promise<AccessState> {
  const { current, keys, slot } = office.keyring;
  if (!current) return { encrypted: false, slots: [], opened_by: null, slots_from: null, auto_lock: 0 };
  const present = findSlots(office.path);
  return {
    encrypted: true,
    slots: present && isSealed(present, keys) ? slotNames(office.path) : [],
    opened_by: slot,
    slots_from: backupWithSlots(office.path)?.at ?? null,
    auto_lock: await autoLockOf(office),
  };
}
