import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { quotaForm } from '../../contract/regulations.ts';

const presets = z.array(
  z.object({
    code: z.string(),
    place: z.string(),
    number_symbol: z.string(),
    date: z.iso.date().nullable(),
    issuing_body: z.string(),
    subject: z.string(),
    valid_from: z.iso.date().nullable(),
    quotas: z.array(quotaForm.omit({ id: true })),
  }),
);

export type RegulationPreset = z.infer<typeof presets>[number];

/** The regulations of handbook 1.1 (`presets/regulations.yaml`). Throws on a malformed file. */
export function loadRegulationPresets(resourcesDir: string): RegulationPreset[] {
  return presets.parse(parse(readFileSync(join(resourcesDir, 'presets', 'regulations.yaml'), 'utf8')));
}
