import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';

const points = z.number().min(6).max(40);
const twips = z.number().int().min(0).max(20_000);
const sized = z.strictObject({ pt: points });
const columns = z.tuple([twips, twips]);
const isoDate = z.string().transform((text, context): IsoDate => {
  const date = parseIsoDate(text);
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'not a date YYYY-MM-DD' });
  return z.NEVER;
});

/** What a file under `resources/formats/` may say. Sizes in pt, lengths in twips; see the comments in `hd36.yaml`. */
const formatProfile = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  valid_from: isoDate.nullable(),
  page: z.strictObject({
    width: twips,
    height: twips,
    top: twips,
    bottom: twips,
    left: twips,
    right: twips,
    header: twips,
  }),
  font: z.string().regex(/^[\p{L}\p{N} -]+$/u, 'letters, digits, blanks and hyphens only'),
  language: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/u),
  spelling: z.enum(['as_typed', 'new', 'old']),
  page_number: sized,
  header_table: z.strictObject({ columns, condense: twips.max(20), break_before: z.array(z.string()) }),
  party_title: z.strictObject({ text: z.string(), pt: points, rule: twips }),
  superior: sized,
  issuer: sized,
  star: z.strictObject({ text: z.string(), pt: points }),
  number_and_symbol: z.strictObject({ pt: points, pattern: z.string(), gap: z.string() }),
  place_date: z.strictObject({ pt: points, gap: z.string() }),
  document_kind: z.strictObject({ pt: points, before: twips }),
  subject: z.strictObject({ pt: points, rule: z.string() }),
  letter_subject: z.strictObject({ pt: points, prefix: z.string() }),
  marks: z.strictObject({ pt: points, secrecy_framed: z.boolean(), urgency_framed: z.boolean() }),
  addressee: z.strictObject({
    pt: points,
    letter_label: z.string(),
    submission_label: z.string(),
    separator: z.string(),
    end: z.string(),
  }),
  // HD 05: exactly 18 to 22 pt; HD 36 says at least 18 (document format, 3.1).
  body: z.strictObject({ pt: points, first_line: twips, before: twips, line: twips.min(360).max(440) }),
  table: sized,
  signing_authority: sized,
  position: sized,
  signer: z.strictObject({ pt: points, gap_lines: z.number().int().min(1).max(8) }),
  recipients: z.strictObject({
    as_above: z.string(),
    label: z.string(),
    label_pt: points,
    pt: points,
    separator: z.string(),
    end: z.string(),
  }),
  sign_table: z.strictObject({ columns, before: twips }),
  divisions: z.strictObject({ part: z.string(), chapter: z.string(), section: z.string(), article: z.string() }),
  annex: z.strictObject({
    label: z.string(),
    pt: points,
    numbering: z.enum(['arabic', 'roman']),
    own_page_numbers: z.boolean(),
    letter_kind: z.string(),
  }),
  sheet: z.strictObject({
    header_pt: points,
    annex_line_pt: points,
    title_pt: points,
    subtitle_pt: points,
    unit_pt: points,
    column_number_pt: points,
    body_pt: points,
    wide_from: z.number().int().positive(),
    wide_body_pt: points,
    notes_pt: points,
    sign_pt: points,
    hint_pt: points,
  }),
});

export type FormatProfile = z.infer<typeof formatProfile>;

/** A profile file that cannot be used; the message names the file and the field. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

/** Reads one profile from YAML. Throws ProfileError. */
export function parseFormatProfile(yaml: string, fileName: string): FormatProfile {
  const parsed = formatProfile.safeParse(readYaml(yaml, fileName));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ProfileError(`Mẫu thể thức ${fileName} có chỗ sai: ${fields.join('; ')}`);
}

function readYaml(yaml: string, fileName: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    throw new ProfileError(`Mẫu thể thức ${fileName} không đọc được: ${String(error)}`);
  }
}

/** All profiles in `<resourcesDir>/formats`, oldest first. Throws ProfileError. */
export function loadFormatProfiles(resourcesDir: string): FormatProfile[] {
  const folder = join(resourcesDir, 'formats');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseFormatProfile(readFileSync(join(folder, name), 'utf8'), name))
    .sort((a, b) => beginning(a).localeCompare(beginning(b)));
}

function beginning(profile: FormatProfile): string {
  return profile.valid_from ?? '';
}

/**
 * The profile in force on a document's date: HD 36 up to 26/5/2026, HD 05 from 27/5/2026 (document format, 1.1).
 * Throws ProfileError when no profile covers the day.
 */
export function profileForDate(profiles: readonly FormatProfile[], date: IsoDate): FormatProfile {
  const inForce = profiles.filter((profile) => beginning(profile) <= date);
  const latest = inForce.reduce<FormatProfile | undefined>(
    (best, profile) => (best === undefined || beginning(profile) >= beginning(best) ? profile : best),
    undefined,
  );
  if (latest === undefined) throw new ProfileError(`Không có mẫu thể thức cho văn bản ngày ${date}`);
  return latest;
}
