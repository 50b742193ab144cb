import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HomeItem, HomeTopic } from '../../../electron/contract/home.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { formatDate } from '../../components/format.ts';
import { NoCells } from '../../components/NoCells.tsx';
import { EmptyState, ErrorState, Waiting } from '../../components/states.tsx';
import { HomeCharts } from './HomeCharts.tsx';
import { homePage } from './home-page.ts';
import { RecordsDrawer } from './RecordsDrawer.tsx';

const urgencyWords = { late: 'Quá hạn', soon: 'Sắp đến hạn', gap: 'Còn thiếu' } as const;

/** What is to be done as of the period, each sentence a door to its records; the year so far in charts. */
export function HomeScreen({ hasCells }: { hasCells: boolean }) {
  const { label, ...period } = usePeriod();
  const { asOf, query } = homePage(period);
  const [opened, setOpened] = useState<HomeTopic | null>(null);
  const page = useQuery(query);
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
