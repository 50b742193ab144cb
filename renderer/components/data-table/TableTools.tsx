import { useState } from 'react';
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
import { handOverList } from './list-export.ts';

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
};

async function handRows(list: string | null, rows: ListExport['rows']): Promise<string> {
  return (await client.lists.hand({ list, rows })).list;
}

/** What any list can do, at the right end of the line under it: selected rows, columns, Excel (Ctrl+E). */
export function TableTools<T>({ place, title, columns, selected, isEmpty, allRows, ...choosing }: Props<T>) {
  const { label, asOf } = usePeriod();
  const handOver = useHandOver();
  const [busy, setBusy] = useState(false);
  const toExcel = async () => {
    if (busy || isEmpty) return;
    setBusy(true);
    await handOver(async () => {
      const list = await handOverList(allRows(), chosenColumns(columns, choosing.choice), handRows);
      return client.lists.export({ title, period_label: label, as_of: asOf, ...list });
    });
    setBusy(false);
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
      <button type="button" className="door" title="Ctrl+E" disabled={isEmpty || busy} onClick={() => void toExcel()}>
        {busy ? 'Đang xuất…' : 'Xuất Excel'}
      </button>
    </>,
    place,
  );
}
