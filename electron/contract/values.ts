import { z } from 'zod';

/** A day, `2024-07-03`. */
export const isoDate = z.iso.date();
/** A month, `2024-07`: the period of a meeting. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** A day, a month or a year, as far as it is known: `1990-05-19`, `1990-05`, `1990`. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
/** A reporting period: `2024-07`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024`. */
export const reportPeriod = z.string().regex(/^\d{4}(-(\d{2}|Q[1-4]|H[12]|9M))?$/);
/** `19:30`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const id = z.string().min(1);
/** Ids of a whole list, a hundred thousand of them: one look over the array, where a parse of each takes ten times as long. */
export const idList = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== ''),
);
/** An entry of a code list. What the office no longer uses is `ended`: a label of old records, no choice for new ones. */
export const codeChoice = z.object({ code: z.string(), label: z.string(), ended: z.boolean() });
export type CodeChoice = z.infer<typeof codeChoice>;

export const officeLevel = z.enum(['province', 'district', 'commune']);
export const organisationKind = z.enum([
  'committee',
  'grassroots_committee',
  'sub_committee',
  'grassroots_cell',
  'cell',
]);
export const gender = z.enum(['male', 'female']);
export const standing = z.enum(['full', 'probationary']);
export const statusKind = z.enum([
  'active',
  'exempt',
  'reduced',
  'temporarily_exempt',
  'temporarily_away',
  'temporarily_received',
  'suspended',
  'transferred_out',
  'name_removed',
  'withdrawn',
  'expelled',
  'deceased',
  'armed_forces_special_duty',
]);
export const committeePosition = z.enum(['secretary', 'deputy_secretary', 'committee_member']);
export const memberHistoryKind = z.enum(['work', 'training', 'reward', 'badge', 'discipline', 'abroad', 'gap']);
export const assignmentRole = z.enum(['attend', 'area_in_charge', 'follow', 'team_leader', 'team_member']);
export const meetingKind = z.enum([
  'regular',
  'thematic',
  'regular_with_thematic',
  'extraordinary',
  'cell_committee',
  'congress',
]);
export const meetingMode = z.enum(['in_person', 'online', 'hybrid']);
export const meetingState = z.enum(['planned', 'held', 'postponed', 'not_held']);
export const grade = z.enum(['good', 'fair', 'average', 'poor']);
export const attendanceResult = z.enum(['present', 'absent_excused', 'absent_unexcused', 'not_due']);
export const visitBasis = z.enum(['assigned', 'substitute', 'outside', 'unlisted', 'own_cell']);

/** A file the data side has just made; the host gives it to the person by its id, never by a path. */
export const madeFile = z.object({ id: z.string(), name: z.string(), size: z.int() });

export type MadeFile = z.infer<typeof madeFile>;

/** How far work is that a screen waits for: what is being done, in words, and how much of how many. */
export const progressEvent = z.object({ type: z.literal('progress'), step: z.string(), done: z.int(), of: z.int() });
