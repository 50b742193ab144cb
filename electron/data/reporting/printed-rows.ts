import { toRoman } from '../documents/roman.ts';
import type { SheetRow } from '../documents/workbook.ts';
import type { Figures, ReportRow } from './report.ts';
import type { ReportLayout } from './report-forms.ts';
import type { FinishedReport } from './run-report.ts';

/** A row of the form as it is printed. */
export interface PrintedRow {
  kind: SheetRow['kind'];
  texts: Readonly<Record<string, string>>;
  figures: Figures;
  /** Rows it is the sum of, by index. */
  parts: readonly number[];
}

/** The rows of a report in printing order, each with its number and texts, TỔNG CỘNG last. */
export function printedRows({ rows, total, form: { layout } }: FinishedReport): PrintedRow[] {
  const printed: PrintedRow[] = [];
  const tops: number[] = [];
  const partsOf = Map.groupBy(rows, ({ parent }) => parent);
  for (const [index, top] of (partsOf.get(null) ?? []).entries()) {
    const parts = partsOf.get(top.key) ?? [];
    const number = layout.numbering === 'roman' ? toRoman(index + 1) : String(index + 1);
    const [only, ...others] = parts;
    tops.push(printed.length);
    if (layout.part && only && others.length === 0) {
      const texts = textsOf(withTextsOf(top, only), layout, number);
      printed.push({ kind: 'data', texts: { ...texts, part: only.name }, figures: top.figures, parts: [] });
      continue;
    }
    const from = printed.length + 1;
    printed.push({
      kind: parts.length > 0 ? 'group' : 'data',
      texts: textsOf(top, layout, number),
      figures: top.figures,
      parts: parts.map((_, offset) => from + offset),
    });
    printed.push(
      ...parts.map((row, position): PrintedRow => {
        const texts = textsOf(row, layout, layout.part ? '' : String(position + 1));
        const named = layout.part ? { ...texts, name: '', part: row.name } : texts;
        return { kind: 'data', texts: named, figures: row.figures, parts: [] };
      }),
    );
  }
  const totalTexts = { ...blank(layout), name: 'TỔNG CỘNG' };
  return [...printed, { kind: 'total', texts: totalTexts, figures: total, parts: tops }];
}

/** Texts of the row's own, blanks where it has none: an empty text is not a missing figure. */
function textsOf({ name, texts }: ReportRow, layout: ReportLayout, number: string): Record<string, string> {
  const known = Object.entries(texts).map(([heading, text]) => [heading, text ?? '']);
  return { ...blank(layout), number, name, ...Object.fromEntries(known) };
}

/** The row with the texts of its only part, both where both have one under the same heading. */
function withTextsOf(row: ReportRow, part: ReportRow): ReportRow {
  const texts = Object.entries(part.texts).map(([heading, text]) => {
    const both = [row.texts[heading] ?? null, text].filter((one) => one !== null);
    return [heading, both.length === 0 ? null : both.join('; ')];
  });
  return { ...row, texts: { ...row.texts, ...Object.fromEntries(texts) } };
}

function blank({ texts }: ReportLayout): Record<string, string> {
  return { number: '', part: '', ...Object.fromEntries(texts.map(({ heading, of = heading }) => [of, ''])) };
}
