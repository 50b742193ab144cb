import type { DocumentTags } from '../../../templates/check-template.ts';
import type { DocumentFields } from '../../document.ts';

type Value = string | number | null;

/** A list of an own template: its name, the tags of a row, and the rows of a document. */
export interface FieldList<Data> {
  columns: readonly string[];
  of(data: Data): Readonly<Record<string, string>>[];
}

/** The rows of a list, each tag with what it says of a row. */
export function rowsOf<Data, Row>(
  rows: (data: Data) => readonly Row[],
  columns: Readonly<Record<string, (row: Row, index: number) => Value>>,
): FieldList<Data> {
  return {
    columns: Object.keys(columns),
    of: (data) =>
      rows(data).map((row, index) =>
        Object.fromEntries(Object.entries(columns).map(([tag, value]) => [tag, text(value(row, index))])),
      ),
  };
}

/** Tags and what they say in one place, so that no template is offered a tag that is never filled in. */
export function fieldsFrom<Data>(
  facts: Readonly<Record<string, (data: Data) => Value>>,
  lists: Readonly<Record<string, FieldList<Data>>>,
): { tags: DocumentTags; fields(data: Data): DocumentFields } {
  return {
    tags: {
      facts: Object.keys(facts),
      lists: Object.fromEntries(Object.entries(lists).map(([name, { columns }]) => [name, columns])),
    },
    fields: (data) => ({
      ...Object.fromEntries(Object.entries(facts).map(([tag, value]) => [tag, text(value(data))])),
      ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.of(data)])),
    }),
  };
}

/** What is not known stays empty (handbook R42); decimals with a comma. */
function text(value: Value): string {
  return value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value;
}
