import './people.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordChange, ToldRecordName } from '../../../electron/contract/record-history.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { formatMoment } from '../../components/format.ts';
import { PanePart } from '../../components/Pane.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';

type Props = { record: ToldRecordName; id: string };

/** Who changed a record, when, and what became what; each change can be taken back. Asked for only when it is opened. */
export function RecordHistory({ record, id }: Props) {
  const [opened, setOpened] = useState<string | null>(null);
  const isOpen = opened === id;
  return (
    <PanePart title="Lịch sử thay đổi">
      <button type="button" className="door" aria-expanded={isOpen} onClick={() => setOpened(isOpen ? null : id)}>
        {isOpen ? 'Ẩn lịch sử' : 'Xem ai đã sửa gì'}
      </button>
      {isOpen && <Changes record={record} id={id} />}
    </PanePart>
  );
}

function Changes({ record, id }: Props) {
  const history = useQuery(api.office.recordHistory.queryOptions({ input: { record, id } }));
  const undo = useChange(({ transaction, actor }: RecordChange) => client.office.undo({ transaction, of: actor }));
  if (history.isError) return <ErrorState error={history.error} />;
  if (!history.data) return <Waiting />;
  if (history.data.length === 0) return <p className="quiet">Chưa có thay đổi nào được ghi.</p>;
  return (
    <>
      {undo.isError && <ErrorState error={undo.error} />}
      <ul className="plain-list record-history">
        {history.data.map((change) => (
          <li key={change.transaction} className={change.undone ? 'quiet' : ''}>
            <div className="record-history-head">
              <strong>{change.action}</strong>
              <span className="quiet small">
                {formatMoment(change.at)} · {change.actor}
                {change.undone && ' · đã hoàn tác'}
              </span>
              {!change.undone && (
                <button
                  type="button"
                  className="door small"
                  disabled={undo.isPending}
                  title={`Hoàn tác thay đổi do ${change.actor} ghi`}
                  onClick={() => undo.mutate(change)}
                >
                  Hoàn tác
                </button>
              )}
            </div>
            <ul>
              {change.changes.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never reordered
                <li key={index}>
                  <OneChange {...one} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneChange({ what, from, to }: RecordChange['changes'][number]) {
  if (from === null) {
    return (
      <>
        {what}: {to}
      </>
    );
  }
  if (to === null) {
    return (
      <>
        {what}: bỏ <s>{from}</s>
      </>
    );
  }
  return (
    <>
      {what}: <s>{from}</s> → {to}
    </>
  );
}
