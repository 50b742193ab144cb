/**
 * Tasks that wait for the disk (a flush takes a clerk's hard disk 5 to 20 ms, and every file has two) run beside what is
 * made next, at most `most` at once. What a task throws is thrown by the next call.
 */
export class WriteBehind {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  readonly #thrown: unknown[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Starts the task as soon as there is room for it. */
  async add(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#check();
    const run = task()
      .catch((error: unknown) => {
        this.#thrown.push(error);
      })
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  /** Resolves when nothing runs any more. */
  async end(): Promise<void> {
    await this.stop();
    this.#check();
  }

  /** The same, whatever was thrown. */
  async stop(): Promise<void> {
    await Promise.all(this.#running);
  }

  #check(): void {
    if (this.#thrown.length > 0) throw this.#thrown[0];
  }
}
