import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Where the build writes what it has parsed, beside the program (`electron.vite.config.ts`); there is none beside the sources. */
export const parsedName = 'parsed-yaml.json';

/**
 * The value of a YAML text of `resources/`. A text that is as it was when the program was built is not parsed again (lists, rules and forms
 * of the first page: 70 ms); one that the office has changed is. Throws where a text is not YAML.
 */
export const parseYaml = yamlParser(join(import.meta.dirname, parsedName));

/** `file`: as `parseAhead` wrote it; read when the first text is asked for, and not missed where there is none. */
export function yamlParser(file: string): (text: string) => unknown {
  let known: ReadonlyMap<string, string> | null = null;
  return (text) => {
    known ??= readParsed(file);
    const json = known.get(hashOf(text));
    return json === undefined ? parse(text) : JSON.parse(json);
  };
}

/** Parsed texts by the hash of each, for `yamlParser`. */
export function parseAhead(texts: readonly string[]): string {
  return JSON.stringify(texts.map((text) => [hashOf(text), JSON.stringify(parse(text))]));
}

function readParsed(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const entries: [string, string][] = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(entries);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
