import type { Finding } from '../../../contract/frozen.ts';
import type { OfficialDocument } from '../../documents/model.ts';
import type { IsoDate } from '../../vietnamese/dates.ts';
import type { Description } from '../description.ts';
import type { DocumentFields } from '../document.ts';
import type { FigureEntity } from '../figure.ts';
import type { ReportList, ReportRow, ReportScope } from '../report.ts';
import type { ReportColumn, ReportForm } from '../report-forms.ts';
import type { SendingOffice } from '../report-workbook.ts';

/** Values as they were printed, beside the figures that gave them. */
export type Values = Readonly<Record<string, number | null>>;

export interface FrozenRow extends ReportRow {
  values: Values;
}

/**
 * All that a report or a document said when it was frozen, with the words of every record behind its figures, so that it
 * can be read when those are gone (handbook R40). Of a document the rows are the figures of its text.
 */
export interface FrozenContent {
  code: string;
  title: string;
  periodLabel: string;
  /** The day it was made on: asked again as of that day, only what was corrected since is different. */
  madeOn: IsoDate;
  columns: readonly (ReportColumn & { group: string | null })[];
  rules: readonly { name: string; version: string }[];
  rows: readonly FrozenRow[];
  total: Pick<FrozenRow, 'figures' | 'values'>;
  notes: readonly string[];
  words: Words;
  /** What disagreed when it was issued: told to it by who freezes it. */
  findings: readonly Finding[];
  /** How far the log reached, as the file bears it (`office-file/log-heads.ts`); nothing in those frozen before that. */
  logHead?: string | null;
  report: FrozenForm | null;
  document: FrozenText | null;
}

/** What a return form is printed from, beside its figures. */
export interface FrozenForm {
  scope: ReportScope;
  form: ReportForm;
  unitName: string | null;
  /** The office as it was called. */
  office: SendingOffice;
  lists: readonly ReportList[];
}

export interface FrozenText {
  name: string;
  official: OfficialDocument;
  fields: DocumentFields;
  /** Of one that stands for another, the paragraph and the annex that say so: no words of the document itself. */
  adjustment?: { note: string; annex: string | null };
  /** The office's own Word template it was printed by, base64; null: the built-in layout. */
  template: string | null;
  /** Code and spelling of the format it was printed in. */
  format: string;
  spelling: 'as_typed' | 'new' | 'old';
}

/** What the records behind the figures were called. */
export class Words {
  readonly #words = new Map<string, Description & { entity: FigureEntity; id: string }>();

  add(entity: FigureEntity, id: string, { label, context }: Description): void {
    this.#words.set(`${entity} ${id}`, { entity, id, label, context });
  }

  /** The id itself for a record there is no word of. */
  of(entity: FigureEntity, id: string): Description {
    return this.#words.get(`${entity} ${id}`) ?? { label: id, context: '' };
  }

  all(): readonly (Description & { entity: FigureEntity; id: string })[] {
    return [...this.#words.values()];
  }
}
