import { existsSync } from 'node:fs';
import type { AccessState } from '../../../contract/access.ts';
import { os } from '../../procedures.ts';
import type { Session } from '../../session.ts';
import { today } from '../../today.ts';
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

export const accessProcedures = os.access.router({
  state: os.access.state.handler(({ context: { session } }) => stateOf(session)),
  unlock: os.access.unlock.handler(async ({ context: { session }, input }) =>
    officeInfo(await session.unlock(input.secret, input.slot), today()),
  ),
  lock: os.access.lock.handler(async ({ context: { session } }) => {
    await session.lock();
    return null;
  }),
  stopWaiting: os.access.stopWaiting.handler(({ context: { session } }) => {
    session.stopWaiting();
    return null;
  }),
  encrypt: os.access.encrypt.handler(({ context: { session }, input }) => encryptOffice(session, input)),
  decrypt: os.access.decrypt.handler(({ context: { session }, input }) => decryptOffice(session, input.secret)),
  changePassphrase: os.access.changePassphrase.handler(async ({ context: { session }, input }) => {
    await changePassphrase(session, input);
    return null;
  }),
  replaceLostSlots: os.access.replaceLostSlots.handler(async ({ context: { session }, input }) => {
    await replaceLostSlots(session, input);
    return null;
  }),
  newRecoveryCode: os.access.newRecoveryCode.handler(({ context: { session }, input }) =>
    renewRecoveryCode(session, input.secret),
  ),
  showRecoveryCode: os.access.showRecoveryCode.handler(async ({ context: { session }, input }) => ({
    code: await showRecoveryCode(session, input.secret),
  })),
  setAutoLock: os.access.setAutoLock.handler(async ({ context: { session }, input }) => {
    await setAutoLock(session.office, input.minutes);
    return null;
  }),
});

async function stateOf(session: Session): Promise<AccessState> {
  const { waiting: path } = session;
  const waiting = path !== null && existsSync(path) ? path : null;
  const office = session.hasOffice ? session.office : null;
  const encrypted = office?.keyring.current != null;
  const slots = waiting === null ? [] : slotNames(waiting);
  return {
    waiting: waiting === null ? null : { path: waiting, slots, code_only: slots.length === 0, locked: office === null },
    encrypted,
    slots: office && encrypted ? slotNames(office.path) : [],
    opened_by: office?.keyring.slot ?? null,
    auto_lock: office && encrypted ? await autoLockOf(office) : 0,
  };
}
