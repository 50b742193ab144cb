import { useCallback, useEffect, useRef, useState } from 'react';
import type { SheetWindow } from '../../../electron/contract/import-decisions.ts';
import { client } from '../../app/link.ts';
import type { SheetPlace } from './decision-state.ts';

const pageRows = 100;

export type SheetRowData = SheetWindow['rows'][number];
export type SheetColumn = SheetWindow['columns'][number];
type Page = { version: number; window: SheetWindow };
/** By sheet, then by page; -1 is the page that came last, with what holds for the whole sheet. */
type Held = ReadonlyMap<string, ReadonlyMap<number, Page>>;
const newest = -1;
const blank: SheetRowData = { number: 0, role: 'left_out', outcome: null, boxes: [] };

/**
 * The rows of one sheet as they come into view, in pages; after a decision the pages in view are asked for again, and
 * the old ones stay on the screen until then. Rows are numbered as Excel counts.
 */
export function useSheetRows(plan: string, version: number, { file, sheet }: SheetPlace) {
  const key = `${plan}\t${file}\t${sheet}`;
  const [held, setHeld] = useState<Held>(new Map());
  const [view, setView] = useState({ first: 1, last: pageRows });
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(new Set<string>());
  const [firstPage, lastPage] = [Math.floor((view.first - 1) / pageRows), Math.floor((view.last - 1) / pageRows)];

  useEffect(() => {
    const fetchPage = async (page: number) => {
      const wanted = `${key}\t${version}\t${page}`;
      if (asked.current.has(wanted)) return;
      asked.current.add(wanted);
      try {
        const window = await client.imports.sheet({ plan, file, sheet, from: page * pageRows + 1, count: pageRows });
        setHeld((old) => withPage(old, key, page, { version, window }));
        setError(null);
      } catch (problem) {
        asked.current.delete(wanted);
        setError(problem);
      }
    };
    for (let page = Math.max(0, firstPage); page <= lastPage; page++) void fetchPage(page);
  }, [plan, version, file, sheet, key, firstPage, lastPage]);

  const onView = useCallback((first: number, last: number) => {
    setView((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  const pages = held.get(key);
  const rowAt = useCallback(
    (number: number): SheetRowData | undefined => {
      const page = pages?.get(Math.floor((number - 1) / pageRows));
      return page && (page.window.rows.find((row) => row.number === number) ?? { ...blank, number });
    },
    [pages],
  );
  return { sheet: pages?.get(newest)?.window ?? null, rowAt, onView, error };
}

function withPage(held: Held, key: string, number: number, page: Page): Held {
  const pages = new Map(held.get(key));
  for (const place of [number, newest]) {
    const old = pages.get(place);
    if (!old || old.version <= page.version) pages.set(place, page);
  }
  return new Map(held).set(key, pages);
}
