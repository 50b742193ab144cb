export type EntryColumn = {
  key: string;
  heading: string;
  width: number;
  align?: 'right';
  /** What is wrong with a text; null when it is understood. */
  check: (text: string) => string | null;
  /** The text as it is written out once it is understood. */
  tidy?: (text: string) => string;
  /** Ctrl+; writes today. */
  date?: boolean;
};

export type EntryRowInfo = {
  id: string;
  name: string;
  context?: string;
  /** Beside the name: "điểm danh". */
  note?: string;
  /** What is stored, by column. */
  texts: Readonly<Record<string, string>>;
  /** What might be typed, in grey. */
  hints?: Readonly<Record<string, string>>;
  /** Something to know of one cell. */
  notes?: Readonly<Record<string, string>>;
  /** What does not add up with the other cells of the row: it is marked, and may be written all the same. */
  doubts?: Readonly<Record<string, string>>;
};
