import { setImmediate } from 'node:timers/promises';

/** A check of the whole file that an office goes through after it was opened: once, and before anything is changed. */
export class CheckBehind {
  /** When it has passed; rejects with what it found, and with nothing else. Never, where it was not begun. */
  readonly passed: Promise<void>;
  /** Has it checked now; what is waited for begins only then. */
  readonly begin: () => void;
  readonly #steps: Iterator<void, void>;
  #found: { error: unknown } | null = null;

  /** `steps`: between one and the next, other questions are answered. */
  constructor(steps: Iterator<void, void>) {
    this.#steps = steps;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.begin = resolve;
    this.passed = promise.then(() => this.#goThrough());
    // Whoever waits hears of it; a session that has gone does not.
    this.passed.catch(() => undefined);
  }

  /** What is left of it, at once. Throws what it finds. */
  now(): void {
    while (!this.#step());
  }

  async #goThrough(): Promise<void> {
    while (!this.#step()) await setImmediate();
  }

  /** True after the last one. */
  #step(): boolean {
    if (this.#found) throw this.#found.error;
    try {
      return this.#steps.next().done === true;
    } catch (error) {
      this.#found = { error };
      throw error;
    }
  }
}
