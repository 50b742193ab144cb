import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../resource-yaml.ts';

/** `percent1` is any figure with one decimal; `text` is a row's text of that key, printed among the figures. */
const columnType = z.enum(['int', 'percent1', 'text']);
const textColumn = z.object({ heading: z.string(), width: z.number().positive() });

const layout = z.object({
  annex_line: z.string(),
  /** Of the rows without a parent; the rows under them are always 1, 2, 3. */
  numbering: z.enum(['roman', 'arabic']),
  /** Heading of the rows' names. */
  name: textColumn,
  /** Where the parts of a row are named, if in a column of their own. */
  part: textColumn.optional(),
  /** Text beside the figures; `last` after them, `of` which text it is where an office heads it otherwise. */
  texts: z.array(textColumn.extend({ last: z.boolean().default(false), of: z.string().optional() })),
  /** A wide form is printed in several parts, so that a page across stays readable. */
  sheets: z.array(
    z.object({ name: z.string(), groups: z.array(z.object({ label: z.string(), columns: z.array(z.string()) })) }),
  ),
  /** Percentages that are one printed column divided by another of the same sheet. */
  percentages: z.record(z.string(), z.object({ of: z.string(), base: z.string() })),
});

export interface ReportColumn {
  key: string;
  label: string;
  type: z.infer<typeof columnType>;
}

export interface ReportForm {
  columns: readonly ReportColumn[];
  layout: ReportLayout;
  /** What an office's own layout says beyond columns and sheets (layouts/apply-layout.ts). */
  own?: OwnWords;
}

export interface OwnWords {
  title: string;
  unitLine: string | null;
  notes: readonly string[];
  maker: string;
  signer: { authority: string; position: string | null; name: string | null } | null;
}

export type ReportLayout = z.infer<typeof layout>;

/** Columns and layout of each report by its code. */
export type ReportForms = ReadonlyMap<string, ReportForm>;

/** Reads `reports/report_columns.csv` and `reports/forms.yaml`. Throws when one of them is malformed. */
export function loadReportForms(resourcesDir: string): ReportForms {
  const folder = join(resourcesDir, 'reports');
  const layouts = z.record(z.string(), layout).parse(parseYaml(readFileSync(join(folder, 'forms.yaml'), 'utf8')));
  const columns = readColumns(readFileSync(join(folder, 'report_columns.csv'), 'utf8'));
  return new Map(
    Object.entries(layouts).map(([code, form]) => [code, { columns: columns.get(code) ?? [], layout: form }]),
  );
}

function readColumns(csv: string): Map<string, ReportColumn[]> {
  const [, ...lines] = csv.split(/\r?\n/u).filter((line) => line !== '');
  const columns = new Map<string, ReportColumn[]>();
  for (const line of lines) {
    const [report = '', key = '', label = '', type] = csvFields(line);
    const known = columns.get(report);
    const column = { key, label, type: columnType.parse(type) };
    if (known) known.push(column);
    else columns.set(report, [column]);
  }
  return columns;
}

/** The fields of one line, which holds no line feeds: `a,"b, ""c""",d`. */
function csvFields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
