import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ImportSheetKind, importSheetKind } from '../../../contract/import-decisions.ts';
import { headingKey } from '../../vietnamese/fold.ts';

export const sheetKinds = importSheetKind.options;

export type SheetKind = ImportSheetKind;

const kindDefinition = z.object({
  subject: z.string(),
  required: z.array(z.string()),
  instead: z.record(z.string(), z.array(z.string())).default({}),
  also: z.object({ fields: z.array(z.string()), at_least: z.int() }).optional(),
  figures: z.array(z.string()).default([]),
  titles: z.array(z.string()).default([]),
  cells: z.string().optional(),
  fields: z.record(z.string(), z.array(z.string())),
  stacked: z
    .array(
      z.object({
        headings: z.array(z.string()),
        fields: z.array(z.string()),
        separators: z.array(z.string()),
        last: z.boolean().default(false),
      }),
    )
    .default([]),
});

type KindDefinition = z.infer<typeof kindDefinition>;

/** A column that holds several fields in one box. `last`: split at the last separator only. */
export interface Stack {
  fields: readonly string[];
  separators: readonly string[];
  last: boolean;
}

/** What a heading stands for: one field (with its number, for `T7`), or several in one box. */
export interface HeadingMeaning {
  field: string;
  stack: Stack | null;
}

export interface KindDictionary {
  kind: SheetKind;
  subject: string;
  required: readonly string[];
  /** Fields that together stand for a required one: `Họ đệm` and `Tên` (pitfall 9c). */
  instead: Readonly<Record<string, readonly string[]>>;
  also: { fields: readonly string[]; atLeast: number } | null;
  figures: ReadonlySet<string>;
  /** Words above such a table, folded: they decide where its columns could be of several kinds. */
  titles: readonly string[];
  /** The field of columns that are headed by a cell; without one such a column means nothing. */
  cells?: string | undefined;
  /** Folded heading path (`ngay sinh/nam`) -> meaning; a number in the heading is written 0. */
  headings: ReadonlyMap<string, HeadingMeaning>;
}

export interface Dictionary {
  kinds: readonly KindDictionary[];
  /** Every lowest heading of every kind, folded: a row without any of them is no heading row. */
  known: ReadonlySet<string>;
  /** For each kind its fields (`plan:7`; those of a stacked column together) and the usual heading of each. */
  labels: ReadonlyMap<SheetKind, ReadonlyMap<string, string>>;
}

/** `Ngày sinh > Nam` -> `ngay sinh/nam`; `{n}` becomes 0. */
function patternKey(pattern: string): string {
  return pattern
    .split(' > ')
    .map((segment) => headingKey(segment.replace('{n}', '0')))
    .join('/');
}

/** The required fields of a kind that are not among these, nor what may stand for them. */
export function fieldsMissing(
  fields: readonly string[],
  { required, instead }: Pick<KindDictionary, 'required' | 'instead'>,
): string[] {
  const has = (field: string) => fields.includes(field);
  return required.filter((field) => !has(field) && !(instead[field]?.every(has) ?? false));
}

function kindDictionary(kind: SheetKind, definition: KindDefinition): KindDictionary {
  const headings = new Map<string, HeadingMeaning>();
  for (const [field, patterns] of Object.entries(definition.fields)) {
    for (const pattern of patterns) headings.set(patternKey(pattern), { field, stack: null });
  }
  for (const { headings: patterns, ...stack } of definition.stacked) {
    for (const pattern of patterns) headings.set(patternKey(pattern), { field: stack.fields[0] ?? '', stack });
  }
  const { also } = definition;
  return {
    kind,
    subject: definition.subject,
    required: definition.required,
    instead: definition.instead,
    also: also ? { fields: also.fields, atLeast: also.at_least } : null,
    figures: new Set(definition.figures),
    titles: definition.titles.map(headingKey),
    cells: definition.cells,
    headings,
  };
}

/** The first heading of a field is the one we call it by. A field with a number is one for each month. */
function labelsOf({ fields, stacked }: KindDefinition): ReadonlyMap<string, string> {
  const single = Object.entries(fields).flatMap(([field, [heading = field]]): [string, string][] => {
    const label = heading.replaceAll(' > ', ' / ');
    if (!label.includes('{n}')) return [[field, label]];
    return Array.from({ length: 12 }, (_, index) => [`${field}:${index + 1}`, label.replace('{n}', String(index + 1))]);
  });
  const together = stacked.map((stack): [string, string] => [
    stack.fields.join(', '),
    (stack.headings[0] ?? '').replaceAll(' > ', ' / '),
  ]);
  return new Map([...single, ...together]);
}

/** Reads `importing/headings.yaml`. Throws when a kind is missing or malformed. */
export function loadDictionary(resourcesDir: string): Dictionary {
  const text = readFileSync(join(resourcesDir, 'importing', 'headings.yaml'), 'utf8');
  const definitions = z.record(importSheetKind, kindDefinition).parse(parse(text));
  const kinds = sheetKinds.map((kind) => kindDictionary(kind, definitions[kind]));
  const paths = kinds.flatMap(({ headings }) => [...headings.keys()]);
  // A bare number heads a month only below `Tháng`; everywhere else it is data.
  const known = paths.map((path) => path.split('/').at(-1) ?? '').filter((key) => key !== '0');
  const labels = new Map(sheetKinds.map((kind) => [kind, labelsOf(definitions[kind])]));
  return { kinds, known: new Set(known), labels };
}
