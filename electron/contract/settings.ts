import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, officeLevel } from './values.ts';

const line = z.string().trim();

/** Who the office is, as its documents say it. */
const officeFacts = z.object({
  name: line.min(1),
  level: officeLevel,
  superior: line.min(1),
  place: line.min(1),
  /** Who issues documents, where that is not the committee itself. */
  issuer: line.min(1),
  advisory_body: line.min(1),
  /** `HU`, `ĐU`: the body's part of a symbol. */
  body_code: line.min(1),
  report_receiver: line.min(1),
});

const signer = z.object({
  name: line,
  title: line.min(1),
  /** `T/M BAN THƯỜNG VỤ`, `K/T TRƯỞNG BAN`; empty where the title stands alone. */
  authority: line,
  /** Symbol of the body whose documents are signed (`BTCHU`); null: as the authority says. */
  signs_for: line.min(1).nullable().default(null),
  valid_from: isoDate.nullable().default(null),
  valid_to: isoDate.nullable().default(null),
});

/**
 * A body of the office that issues documents, beside those of today that the office's own facts name: further advisory
 * bodies, a congress, and who issued before an office was converted (document format, 5.1).
 */
const issuingBody = z.object({
  issuer: z.enum(['committee', 'advisory_body', 'congress']),
  /** Line 2 of the header: `Văn phòng`, `Đại hội đại biểu lần thứ XXV`. */
  name: line.min(1),
  /** Line 1; null: the committee above an advisory body, the superior party organisation above a committee. */
  superior: line.min(1).nullable(),
  body_code: line.min(1),
  /** Where it is signed; null: as the office. */
  place: line.min(1).nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
});

/** Signers, recipients, symbols and further bodies: what documents are headed by and end with. */
export const signing = z.object({
  signers: z.array(signer),
  recipients: z.array(line.min(1)),
  /** Symbol of the advisory body: `BTCHU`, `BXDĐ`. */
  advisory_code: line,
  bodies: z.array(issuingBody).default([]),
});

const levelNames = z.object({ province: line.min(1), district: line.min(1), commune: line.min(1) });

const term = z.object({
  id,
  name: z.string(),
  level: z.enum(['province', 'district', 'commune', 'cell']).nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
});

const codeEntry = z.object({
  id,
  code: z.string(),
  label: z.string(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** Not in force today. */
  ended: z.boolean(),
});

const preset = officeFacts
  .pick({ advisory_body: true, body_code: true, report_receiver: true })
  .extend({ level: officeLevel, label: z.string(), advisory_code: z.string(), recipients: z.array(z.string()) });

const done = z.object({ id });

export const settingsContract = {
  get: procedure.output(
    z.object({ office: officeFacts, signing, level_names: levelNames, terms: z.array(term), presets: z.array(preset) }),
  ),
  /** A name that was written wrongly is corrected; a new name from a day is a change of the organisation. */
  saveOffice: procedure.input(z.object({ office: officeFacts, level_names: levelNames })).output(z.null()),
  saveSigning: procedure.input(signing).output(z.null()),
  /** `id` null: a new term. */
  saveTerm: procedure.input(term.extend({ id: id.nullable(), name: line.min(1) })).output(done),
  /** Refused while posts name it. */
  removeTerm: procedure.input(z.object({ id })).output(done),
  codeLists: procedure.output(z.array(z.object({ list: z.string(), label: z.string(), entries: z.array(codeEntry) }))),
  addCode: procedure.input(z.object({ list: z.string(), label: line.min(1) })).output(done),
  /** `valid_to`: the last day it may be chosen; what has it keeps it. */
  changeCode: procedure.input(z.object({ id, label: line.min(1), valid_to: isoDate.nullable() })).output(done),
  moveCode: procedure.input(z.object({ id, by: z.union([z.literal(-1), z.literal(1)]) })).output(done),
};

export type OfficeFacts = z.infer<typeof officeFacts>;
export type Signing = z.infer<typeof signing>;
/** As it is saved: what an older program did not know may be missing. */
export type SigningInput = z.input<typeof signing>;
export type IssuingBody = z.infer<typeof issuingBody>;
export type LevelNames = z.infer<typeof levelNames>;
export type TermRecord = z.infer<typeof term>;
export type CodeEntry = z.infer<typeof codeEntry>;
export type OfficePresetRecord = z.infer<typeof preset>;
