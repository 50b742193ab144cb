import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { CodeListRow } from '../schema/office-tables.ts';
import { defaultsReader } from './defaults-reader.ts';

const readLists = defaultsReader(
  z.record(
    z.string(),
    z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        aliases: z.array(z.string()).default([]),
        valid_from: z.iso.date().nullable().default(null),
      }),
    ),
  ),
);

/** The code lists a new office starts with (`code-lists/*.yaml`, from the handbook's lists); the office may edit them. */
export function loadCodeLists(resourcesDir: string): CodeListRow[] {
  return Object.entries(readLists(join(resourcesDir, 'code-lists', 'code-lists.yaml'))).flatMap(([list, entries]) =>
    entries.map((entry, position) => ({
      id: newId(),
      list,
      code: entry.code,
      label: entry.label,
      aliases: JSON.stringify(entry.aliases),
      position,
      valid_from: entry.valid_from,
      valid_to: null,
    })),
  );
}
