import { z } from 'zod';
import { id, isoDate, month, partialDate, standing, statusKind } from './values.ts';

const text = z.string().nullable();

/** Codes of the membership events that can be recorded (members handbook 1.6), in the order they are offered. */
export const eventCode = z.enum([
  'KET_NAP',
  'KET_NAP_LAI',
  'CHUYEN_DEN',
  'TAM_THOI_DEN',
  'CHINH_THUC',
  'NOI_BO',
  'CHUYEN_DI',
  'TAM_THOI_DI',
  'RA_NUOC_NGOAI',
  'MIEN_SH',
  'GIAM_MIEN_CT',
  'TAM_MIEN',
  'DINH_CHI',
  'GIA_HAN',
  'TRO_LAI',
  'XOA_TEN',
  'XIN_RA',
  'KHAI_TRU',
  'TU_TRAN',
  'HUY_KN',
  'PHUC_HOI',
]);

/** What may be said of an event; which of it an event asks is in `eventChoice.fields`. */
export const eventInput = z.object({
  code: eventCode,
  date: isoDate.nullable(),
  to_cell_id: id.nullable(),
  /** A place or party organisation outside the office. */
  place: text,
  standing: standing.nullable(),
  decision_number: text,
  decision_date: isoDate.nullable(),
  paper_number: text,
  paper_date: isoDate.nullable(),
  dues_paid_to: month.nullable(),
  ends_on: isoDate.nullable(),
  review_on: isoDate.nullable(),
  sponsor_1: text,
  sponsor_2: text,
  reason: text,
  document: text,
  note: text,
});

export const eventFieldName = eventInput.omit({ code: true }).keyof();

/** An event that can happen to a member now, with the fields it asks. */
export const eventChoice = z.object({
  code: eventCode,
  label: z.string(),
  fields: z.array(z.object({ name: eventFieldName, label: z.string(), required: z.boolean() })),
});

/** What an event would do, in words; `problem` names the field that makes it impossible. */
export const eventPreview = z.object({
  sentences: z.array(z.string()),
  warnings: z.array(z.string()),
  problem: z.object({ field: eventFieldName.or(z.literal('code')), message: z.string() }).nullable(),
});

/** An event as it was recorded. */
export const eventRecord = z.object({
  id,
  code: z.string(),
  label: z.string(),
  date: partialDate.nullable(),
  /** From where, to where, papers, reason: in words. */
  words: z.string(),
  /** A formal transfer out for which no receipt has come back (R25). */
  in_transit: z.boolean(),
  /** The latest, recorded by the program: it can be taken back or recorded anew. */
  removable: z.boolean(),
  /** What was typed, for recording it anew; only of a removable one. */
  input: eventInput.nullable(),
});

export const statusRecord = z.object({
  id,
  cell: z.string(),
  standing,
  kind: statusKind,
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  expected_end: isoDate.nullable(),
  review_on: isoDate.nullable(),
  place: text,
});

export const expiringWhat = z.enum([
  'ceremony',
  'probation',
  'temporarily_away',
  'temporarily_received',
  'temporarily_exempt',
  'exemption_review',
  'exemption_end',
  'suspension_end',
  'transfer_paperwork',
]);

/** A status that ends, or is to be looked at, on `day`; `days_left` is negative when the day is past. */
export const expiringRecord = z.object({
  id,
  member_id: id,
  full_name: z.string(),
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  what: expiringWhat,
  words: z.string(),
  day: isoDate,
  days_left: z.int(),
});

export type EventCode = z.infer<typeof eventCode>;
export type EventInput = z.infer<typeof eventInput>;
export type EventFieldName = z.infer<typeof eventFieldName>;
export type EventChoice = z.infer<typeof eventChoice>;
export type EventPreview = z.infer<typeof eventPreview>;
export type EventRecord = z.infer<typeof eventRecord>;
export type ExpiringWhat = z.infer<typeof expiringWhat>;
export type ExpiringRecord = z.infer<typeof expiringRecord>;
