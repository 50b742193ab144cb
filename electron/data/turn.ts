/** Milliseconds that long work may keep the thread before others have their turn. */
const longest = 50;

/** A turn that long work has on the thread: asked of each row or statement whether it `isLong`, then it has to `end`. */
export class Turn {
  #began = performance.now();

  get isLong(): boolean {
    return performance.now() - this.#began > longest;
  }

  /** Others have theirs while `pause` waits, and the next begins; what that throws gives the work up. */
  async end(pause: () => Promise<unknown>): Promise<void> {
    await pause();
    this.#began = performance.now();
  }
}
