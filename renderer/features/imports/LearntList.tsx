import { useQuery } from '@tanstack/react-query';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatInt } from '../../components/format.ts';
import { ErrorState } from '../../components/states.tsx';

/** What the office remembers of the files it was sent; each can be forgotten, and is then asked again. */
export function LearntList() {
  const learnt = useQuery(api.imports.learnt.queryOptions());
  const offerUndo = useOfferUndo();
  const forget = useChange((id: string) => client.imports.forget({ id }));
  if (learnt.isError) return <ErrorState error={learnt.error} />;
  if (!learnt.data || learnt.data.length === 0) return null;
  return (
    <details className="import-learnt">
      <summary>Đã ghi nhớ từ các lần nhập: {formatInt(learnt.data.length)}</summary>
      {forget.error != null && <ErrorState error={forget.error} />}
      <ul className="plain-list">
        {learnt.data.map(({ id, about, what }) => (
          <li key={id}>
            <span>{about}</span>
            <span className="quiet">{what}</span>
            <button
              type="button"
              className="door"
              disabled={forget.isPending}
              aria-label={`Quên: ${about}`}
              onClick={() => forget.mutate(id, { onSuccess: () => void offerUndo(`Đã quên: ${about}`) })}
            >
              Quên
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
