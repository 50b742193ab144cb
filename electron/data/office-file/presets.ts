import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IssuingBody } from '../../contract/settings.ts';

const preset = z.object({
  label: z.string(),
  root_kind: z.enum(['committee', 'grassroots_committee']),
  body_code: z.string(),
  advisory_body: z.string(),
  advisory_code: z.string(),
  report_receiver: z.string(),
  signers: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      authority: z.string(),
      signs_for: z.string().nullable().default(null),
    }),
  ),
  recipients: z.array(z.string()),
  /** Advisory bodies beside the one that keeps this book (document format, 5.1). */
  bodies: z.array(z.object({ name: z.string(), body_code: z.string() })).transform((bodies) =>
    bodies.map(
      (body): IssuingBody => ({
        ...body,
        issuer: 'advisory_body',
        superior: null,
        place: null,
        valid_from: null,
        valid_to: null,
      }),
    ),
  ),
});

const presets = z.object({ district: preset, commune: preset, province: preset });

export type OfficePresets = z.infer<typeof presets>;

/** Reads `presets/offices.yaml`. Throws when the file does not have its three presets. */
export function loadOfficePresets(resourcesDir: string): OfficePresets {
  return presets.parse(parse(readFileSync(join(resourcesDir, 'presets', 'offices.yaml'), 'utf8')));
}
