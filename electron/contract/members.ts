import { z } from 'zod';
import { procedure } from './errors.ts';
import { eventChoice, eventInput, eventPreview, eventRecord, expiringRecord, statusRecord } from './member-events.ts';
import {
  committeePost,
  historyEntry,
  memberAttendance,
  memberCheck,
  memberForm,
  memberTask,
  partyAge,
  relative,
} from './member-form.ts';
import { memberRecord } from './member-record.ts';
import {
  codeChoice,
  committeePosition,
  gender,
  id,
  idList,
  isoDate,
  partialDate,
  standing,
  statusKind,
} from './values.ts';

export const memberSort = z.enum(['name', 'birth_date', 'admission_date', 'cell']);

export const memberQuery = z.object({
  as_of: isoDate.optional(),
  /** Words in the name or a card number, without diacritics. */
  text: z.string().optional(),
  /** A cell, or an organisation with all cells under it. */
  organisation_id: id.optional(),
  status: statusKind.optional(),
  standing: standing.optional(),
  gender: gender.optional(),
  /** Only those in the membership (default, unless a status is asked for), or everybody ever recorded. */
  counted_only: z.boolean().optional(),
  sort: memberSort.optional(),
  descending: z.boolean().optional(),
});

/** A choice of a code list: `ethnic_groups`, `religions`, `general_education`, … */
const listedCode = codeChoice.extend({ list: z.string() });

/** Under the list: of all that fit, not of those in view. */
const memberCounts = z.object({ total: z.int(), women: z.int(), probationary: z.int(), exempt: z.int() });

const codeLists = z.array(listedCode);

/** The full page of one member. */
const memberDossier = z.object({
  member: memberRecord,
  form: memberForm,
  check: memberCheck,
  events: z.array(eventRecord),
  statuses: z.array(statusRecord),
  history: z.array(historyEntry),
  relatives: z.array(relative),
  posts: z.array(committeePost),
  party_age: partyAge,
  tasks: z.array(memberTask),
  attendance: z.array(memberAttendance),
});

/** The lists a member's form chooses from, and the terms of posts. */
const memberChoices = z.object({ codes: codeLists, terms: z.array(z.object({ id, name: z.string() })) });

export const membersContract = {
  list: procedure.input(memberQuery).output(z.array(memberRecord)),
  /** Ids in order, and the counts under the list. The rows are fetched by id as they come into view. */
  ids: procedure.input(memberQuery).output(
    z.object({
      ids: idList,
      counts: memberCounts,
    }),
  ),
  /**
   * The first of them with their rows, at most `most`, and the counts of all: what is drawn at every letter of the search.
   * The ids of a hundred thousand would take longer on their way than the question itself.
   */
  first: procedure
    .input(memberQuery.extend({ most: z.int().min(1).max(500) }))
    .output(z.object({ rows: z.array(memberRecord), counts: memberCounts })),
  rows: procedure
    .input(z.object({ ids: z.array(id).max(500), as_of: isoDate.optional() }))
    .output(z.array(memberRecord)),
  get: procedure.input(z.object({ id, as_of: isoDate.optional() })).output(
    z.object({
      member: memberRecord,
      home_text: z.string().nullable(),
      professional_field: z.string().nullable(),
      note: z.string().nullable(),
      /** What happened, newest first, in words. */
      timeline: z.array(z.object({ date: partialDate.nullable(), text: z.string() })),
      sources: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
    }),
  ),
  /** The full page: form, events, statuses, child rows, posts, party age, tasks and attendance as of a day. */
  dossier: procedure.input(z.object({ id, as_of: isoDate.optional() })).output(memberDossier),
  choices: procedure.output(memberChoices),
  /** What is wrong or odd about a form, and who may be the same person; nothing is written. */
  check: procedure
    .input(z.object({ id: id.nullable(), form: memberForm, standing: standing.nullable() }))
    .output(memberCheck),
  /** A new member with the event that brings him or her: KET_NAP, KET_NAP_LAI, CHUYEN_DEN or TAM_THOI_DEN. */
  create: procedure.input(z.object({ form: memberForm, event: eventInput })).output(z.object({ id })),
  /** `opened`: the form as it was when typing began. `conflict` where somebody else has changed the same field since. */
  save: procedure.input(z.object({ id, form: memberForm, opened: memberForm.optional() })).output(z.object({ id })),
  saveHistory: procedure.input(z.object({ id, entries: z.array(historyEntry) })).output(z.object({ id })),
  saveRelatives: procedure.input(z.object({ id, entries: z.array(relative) })).output(z.object({ id })),
  /**
   * The events that can happen to a member now; without an id, those that bring a new one; with `replaces`, as if that
   * latest event had not been.
   */
  eventChoices: procedure.input(z.object({ id: id.nullable(), replaces: id.optional() })).output(z.array(eventChoice)),
  /** What an event would do. With `replaces`, as if that latest event had not been. */
  previewEvent: procedure
    .input(z.object({ id: id.nullable(), event: eventInput, replaces: id.optional() }))
    .output(eventPreview),
  recordEvent: procedure
    .input(z.object({ id, event: eventInput, replaces: id.optional() }))
    .output(z.object({ event_id: id })),
  /** Takes back the latest event. */
  removeEvent: procedure.input(z.object({ event_id: id })).output(z.object({ id })),
  /** The receiving side has confirmed a transfer out. */
  confirmTransfer: procedure.input(z.object({ event_id: id, received_on: isoDate })).output(z.object({ id })),
  /** Statuses that end or are to be looked at by `as_of` plus the days of the rule `expiry_alert`; earliest first. */
  expiring: procedure
    .input(z.object({ as_of: isoDate.optional(), organisation_id: id.optional() }))
    .output(z.array(expiringRecord)),
  /** A post in a cell committee; `replace` ends that of the secretary in office on the eve. */
  appointPost: procedure
    .input(
      z.object({
        member_id: id,
        cell_id: id,
        position: committeePosition,
        from: isoDate,
        term_id: id.nullable(),
        decision: z.string().nullable(),
        replace: z.boolean(),
      }),
    )
    .output(z.object({ id })),
  endPost: procedure.input(z.object({ id, on: isoDate, reason: z.string().nullable() })).output(z.object({ id })),
};

export type { MemberRecord } from './member-record.ts';
export type MemberQuery = z.infer<typeof memberQuery>;
export type MemberDossier = z.infer<typeof memberDossier>;
export type MemberChoices = z.infer<typeof memberChoices>;
