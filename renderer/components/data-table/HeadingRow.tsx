// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import type { RefObject } from 'react';
import type { Column, HeadingGroup, Sort } from './column.ts';

type Header = { id: string; getResizeHandler: () => (event: unknown) => void };

type Props<T> = {
  box: RefObject<HTMLDivElement | null>;
  /** Headings over the columns; none, and there is one row of headings. */
  groups: readonly HeadingGroup[];
  /** Width of the first column, which stays when scrolling sideways: the groups' words stop beside it. */
  frozen: number;
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
export function HeadingRow<T>({ box, groups, frozen, columns, headers, template, sort, onSort }: Props<T>) {
  return (
    <div ref={box} role="rowgroup" className="data-table-head">
      {groups.length > 0 && (
        <div
          role="row"
          aria-rowindex={1}
          className="data-table-row data-table-groups"
          style={{ gridTemplateColumns: template }}
        >
          {groups.map(({ label, first, span }) =>
            label === null ? (
              <div key={first} />
            ) : (
              <div
                key={first}
                role="columnheader"
                aria-colindex={first + 1}
                aria-colspan={span}
                style={{ gridColumn: `span ${span}` }}
              >
                <span style={{ left: frozen + 8 }}>{label}</span>
              </div>
            ),
          )}
        </div>
      )}
      <div
        role="row"
        aria-rowindex={groups.length > 0 ? 2 : 1}
        className="data-table-row"
        style={{ gridTemplateColumns: template }}
      >
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
