import { z } from 'zod';
import { documentAbout, documentIssuer, documentState, issueOptions } from './documents.ts';
import { procedure } from './errors.ts';
import { organisationBasis } from './reports.ts';
import { id, isoDate } from './values.ts';

const line = z.string().trim();
const relation = z.enum(['replaces', 'supplements']);

/** Whose series of numbers: the office's body of this symbol, or a cell. */
const series = z.object({
  kind_code: line.min(1),
  issuer: documentIssuer,
  /** The cell that issues; null: the office. */
  organisation_id: id.nullable(),
  /** `HU`, `BTCHU`, `CB`, `ĐH`. */
  body_code: line.min(1),
});

/** What a clerk writes of a document in the register. */
const registerForm = series.extend({
  number: z.int().positive().nullable(),
  date: isoDate.nullable(),
  subject: line.min(1),
  signer_name: line.nullable(),
  signer_title: line.nullable(),
  signing_authority: line.nullable(),
  receiver: line.nullable(),
  replaces_id: id.nullable(),
  relation: relation.nullable(),
  note: line.nullable(),
});

const registerRow = registerForm.extend({
  id,
  /** Which of the program's documents (`BC-09`); `other` for one made outside the program. */
  code: z.string(),
  /** What it is about; null for a document made outside the program. */
  about: documentAbout.nullable(),
  /** `Báo cáo`. */
  kind: z.string(),
  issuer_name: z.string(),
  /** `05-BC/HU`; null while it has no number. */
  symbol: z.string().nullable(),
  term_id: id.nullable(),
  /** The committee's term its number belongs to; null where none is recorded. */
  term: z.string().nullable(),
  state: documentState,
  sent_on: isoDate.nullable(),
  returned_on: isoDate.nullable(),
  /** `thay thế 05-BC/HU`; null where it stands alone. */
  related_to: z.string().nullable(),
  file_name: z.string().nullable(),
  /** What was issued, as it was (R40); null for what was not issued by the program. */
  frozen_id: id.nullable(),
  /** What may be done with it next. */
  next_states: z.array(documentState),
});

/** A series of numbers and what is wrong with it. */
const seriesCheck = z.object({
  /** `Báo cáo, BC/HU, nhiệm kỳ 2020–2025`. */
  label: z.string(),
  first: z.int(),
  last: z.int(),
  count: z.int(),
  /** Numbers between the first and the last that no document has. */
  gaps: z.array(z.object({ from: z.int(), to: z.int() })),
  duplicates: z.array(z.int()),
  /** Numbers dated before a smaller number of the series. */
  out_of_order: z.array(z.int()),
});

const proposal = z.object({
  number: z.int(),
  term: z.string().nullable(),
  /** The last document of the series. */
  last: z.object({ symbol: z.string(), date: isoDate.nullable() }).nullable(),
  /** Why numbers may not begin where they should: no term is recorded. */
  hint: z.string().nullable(),
});

const signatory = z.object({ name: z.string(), title: z.string(), authority: z.string() });

const kind = z.object({
  code: line.min(1),
  name: line.min(1),
  not_for: z.array(z.enum(['grassroots_committee', 'standing_committee', 'cell'])),
});

const choices = z.object({
  kinds: z.array(kind),
  /** Bodies of the office on the day, the committee first. */
  bodies: z.array(z.object({ issuer: documentIssuer, name: z.string(), body_code: z.string() })),
  /** What may stand under a text, with the positions that go with it. */
  signing_lines: z.array(z.object({ authority: z.string(), titles: z.array(z.string()) })),
  terms: z.array(z.object({ id, name: z.string() })),
});

/** `basis`: of a table, by which organisation its past is counted. */
const question = z.object({ code: z.string(), about: documentAbout, basis: organisationBasis.optional() });

const prepared = z.object({
  /** A table of figures takes number, day and signer only. */
  form: z.enum(['document', 'table']),
  /** There is something to hold against other reports. */
  has_figures: z.boolean(),
  kind_code: z.string(),
  kind: z.string(),
  issuer_name: z.string(),
  body_code: z.string(),
  subject: z.string(),
  options: issueOptions,
  /** Minutes carry no number unless the office wants one. */
  unnumbered: z.boolean(),
  proposal,
  /** Who may sign on the document's day, the usual one first. */
  signers: z.array(signatory),
  /** Printed where no others are chosen. */
  recipients: z.array(z.string()),
  formats: z.array(z.object({ code: z.string(), name: z.string() })),
  /** The document as it stands in the register. */
  row: registerRow.nullable(),
  /** What was issued or frozen before: a later one replaces or supplements it, with a reason. */
  frozen_id: id.nullable(),
});
const done = z.object({ id });

export const registerContract = {
  /** The latest first. `text`: in symbol, subject, receiver and signer, without diacritics. */
  list: procedure
    .input(
      z.object({
        kind_code: z.string().optional(),
        term_id: id.optional(),
        state: documentState.optional(),
        from: isoDate.optional(),
        to: isoDate.optional(),
        text: z.string().optional(),
      }),
    )
    .output(z.array(registerRow)),
  /** Every series that has a gap, a number twice, or numbers against the order of days. */
  checks: procedure.output(z.array(seriesCheck)),
  choices: procedure.input(z.object({ on: isoDate.optional() })).output(choices),
  /** The next number of a series, by the term of the day. */
  next: procedure.input(series.extend({ date: isoDate.nullable() })).output(proposal),
  /** What the issue dialog starts from, for one document of the program. */
  prepare: procedure.input(question).output(prepared),
  /** What disagrees with the rules, in words; nothing of it forbids to issue. `relation`: that it is to have. */
  check: procedure
    .input(question.extend({ options: issueOptions, relation: relation.optional() }))
    .output(z.object({ warnings: z.array(z.string()), proposal })),
  /**
   * Issues a document or a table of the program with what was chosen for it: the register, what it says with its figures,
   * and its file, in one transaction (R40). One that was issued is issued anew only with `relation` and `reason`. Without
   * number or date, or with `state: draft`, it is a draft of the register only; a table is none.
   */
  issue: procedure
    .input(
      question.extend({
        options: issueOptions,
        relation: relation.optional(),
        reason: line.min(1).optional(),
        state: z.literal('draft').optional(),
        receiver: line.optional(),
      }),
    )
    .output(registerRow),
  /** `id` null: a new document made outside the program. */
  save: procedure.input(z.object({ id: id.nullable(), form: registerForm })).output(done),
  checkForm: procedure
    .input(z.object({ id: id.nullable(), form: registerForm }))
    .output(z.object({ warnings: z.array(z.string()), proposal })),
  /** `on`: the day it was sent or returned. */
  setState: procedure
    .input(z.object({ id, state: documentState, on: isoDate.optional(), receiver: line.optional() }))
    .output(done),
  /** Drafts only: what was issued stays. */
  remove: procedure.input(z.object({ id })).output(done),
  /** The office's own kinds of document; null: those of the program again. */
  saveKinds: procedure.input(z.object({ kinds: z.array(kind).min(1).nullable() })).output(z.null()),
};

export type RegisterRow = z.infer<typeof registerRow>;
export type RegisterForm = z.infer<typeof registerForm>;
export type SeriesCheck = z.infer<typeof seriesCheck>;
export type NumberProposal = z.infer<typeof proposal>;
export type DocumentKind = z.infer<typeof kind>;
export type PreparedIssue = z.infer<typeof prepared>;
export type RegisterChoices = z.infer<typeof choices>;
