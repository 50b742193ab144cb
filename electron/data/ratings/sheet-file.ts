import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type SheetDefinition, sheetDefinition } from '../../contract/scoring-sheet.ts';

/** A scoring sheet as the program brings it along. */
export interface Preset {
  code: string;
  name: string;
  definition: SheetDefinition;
}

const head = z.object({
  schema: z.literal('scoring_sheet/1'),
  code: z.string(),
  name: z.string(),
  scope: z.object({ cell_types: z.array(z.string()) }),
});

/** Reads the sheets of `resources/scoring`, by code. Throws on a malformed file. */
export function loadPresets(resourcesDir: string): Preset[] {
  const folder = join(resourcesDir, 'scoring');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parsePreset(readFileSync(join(folder, file), 'utf8')));
}

/** A file in the format of cells handbook 5.7; its grade `weak` is our `poor`. Throws ZodError. */
export function parsePreset(yaml: string): Preset {
  const file: unknown = parse(yaml, (_, value: unknown) => (value === 'weak' ? 'poor' : value));
  const { code, name, scope } = head.parse(file);
  const definition = sheetDefinition.parse({ ...z.looseObject({}).parse(file), cell_types: scope.cell_types });
  return { code, name, definition };
}
