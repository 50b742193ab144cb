import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const preset = z.object({
  label: z.string(),
  root_kind: z.enum(['committee', 'grassroots_committee']),
  body_code: z.string(),
  advisory_body: z.string(),
  report_receiver: z.string(),
  prefixes: z.record(z.string(), z.string()),
});

const presets = z.object({ district: preset, commune: preset, province: preset });

export type OfficePreset = z.infer<typeof preset>;
export type OfficePresets = z.infer<typeof presets>;

/** Reads `presets/offices.yaml`. Throws when the file does not have its three presets. */
export function loadOfficePresets(resourcesDir: string): OfficePresets {
  return presets.parse(parse(readFileSync(join(resourcesDir, 'presets', 'offices.yaml'), 'utf8')));
}

/** `Huyện ủy Khe Sơn` -> `Đảng bộ huyện Khe Sơn`; a name without a known prefix stays as it is. */
export function organisationName(committee: string, { prefixes }: OfficePreset): string {
  const name = committee.normalize('NFC').replaceAll('uỷ', 'ủy');
  for (const [body, organisation] of Object.entries(prefixes)) {
    if (name.startsWith(`${body} `)) return `${organisation} ${name.slice(body.length + 1)}`;
  }
  return name;
}
