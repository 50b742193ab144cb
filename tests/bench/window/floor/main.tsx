import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { drawPlainList } from './plain-list.ts';

/** The floor of scrolling: the same windowed list with nothing in its rows and nothing behind them. */
function EmptyList({ count }: { count: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="data-table">
      <div className="data-table-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} style={{ top: start }} />
        ))}
      </div>
    </div>
  );
}

const root = document.getElementById('root');
const asked = new URLSearchParams(window.location.search);
const count = Number(asked.get('rows'));
if (root && asked.has('texts')) drawPlainList(root, count);
else if (root) createRoot(root).render(<EmptyList count={count} />);
