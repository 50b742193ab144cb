import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { RuleRow } from '../schema/office-tables.ts';
import { defaultsReader } from './defaults-reader.ts';

const readFileOfRules = defaultsReader(
  z.array(
    z.object({
      code: z.string(),
      version: z.string(),
      value: z.json(),
      source: z.string(),
      evidence: z.enum(['A', 'B', 'C']),
      valid_from: z.string().nullable(),
      valid_to: z.string().nullable(),
    }),
  ),
);

/** The dated rules a new office starts with (`regulations/*.yaml`); the office may edit them. Throws on a malformed file. */
export function loadDefaultRules(resourcesDir: string): RuleRow[] {
  const folder = join(resourcesDir, 'regulations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => readFileOfRules(join(folder, file)))
    .map((rule) => ({ ...rule, id: newId(), value: JSON.stringify(rule.value) }));
}
