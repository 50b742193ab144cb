import { useLocation } from 'wouter';
import type { HomeItem } from '../../../electron/contract/home.ts';
import { pathOf } from '../../app/places.ts';
import type { Column } from '../../components/data-table/column.ts';
import { formatDate } from '../../components/format.ts';
import { RowsDrawer } from '../../components/RowsDrawer.tsx';

type HomeRecord = HomeItem['records'][number];

const columns: readonly Column<HomeRecord>[] = [
  { key: 'label', heading: 'Mục', width: 180, text: ({ label }) => label },
  { key: 'context', heading: 'Chi tiết', width: 280, grow: true, text: ({ context }) => context },
];
const due: Column<HomeRecord> = {
  key: 'date',
  heading: 'Hạn',
  width: 88,
  text: ({ date }) => formatDate(date),
  date: ({ date }) => date,
};

/** The records behind a sentence of the page. */
export function RecordsDrawer({ item, onClose }: { item: HomeItem; onClose: () => void }) {
  const [, navigate] = useLocation();
  return (
    <RowsDrawer
      title={item.sentence}
      label={item.sentence}
      keep={`home:${item.topic}`}
      columns={item.records.some(({ date }) => date !== null) ? [...columns, due] : columns}
      rows={item.records}
      onOpen={({ entity, id }) => {
        const path = pathOf(entity, id);
        if (path) navigate(path);
      }}
      onClose={onClose}
    />
  );
}
