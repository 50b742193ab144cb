// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import type { Column, Sort } from './column.ts';

type Header = { id: string; getResizeHandler: () => (event: unknown) => void };

type Props<T> = {
  columns: readonly Column<T>[];
  headers: readonly Header[];
  template: string;
  sort: Sort | null;
  onSort: ((key: string) => void) | undefined;
};

function sortOf(key: string, sort: Sort | null): 'ascending' | 'descending' | 'none' {
  if (sort?.key !== key) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Headings: a click sorts, a drag at the right edge changes the width. */
export function HeadingRow<T>({ columns, headers, template, sort, onSort }: Props<T>) {
  return (
    <div role="rowgroup" className="data-table-head">
      <div role="row" aria-rowindex={1} className="data-table-row" style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => {
          const canSort = onSort !== undefined && (column.sortable || column.sortBy !== undefined);
          const order = sortOf(column.key, sort);
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={canSort ? order : undefined}
              data-align={column.align}
              title={column.heading}
            >
              {canSort ? (
                <button type="button" tabIndex={-1} onClick={() => onSort(column.key)}>
                  <span className="data-table-heading">{column.heading}</span>
                  {order !== 'none' && <span aria-hidden="true">{order === 'ascending' ? '▲' : '▼'}</span>}
                </button>
              ) : (
                <span className="data-table-heading">{column.heading}</span>
              )}
              <span
                className="data-table-grip"
                aria-hidden="true"
                onMouseDown={(event) => headers.find((header) => header.id === column.key)?.getResizeHandler()(event)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
