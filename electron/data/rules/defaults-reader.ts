import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/**
 * Reads YAML files of `resources/` against a shape, each again only when it has changed: lists and rules cost 50-80 ms,
 * and every office that is made or opened asks for them. Nobody alters what is read. The reader throws on a malformed file.
 */
export function defaultsReader<T>(shape: z.ZodType<T>): (path: string) => T {
  const read = new Map<string, { stamp: string; value: T }>();
  return (path) => {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    let known = read.get(path);
    if (known?.stamp !== stamp) {
      known = { stamp, value: shape.parse(parse(readFileSync(path, 'utf8'))) };
      read.set(path, known);
    }
    return known.value;
  };
}
