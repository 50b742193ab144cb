import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { parseYaml } from '../resource-yaml.ts';

/**
 * Reads YAML files of `resources/` against a shape, each again only when it has changed:
 * every office that is made or opened asks for them. Nobody alters what is read. The reader throws on a malformed file.
 */
export function defaultsReader<T>(shape: z.ZodType<T>): (path: string) => T {
  const read = new Map<string, { stamp: string; value: T }>();
  return (path) => {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    let known = read.get(path);
    if (known?.stamp !== stamp) {
      known = { stamp, value: shape.parse(parseYaml(readFileSync(path, 'utf8'))) };
      read.set(path, known);
    }
    return known.value;
  };
}
