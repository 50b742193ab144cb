import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Stage } from './competitors.ts';

/** Cuts a piece of work into the parts that it names by its progress, each with what it cost this process. */
export class StageClock {
  readonly stages: Stage[] = [];
  /** Every ten milliseconds it looks how late it is. */
  readonly #delay = monitorEventLoopDelay({ resolution: 10 });
  #name: string | null = null;
  #begun = 0;
  #used = process.cpuUsage();

  constructor() {
    this.#delay.enable();
  }

  /** From now on it is this part; null: none. */
  begin(name: string | null): void {
    const now = performance.now();
    const used = process.cpuUsage(this.#used);
    if (this.#name !== null) {
      this.stages.push({
        name: this.#name,
        milliseconds: now - this.#begun,
        processor: (used.user + used.system) / 1000,
        // `maxRSS` is in kilobytes, the delay in nanoseconds.
        megabytes: process.resourceUsage().maxRSS / 1024,
        // A part that never gave way is one block.
        longestBlock: this.#delay.count === 0 ? now - this.#begun : this.#delay.max / 1e6,
      });
    }
    this.#delay.reset();
    this.#name = name;
    this.#begun = performance.now();
    this.#used = process.cpuUsage();
  }
}
