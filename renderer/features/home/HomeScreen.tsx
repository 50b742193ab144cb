import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HomeItem, HomeTopic } from '../../../electron/contract/home.ts';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { localToday } from '../../components/date-input.ts';
import { formatDate } from '../../components/format.ts';
import { NoCells } from '../../components/NoCells.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { HomeCharts } from './HomeCharts.tsx';
import { RecordsDrawer } from './RecordsDrawer.tsx';

const urgencyWords = { late: 'Quá hạn', soon: 'Sắp đến hạn', gap: 'Còn thiếu' } as const;

/** What is to be done as of the period, each sentence a door to its records; the year so far in charts. */
export function HomeScreen({ hasCells }: { hasCells: boolean }) {
  const { asOf: periodEnd, to, label } = usePeriod();
  // Of a period that still runs, what is to be done today; of one that is over, what was open at its end.
  const asOf = [periodEnd, localToday()].sort()[0] ?? periodEnd;
  const [opened, setOpened] = useState<HomeTopic | null>(null);
  const page = useQuery(api.home.page.queryOptions({ input: { as_of: asOf, month: to } }));
  if (page.isError) return <ErrorState error={page.error} />;
  if (!page.data) return <Waiting />;
  const { items, charts } = page.data;
  const item = items.find(({ topic }) => topic === opened);
  return (
    <div className="home">
      <section className="home-items" aria-label="Việc cần làm">
        <h2>
          Việc cần làm · {label} <span className="quiet small">tính đến ngày {formatDate(asOf)}</span>
        </h2>
        {!hasCells && <NoCells />}
        {hasCells && items.length === 0 && (
          <EmptyState title="Không có việc quá hạn">
            <p>Các chi bộ đã có buổi sinh hoạt và chuyên đề, không có báo cáo hay kiến nghị nào chậm.</p>
          </EmptyState>
        )}
        <ul className="home-list">
          {items.map((one) => (
            <ItemLine key={one.topic} item={one} onOpen={() => setOpened(one.topic)} />
          ))}
        </ul>
      </section>
      <aside className="home-charts" aria-label="Biểu đồ">
        <HomeCharts charts={charts} />
      </aside>
      {item && <RecordsDrawer item={item} onClose={() => setOpened(null)} />}
    </div>
  );
}

function ItemLine({ item, onOpen }: { item: HomeItem; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className="home-item" data-urgency={item.urgency} onClick={onOpen}>
        <span className="home-urgency">{urgencyWords[item.urgency]}</span>
        <span>{item.sentence}</span>
      </button>
    </li>
  );
}
