import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/data.ts';
import { formatSpan } from '../../components/format.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { sheetsWords } from './sheets-words.ts';

type Props = { code: string; day: string; onOpen: (day: string) => void };

/** The office's own layouts of a report over time; each opens as it was. */
export function LayoutHistory({ code, day, onOpen }: Props) {
  const history = useQuery(api.reportLayouts.history.queryOptions({ input: { code } }));
  if (history.isError) return <ErrorState error={history.error} />;
  if (!history.data) return <Waiting />;
  if (history.data.length === 0) {
    return <p className="quiet">Cơ quan chưa có bố cục riêng. Mọi kỳ dùng bố cục mặc định của chương trình.</p>;
  }
  return (
    <ul className="plain-list layout-history">
      {history.data.map(({ valid_from, valid_to, layout }) => {
        const open = valid_from <= day && (valid_to === null || valid_to >= day);
        return (
          <li key={valid_from} data-current={open || undefined}>
            <button type="button" className="door" onClick={() => onOpen(valid_from)} aria-current={open || undefined}>
              {formatSpan(valid_from, valid_to)}
            </button>
            <div>{layout.title}</div>
            <div className="quiet small">{sheetsWords(layout)}</div>
          </li>
        );
      })}
      <li className="quiet small">Ngoài các khoảng trên: bố cục mặc định của chương trình.</li>
    </ul>
  );
}
