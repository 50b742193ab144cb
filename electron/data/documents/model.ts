import type { IsoDate } from '../vietnamese/dates.ts';

/**
 * An official document as data: what is said and in which role, nothing about fonts, sizes or spacing. Case, numbers of
 * headings, separators and the leading zeros of dates are the format profile's business, so give names as they are
 * written in running text (`Đảng bộ xã An Bình`, not capitals).
 */
export type OfficialDocument = {
  header: DocumentHeader;
  title: TitleBlock;
  addressees: Addressees | null;
  body: readonly Block[];
  signature: Signature;
  annexes: readonly Annex[];
  /** Margins mirrored on even pages, for printing on both sides. */
  duplex: boolean;
};

/** Boxes 1-4 and 10-11 of the official diagram (HD 36, Phụ lục 1). */
export type DocumentHeader = {
  /** Line 1, left: `Đảng bộ xã An Bình`; null at the highest level. */
  superior: string | null;
  /** Line 2, left. One entry is broken by meaning where it is too long; several entries are printed as given. */
  issuer: readonly string[];
  numberAndSymbol: NumberAndSymbol | null;
  placeAndDate: PlaceAndDate | null;
  secrecy?: 'Mật' | 'Tối mật' | 'Tuyệt mật';
  urgency?: 'Khẩn' | 'Thượng khẩn' | 'Hỏa tốc' | 'Hỏa tốc hẹn giờ';
  /** Under place and date: `Dự thảo lần 1`, `Tài liệu hội nghị`. */
  marks?: readonly string[];
};

/** `Số 05-BC/HU`; `number` null leaves a gap for the number. */
export type NumberAndSymbol = { number: number | null; kindCode: string; bodyCode: string };

/** An unsigned draft has no date: day and month stay gaps, the year is `draftYear`, or a gap too when null. */
export type PlaceAndDate = { place: string; date: IsoDate } | { place: string; date: null; draftYear: number | null };

export type TitleBlock =
  | {
      form: 'titled';
      /** `Biên bản` */
      documentKind: string;
      /** Begins with a small letter: `sinh hoạt chi bộ thường kỳ tháng 7 năm 2024`. */
      subject: string | null;
      /** Five hyphens under the title. */
      hyphens: boolean;
    }
  | { form: 'letter'; subject: string };

/** A Tờ trình (`submission`) has its own label under HD 05. Names without separators: the profile sets them. */
export type Addressees = { names: readonly string[]; submission: boolean };

/**
 * A line feed in `text` is a line break. `link`: what the preview's element carries so that a click finds what stands
 * behind the words; it is never printed.
 */
export type Run = { text: string; bold?: boolean; italic?: boolean; link?: string };

export type Block =
  | { kind: 'paragraph'; runs: readonly Run[]; align?: 'justify' | 'left' | 'center' | 'right'; link?: string }
  /** Numbered by the writer: 1 `I- TÊN MỤC`, 2 `1. `, 3 `1.1. `, 4 `a)`; each level restarts under the one above. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'item'; mark: '-' | '+'; runs: readonly Run[]; link?: string }
  /** Numbered by the writer: `Phần I`, `Chương II`, `Mục 1`, its name in capitals on the next line. */
  | { kind: 'division'; unit: 'part' | 'chapter' | 'section'; name: string }
  /**
   * `Điều 1.`, counted through the whole body whatever the divisions. With a heading, the text below it is a paragraph of
   * its own; without one (decisions) the text follows on the same line.
   */
  | { kind: 'article'; heading?: string; runs?: readonly Run[]; link?: string }
  /** `1.` (khoản), anew under each article. */
  | { kind: 'clause'; runs: readonly Run[]; link?: string }
  /** `a)` (điểm), anew under each clause. */
  | { kind: 'point'; runs: readonly Run[]; link?: string }
  /** `Căn cứ …`, one a line; the last ends with a comma where the sentence that issues the document follows. */
  | { kind: 'grounds'; texts: readonly string[]; end: ',' | '.' }
  /** The line above the articles: `Ban Thường vụ Huyện ủy` and `quyết định`, printed bold, in capitals, with a colon. */
  | { kind: 'resolution'; body: string; verb: string }
  /** Empty lines of dots over the full width, to be written on by hand; `lead` stands before the first. */
  | { kind: 'dotted'; lines: number; lead?: string }
  | Table;

/** A short table; long lists belong in an Excel annex (Word tables are slow past thousands of rows). */
export type Table = {
  kind: 'table';
  /** `width` is a share: the columns fill the text width in these proportions. */
  columns: readonly { width: number; align: 'left' | 'center' | 'right' }[];
  /** Repeated on each page. */
  head: readonly (readonly TableCell[])[];
  rows: readonly (readonly TableCell[])[];
};

export type TableCell = { text: string; bold?: boolean; columnSpan?: number };

/** A person's name is printed under the signature; null leaves the place for it. */
export type Signatory = { role: string; name: string | null };

/** Box 7. `position` null: the head of an advisory body signs with one line. */
export type Authority = { authority: string; position: string | null; name: string | null };

export type Signature =
  /** Boxes 7 and 9b. */
  | ({ kind: 'authority'; recipients: readonly string[] } & Authority)
  /**
   * Two columns without recipients: `Người ghi biên bản` left, `Chủ trì hội nghị` right (document format 6.1); below left
   * who certifies them, where somebody does.
   */
  | { kind: 'pair'; left: Signatory; right: Signatory; confirmation?: Authority }
  | { kind: 'none' };

/** A section of its own with its own page numbers. Several annexes are numbered in Arabic digits. */
export type Annex = {
  /**
   * `(kèm theo …)`, without the brackets; null leaves the line out. `of`: it is made from this document's own kind, number
   * and date, with gaps as long as it has none; the name is that of the issuing body (`Ban Thường vụ Huyện ủy`).
   */
  reference: string | { of: string } | null;
  title: string;
  body: readonly Block[];
  landscape: boolean;
};
