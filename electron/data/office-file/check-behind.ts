/** A check of the whole file that an office goes through after it was opened: once, and before anything is changed. */
export class CheckBehind {
  /** When it has passed; rejects with what it found, and with nothing else. Never, where it was not begun. */
  readonly passed: Promise<void>;
  /** Has it checked now; what is waited for begins only then. */
  readonly begin: () => void;
  readonly #check: () => void;
  #hasPassed = false;

  constructor(check: () => void) {
    this.#check = check;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.begin = resolve;
    this.passed = promise.then(() => this.now());
    // Whoever waits hears of it; a session that has gone does not.
    this.passed.catch(() => undefined);
  }

  /** At once, where it has not passed. Throws what it finds. */
  now(): void {
    if (this.#hasPassed) return;
    this.#check();
    this.#hasPassed = true;
  }
}
