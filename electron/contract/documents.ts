import { z } from 'zod';
import { procedure } from './errors.ts';
import { explanation } from './reports.ts';
import { id, isoDate, madeFile, reportPeriod } from './values.ts';

/** What one document is about: a period, a unit in it, a record (the meeting of minutes, the visit of a visit report). */
export const documentAbout = z.object({ period: reportPeriod.optional(), unit: id.optional(), id: id.optional() });

export const documentIssuer = z.enum(['committee', 'advisory_body', 'cell', 'congress']);
export const documentSubject = z.enum(['meeting', 'visit', 'official', 'organisation', 'decision', 'member']);
export const documentState = z.enum(['draft', 'presented', 'signed', 'sent', 'returned']);
export const secrecy = z.enum(['Mật', 'Tối mật', 'Tuyệt mật']);
export const urgency = z.enum(['Khẩn', 'Thượng khẩn', 'Hỏa tốc']);

const signatory = z.object({ name: z.string(), title: z.string(), authority: z.string() });

/** How one document is issued; what is null follows the office and the format of the day. */
export const issueOptions = z.object({
  number: z.int().positive().nullable(),
  date: isoDate.nullable(),
  /** Who signs; null: the first of the office's signers who may. */
  signer: signatory.nullable(),
  /** In place of those the document itself and the office name. */
  recipients: z.array(z.string()).nullable(),
  secrecy: secrecy.nullable(),
  urgency: urgency.nullable(),
  /** `Dự thảo lần 1`, `Tài liệu hội nghị`. */
  marks: z.array(z.string()),
  /** `cấp uỷ` or `cấp ủy` throughout this document; null: as its format says. */
  spelling: z.enum(['as_typed', 'new', 'old']).nullable(),
  duplex: z.boolean(),
  /** Code of a format (`HD36`) in place of the one of the document's date. */
  format: z.string().nullable(),
});

const question = z.object({ code: z.string(), about: documentAbout });

/** Words of the clerk for a paragraph that the document does not have any more. They are kept and printed nowhere. */
const goneParagraph = z.object({ key: z.string(), generated: z.string(), edited: z.string() });

/** A paragraph the clerk may write anew. */
const editableParagraph = z.object({
  key: z.string(),
  /** As the program writes it today. */
  generated: z.string(),
  /** As the clerk wrote it; empty: left out of the document; null: not touched. */
  edited: z.string().nullable(),
  /** What the program had written when the clerk edited it, where that is no longer what it writes; else null. */
  generated_then: z.string().nullable(),
});

export const documentsContract = {
  /** The kinds of document there are. */
  catalogue: procedure.output(
    z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        kind_code: z.string(),
        issuer: documentIssuer,
        /** What `about.id` names; null: a period is enough. */
        subject: documentSubject.nullable(),
      }),
    ),
  ),
  /** The documents a period calls for, of the whole office or of one unit. */
  list: procedure
    .input(
      z.object({
        period: reportPeriod,
        unit: id.optional(),
        code: z.string().optional(),
        /** Only what is about this record. */
        record: z.object({ subject: documentSubject, id }).optional(),
      }),
    )
    .output(z.array(z.object({ code: z.string(), title: z.string(), name: z.string(), about: documentAbout }))),
  /** The document as it will print; `options` in place of the saved ones while a clerk is choosing. */
  preview: procedure.input(question.extend({ options: issueOptions.optional() })).output(
    z.object({
      html: z.string(),
      css: z.string(),
      title: z.string(),
      options: issueOptions,
      paragraphs: z.array(editableParagraph),
      gone: z.array(goneParagraph),
      /** The figures in the text, by the key that the preview's elements carry in `data-link`. */
      figures: z.array(z.object({ key: z.string(), label: z.string(), value: z.number().nullable() })),
      warnings: z.array(z.string()),
    }),
  ),
  /** The records behind a figure of the text. */
  explain: procedure.input(question.extend({ figure: z.string() })).output(explanation),
  /** The clerk's wording of a paragraph; null: the program's again. */
  saveText: procedure.input(question.extend({ paragraph: z.string(), text: z.string().nullable() })).output(z.null()),
  file: procedure
    .input(question.extend({ format: z.enum(['docx', 'html']), options: issueOptions.optional() }))
    .output(z.object({ file: madeFile })),
};

export type DocumentAbout = z.infer<typeof documentAbout>;
export type DocumentSubject = z.infer<typeof documentSubject>;
export type IssueOptions = z.infer<typeof issueOptions>;
export type EditableParagraph = z.infer<typeof editableParagraph>;
export type GoneParagraph = z.infer<typeof goneParagraph>;

/** Nothing chosen: a draft without number and date. */
export const unissued: IssueOptions = {
  number: null,
  date: null,
  signer: null,
  recipients: null,
  secrecy: null,
  urgency: null,
  marks: [],
  spelling: null,
  duplex: false,
  format: null,
};
