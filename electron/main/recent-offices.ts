import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const longest = 8;

/** The offices opened last, newest first, kept in a small file of the person's own profile. */
export class RecentOffices {
  readonly #file: string;
  #paths: string[];

  constructor(file: string) {
    this.#file = file;
    this.#paths = read(file);
  }

  /** Those that are still there. */
  get paths(): readonly string[] {
    return this.#paths.filter((path) => existsSync(path));
  }

  add(path: string): void {
    this.#paths = [path, ...this.#paths.filter((other) => other !== path)].slice(0, longest);
    try {
      writeFileSync(this.#file, JSON.stringify(this.#paths));
    } catch {
      // The list is a convenience; opening an office must not fail for it.
    }
  }
}

function read(file: string): string[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(kept) ? kept.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}
