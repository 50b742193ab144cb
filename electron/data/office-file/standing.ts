/** Of an office that is only looked at: a copy of what is in use elsewhere or may not be written. */
export interface OfficeView {
  /** Up to when it shows what was done, by the clock of the world. */
  asOf: string;
  /** Who has it open elsewhere, and why it is a copy: a sentence. */
  words: string;
}

/** What keeps others away from an open file, and notices where somebody came all the same. */
export interface OfficeHold {
  /** Throws `office_changed_outside` where the file is no longer the one that was opened. */
  check(): void;
  /** The file is now as this program left it. */
  renew(): void;
  /** This sealed change is told to be on disk: a later opening misses it where it is not (`refuse-lost-changes.ts`). */
  acknowledge(transaction: number): void;
  release(): void;
}

/** Of a file that nobody needs to be kept away from. */
export const noHold: OfficeHold = {
  check: () => undefined,
  renew: () => undefined,
  acknowledge: () => undefined,
  release: () => undefined,
};
