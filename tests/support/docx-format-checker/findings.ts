import type { Element, ReadParagraph } from '../docx-reader.ts';

/** What the file is meant to be; the rest follows from the handbook. */
export interface Expectation {
  /** The rules of its date: separators of lists, label of a submission (document format, 1.2). */
  rules: 'HD36' | 'HD05';
  /** A letter (Công văn) has its subject under number and symbol and no title. */
  form: 'titled' | 'letter';
  number: boolean;
  date: boolean;
  signature: 'authority' | 'pair' | 'none';
  /** The two that sign, left and right as printed, where they are not those of minutes. */
  signatories?: readonly [string, string];
  /** Who certifies what two have signed stands below them, left. */
  confirmation?: boolean;
  annexes: number;
  duplex: boolean;
}

/** Says what is wrong, `rule: where`, unless it is right. */
export type Check = (isRight: boolean, rule: string, where?: string) => void;

export interface OpenDocx {
  body: Element;
  /** Run properties every run starts from. */
  defaults: Element | null;
  parts: ReadonlyMap<string, string>;
  sections: readonly Section[];
}

/** What stands on the pages of one page set-up: the document itself, then its annexes. */
export interface Section {
  elements: readonly Element[];
  setUp: Element;
}

export function isStyled(
  paragraph: ReadParagraph,
  { bold = false, italic = false }: { bold?: boolean; italic?: boolean },
): boolean {
  return paragraph.runs.every((run) => run.bold === bold && run.italic === italic);
}

export function isSized(paragraph: ReadParagraph, halfPoints: number): boolean {
  return paragraph.runs.every((run) => run.halfPoints === halfPoints);
}

export function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('vi');
}
