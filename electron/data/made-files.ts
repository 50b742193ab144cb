import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MadeFile } from '../contract/values.ts';
import { refuseWithoutRoom, roomOfExport } from './office-file/places/free-space.ts';

/** A file or a folder made since somebody last looked. */
export interface NewlyMade {
  path: string;
  /** How many people or records it holds, where that is known. */
  records: number | null;
  /** Whether whole identity numbers are in it. */
  numbers: boolean;
}

/** Files this session has made. A host hands them over by id; a path never comes from the window. */
export class MadeFiles {
  readonly #outputDir: string;
  readonly #paths = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  #new: NewlyMade[] = [];

  constructor(outputDir: string) {
    this.#outputDir = outputDir;
  }

  /**
   * Where a file called `name` may be written: a folder of its own, so that equal names never meet. Throws `disk_full` where the disk has
   * no room for so many bytes, and RangeError for what names another place than a file in it (an office file, too, may hold a
   * name that somebody forged).
   */
  reserve(name: string, bytes = roomOfExport): string {
    if (/^\.{0,2}$|[/\\\0]/u.test(name)) throw new RangeError('not the name of a file');
    const folder = join(this.#outputDir, randomUUID());
    mkdirSync(this.#outputDir, { recursive: true });
    refuseWithoutRoom(folder, bytes);
    mkdirSync(folder, { recursive: true });
    return join(folder, name);
  }

  /** Makes a written file known and returns what the contract tells of it; size in bytes. */
  register(path: string, holds: Partial<Omit<NewlyMade, 'path'>> = {}): MadeFile {
    const id = randomUUID();
    this.#new.push({ path, records: null, numbers: false, ...holds });
    this.#paths.set(id, path);
    return { id, name: basename(path), size: statSync(path).size };
  }

  pathOf(id: string): string | null {
    return this.#paths.get(id) ?? null;
  }

  /** Makes a written folder known by an id: a host that can copies it whole to where the person says. */
  registerFolder(path: string): string {
    const id = randomUUID();
    this.#folders.set(id, path);
    this.#new.push({ path, records: null, numbers: false });
    return id;
  }

  /** What was made since the last call. */
  takeNew(): NewlyMade[] {
    const made = this.#new;
    this.#new = [];
    return made;
  }

  folderOf(id: string): string | null {
    return this.#folders.get(id) ?? null;
  }
}
