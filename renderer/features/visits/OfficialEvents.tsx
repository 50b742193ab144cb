import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventRecord } from '../../../electron/contract/visits.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatDate } from '../../components/format.ts';
import { PanePart } from '../../components/Pane.tsx';
import { ErrorState } from '../../components/states.tsx';
import { EventDialog } from './EventDialog.tsx';

/** Events of a year beside the meetings of cells: meetings of committees, working days in villages. */
export function OfficialEvents({ officialId, year }: { officialId: string; year: string }) {
  const offerUndo = useOfferUndo();
  const [open, setOpen] = useState<{ event: EventRecord | null } | null>(null);
  const input = { official_id: officialId, from: `${year}-01-01`, to: `${year}-12-31` };
  const events = useQuery(api.visits.events.queryOptions({ input }));
  const remove = useChange((event: EventRecord) => client.visits.removeEvent({ id: event.id }));
  return (
    <PanePart title={`Sự kiện khác năm ${year}`}>
      {remove.error && <ErrorState error={remove.error} />}
      {events.data?.length === 0 && <p className="quiet">Chưa ghi cuộc họp cấp ủy, buổi làm việc nào.</p>}
      <ul className="plain-list dated-list">
        {(events.data ?? []).map((event) => (
          <li key={event.id}>
            <span>{formatDate(event.date)}</span>
            <span>
              {event.kind_label}, {event.organisation}
              <div className="small">
                <button type="button" className="door" onClick={() => setOpen({ event })}>
                  Sửa
                </button>
                {' · '}
                <button
                  type="button"
                  className="door"
                  onClick={() => remove.mutate(event, { onSuccess: () => void offerUndo('Đã xóa sự kiện') })}
                >
                  Xóa
                </button>
              </div>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="door small" onClick={() => setOpen({ event: null })}>
        Ghi sự kiện
      </button>
      {open && <EventDialog event={open.event} officialId={officialId} onClose={() => setOpen(null)} />}
    </PanePart>
  );
}
