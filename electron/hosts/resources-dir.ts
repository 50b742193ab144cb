import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of resources/, beside the program wherever it runs from: the sources, the built `out/`, or a package
 * (SOCHIBO_RESOURCES, set by the shell). Throws when there is none.
 */
export function findResourcesDir(): string {
  const given = process.env.SOCHIBO_RESOURCES;
  if (given) return given;
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'code-lists');
    if (existsSync(candidate)) return join(folder, 'resources');
  }
  throw new Error('resources/ not found beside the program');
}
