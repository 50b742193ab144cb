/** A check of the whole file that an office goes through after it was opened: once, and before anything is changed. */
export class CheckBehind {
  /** When it has passed; rejects with what it found, and with nothing else. Never, where it was not begun. */
  readonly passed: Promise<void>;
  /** Has it checked now. */
  readonly begin: () => void;

  /** `check`: gives way to other questions while it lasts. */
  constructor(check: () => Promise<void>) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.begin = resolve;
    this.passed = promise.then(check);
    // Whoever waits hears of it; a session that has gone does not.
    this.passed.catch(() => undefined);
  }
}
