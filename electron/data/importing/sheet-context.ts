import type { FormIdentity } from '../collecting/form-identity.ts';
import type { Rules } from '../rules/read-rules.ts';
import type { OfficeLevel, Severity } from '../schema/column-types.ts';
import { type DateReading, type IsoDate, parseDateAsWritten } from '../vietnamese/dates.ts';
import { remembered } from '../vietnamese/remembered.ts';
import type { RowChoice } from './conversation/decisions.ts';
import { type ImportIssue, type IssueCode, type IssueDetail, issueAt } from './issues.ts';
import type { CodeBook, CodeList } from './match/code-book.ts';
import type { RecognisedSheet } from './recognise/recognise-sheet.ts';
import type { RowPlace } from './recognise/sheet-row.ts';
import type { RowsOfTable } from './recognise/table-rows.ts';
import type { TitleBlock } from './recognise/title-block.ts';

export interface SheetSay {
  choices: ReadonlyMap<number, RowChoice>;
  /** The clerk has decided which date columns are turned back: it is not worked out any more. */
  datesSettled: boolean;
  /** The organisation that rows belong to which name none. */
  unit: string | null;
}

/** The days of a century. */
const mostDates = 40_000;

export const nothingSaid: SheetSay = { choices: new Map(), datesSettled: false, unit: null };

/** A recognised sheet on its way to drafts: its rows, what is known about all of them, and what was found wrong. */
export class SheetContext {
  readonly file: string;
  readonly sheet: string;
  readonly recognised: RecognisedSheet;
  readonly rows: RowsOfTable;
  readonly title: TitleBlock;
  readonly today: IsoDate;
  readonly level: OfficeLevel;
  readonly codes: CodeBook;
  readonly rules: Rules;
  /** Serial numbers of the file count from 1904 (pitfall 4e). */
  readonly date1904: boolean;
  /** Of a form that the office sent and that came back; null for any other sheet. */
  readonly form: FormIdentity | null;
  /** What the clerk said of single rows, and of the dates and the unit of the whole sheet. */
  readonly decided: SheetSay;
  readonly issues: ImportIssue[] = [];
  readonly #reported = new Set<string>();
  /** Words that no entry of their code list is known by, with the rows they stand in. */
  readonly unknownWords: { list: CodeList; text: string }[] = [];
  /** Letters of the columns whose days and months were turned back (pitfall 4i). */
  readonly datesTurned = new Set<string>();
  readonly #birthDates = remembered(
    (line) => parseDateAsWritten(line, { today: this.today, kind: 'birth' }),
    mostDates,
  );
  readonly #eventDates = remembered(
    (line) => parseDateAsWritten(line, { today: this.today, kind: 'event' }),
    mostDates,
  );

  /** A form that says in words that there is nothing to report. */
  answersNone = false;

  constructor(
    parts: Pick<
      SheetContext,
      'file' | 'sheet' | 'recognised' | 'rows' | 'title' | 'today' | 'level' | 'codes' | 'rules' | 'form'
    > & { decided?: SheetSay; date1904?: boolean | undefined },
  ) {
    this.file = parts.file;
    this.sheet = parts.sheet;
    this.recognised = parts.recognised;
    this.rows = parts.rows;
    this.title = parts.title;
    this.today = parts.today;
    this.level = parts.level;
    this.codes = parts.codes;
    this.rules = parts.rules;
    this.form = parts.form;
    this.date1904 = parts.date1904 ?? false;
    this.decided = parts.decided ?? nothingSaid;
  }

  /** A date as written, of a birth or of anything else. A sheet has the same days again and again. */
  readDate(line: string, kind: 'birth' | 'event'): DateReading {
    return kind === 'birth' ? this.#birthDates(line) : this.#eventDates(line);
  }

  /** Notes an issue at a field of a row. */
  report(row: RowPlace, field: string | null, code: IssueCode, detail: IssueDetail = {}, severity?: Severity): void {
    const column = field === null ? null : row.column(field);
    const known = column === null ? detail : { heading: column.heading, ...detail };
    this.reportAt(row.number, column?.letter || null, code, known, severity);
  }

  /** Notes an issue at a row number, or of the whole sheet (null). */
  reportAt(
    row: number | null,
    column: string | null,
    code: IssueCode,
    detail: IssueDetail = {},
    severity?: Severity,
  ): void {
    this.issues.push(issueAt({ file: this.file, sheet: this.sheet, row, column }, code, detail, severity));
    if (row !== null) this.#reported.add(`${code}|${row}`);
  }

  /** Whether an issue was noted at a row: a sheet may have as many issues as rows. */
  hasReported(code: IssueCode, row: number): boolean {
    return this.#reported.has(`${code}|${row}`);
  }
}
