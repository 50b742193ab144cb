import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { officeInfo } from './office.ts';
import { passphrase } from './packages.ts';
import { progressEvent } from './values.ts';

/** Somebody's passphrase; `id` is the slot's. */
const slotName = z.object({ id: z.string().min(1), label: z.string().min(1) });
export type SlotName = z.infer<typeof slotName>;

/**
 * An office that waits for its passphrase. `locked`: it was open, or is to be the first; else another is still open. `code_only`: its
 * slots are missing or damaged. `slots_from`: when the backup was made whose slots are not those beside the office; null: all are alike.
 */
const waiting = z.object({
  path: z.string(),
  slots: z.array(slotName),
  code_only: z.boolean(),
  locked: z.boolean(),
  slots_from: z.string().nullable(),
});

/** Of the open office. */
export const accessState = z.object({
  encrypted: z.boolean(),
  /** None where the file of the slots is gone, damaged or was changed by somebody else. */
  slots: z.array(slotName),
  /** As of one that waits. */
  slots_from: z.string().nullable(),
  /** Whose passphrase opened it; null: none did. */
  opened_by: slotName.nullable(),
  /** Minutes; 0: never. */
  auto_lock: z.int(),
});
export type AccessState = z.infer<typeof accessState>;

/** A passphrase, or the recovery code however it is typed. */
export const secret = z.string().min(1).max(200);
/** Files in the folder of backups that stay as they were, for they did not open. */
const unchanged = z.object({ unchanged_backups: z.array(z.string()) });
/** A page to print. */
const recoveryPaper = z.object({ html: z.string(), css: z.string(), title: z.string() });
export type RecoveryPaper = z.infer<typeof recoveryPaper>;
const recovery = z.object({ code: z.string(), paper: recoveryPaper });
export type Recovery = z.infer<typeof recovery>;
/** Its progress is in bytes; aborted before the office itself is changed, it leaves everything as it was. */
const changed = z.discriminatedUnion('type', [
  progressEvent,
  unchanged.extend({ ...recovery.shape, type: z.literal('done') }),
]);

export const accessContract = {
  state: procedure.output(accessState),
  waiting: procedure.output(waiting.nullable()),
  /** `slot`: only this one's passphrase is tried. An office that was locked goes on where it was. Null: only its keys were waited for, the call that did is to be made again. */
  unlock: procedure.input(z.object({ secret, slot: z.string().optional() })).output(officeInfo.nullable()),
  lock: procedure.output(z.null()),
  /** Gives up waiting for a passphrase. */
  stopWaiting: procedure.output(z.null()),
  /** Puts the slots of the newest backup beside the office, waiting or open, whose own are lost or damaged. */
  takeSlots: procedure.output(z.null()),
  /** Gives the open office its first passphrase; `code` is to be printed. */
  encrypt: procedure
    .input(z.object({ label: z.string().trim().min(1).max(100), passphrase }))
    .output(eventIterator(changed)),
  /** What changes who may open the office asks for a passphrase or the code again: `secret`. */
  decrypt: procedure
    .input(z.object({ secret }))
    .output(
      eventIterator(z.discriminatedUnion('type', [progressEvent, unchanged.extend({ type: z.literal('done') })])),
    ),
  changePassphrase: procedure.input(z.object({ secret, slot: z.string(), passphrase })).output(z.null()),
  /** A first passphrase anew where the slots were lost. */
  replaceLostSlots: procedure
    .input(z.object({ secret, label: z.string().trim().min(1).max(100), passphrase }))
    .output(z.null()),
  newRecoveryCode: procedure.input(z.object({ secret })).output(eventIterator(changed)),
  showRecoveryCode: procedure.input(z.object({ secret })).output(recovery),
  /** Minutes without a key or the mouse; 0: never. */
  setAutoLock: procedure.input(z.object({ minutes: z.int().min(0).max(120) })).output(z.null()),
};
