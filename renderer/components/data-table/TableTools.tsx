import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ListExport } from '../../../electron/contract/lists.ts';
import { useHandOver } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatInt } from '../format.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { type ColumnChoice, chosenColumns } from './chosen-columns.ts';
import type { Column } from './column.ts';
import { handOverList, type MadeByData } from './list-export.ts';

type Props<T> = {
  place: HTMLElement;
  title: string;
  columns: readonly Column<T>[];
  shown: readonly { key: string }[];
  choice: ColumnChoice;
  onChoice: (choice: ColumnChoice) => void;
  /** Selected rows. */
  selected: number;
  isEmpty: boolean;
  /** All rows in the order of the list, block by block. */
  allRows: () => AsyncIterable<readonly T[]>;
  /** Where the data side makes the file of a long list itself: without it the rows are handed over. */
  toFile?: MadeByData | undefined;
};

async function handRows(list: string | null, rows: ListExport['rows']): Promise<string> {
  return (await client.lists.hand({ list, rows })).list;
}

/** What any list can do, at the right end of the line under it: selected rows, columns, Excel (Ctrl+E). */
export function TableTools<T>({ place, title, columns, selected, isEmpty, allRows, toFile, ...choosing }: Props<T>) {
  const { label, asOf } = usePeriod();
  const handOver = useHandOver();
  /** What the button says while a list is on its way to Excel; null: none is. */
  const [busy, setBusy] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const toExcel = async () => {
    if (busy !== null || isEmpty) return;
    setBusy('Đang xuất…');
    const head = { title, period_label: label, as_of: asOf };
    const chosen = chosenColumns(columns, choosing.choice);
    await handOver(async () => {
      if (!toFile) return client.lists.export({ ...head, ...(await handOverList(allRows(), chosen, handRows)) });
      const abort = new AbortController();
      running.current = abort;
      return toFile(
        head,
        chosen.map(({ key }) => key),
        {
          signal: abort.signal,
          onProgress: ({ step, done, of }) => setBusy(`${step} ${formatInt((100 * done) / Math.max(1, of))} % · Dừng`),
        },
      );
    });
    running.current = null;
    setBusy(null);
  };
  useKeys({ 'ctrl+e': () => void toExcel() });
  return createPortal(
    <>
      {selected > 1 && (
        <span className="list-tools-selected" role="status">
          Đã chọn {formatInt(selected)} dòng · Ctrl+C: chép sang Excel
        </span>
      )}
      <ColumnMenu columns={columns} {...choosing} />
      <button
        type="button"
        className="door"
        title={busy === null ? 'Ctrl+E' : undefined}
        disabled={isEmpty || (busy !== null && !toFile)}
        onClick={() => (busy === null ? void toExcel() : running.current?.abort())}
      >
        {busy ?? 'Xuất Excel'}
      </button>
    </>,
    place,
  );
}
