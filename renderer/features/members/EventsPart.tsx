import { useState } from 'react';
import type { EventRecord } from '../../../electron/contract/member-events.ts';
import type { MemberDossier } from '../../../electron/contract/members.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { formatDate, formatSpan } from '../../components/format.ts';
import { RightButton } from '../../components/RightButton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { standingWords, statusWords } from '../../components/words.ts';
import { EventDialog } from './EventDialog.tsx';

/** What happened to the member, newest first, and the dated statuses that follow from it. */
export function EventsPart({ page, onRecord }: { page: MemberDossier; onRecord: () => void }) {
  const { member, events, statuses } = page;
  const [editing, setEditing] = useState<EventRecord | null>(null);
  const [confirming, setConfirming] = useState<EventRecord | null>(null);
  const offerUndo = useOfferUndo();
  const remove = useChange((event: EventRecord) => client.members.removeEvent({ event_id: event.id }));
  return (
    <>
      <section className="form" aria-label="Biến động">
        <div className="member-part-head">
          <h3>Biến động</h3>
          <RightButton needs="members.recordEvent" onClick={onRecord}>
            Ghi biến động
          </RightButton>
        </div>
        {remove.error && <ErrorState error={remove.error} />}
        {events.length === 0 && (
          <p className="quiet">Chưa có biến động nào được ghi. Trạng thái hiện nay lấy từ danh sách đã nhập.</p>
        )}
        <ul className="plain-list dated-list">
          {events.map((event) => (
            <li key={event.id}>
              <span>{formatDate(event.date)}</span>
              <div>
                <strong>{event.label}</strong>
                {event.in_transit && <span className="caution"> · đang chuyển, chờ phiếu báo</span>}
                {event.words && <div className="quiet small">{event.words}</div>}
                <div className="member-doors small">
                  {event.in_transit && (
                    <button type="button" className="door" onClick={() => setConfirming(event)}>
                      Ghi phiếu báo
                    </button>
                  )}
                  {event.input && (
                    <button type="button" className="door" onClick={() => setEditing(event)}>
                      Sửa
                    </button>
                  )}
                  {event.removable && (
                    <button
                      type="button"
                      className="door"
                      onClick={() =>
                        remove.mutate(event, {
                          onSuccess: () => void offerUndo(`Đã bỏ “${event.label}” của ${member.full_name}`),
                        })
                      }
                    >
                      Bỏ biến động này
                    </button>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="form" aria-label="Trạng thái theo thời gian">
        <h3>Trạng thái theo thời gian</h3>
        <table className="member-table">
          <thead>
            <tr>
              <th scope="col">Thời gian</th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Tư cách</th>
              <th scope="col">Chi bộ</th>
              <th scope="col">Hạn, xem lại</th>
            </tr>
          </thead>
          <tbody>
            {statuses.map((status) => (
              <tr key={status.id}>
                <td>{formatSpan(status.valid_from, status.valid_to) || 'chưa rõ'}</td>
                <td>{statusWords[status.kind]}</td>
                <td>{standingWords[status.standing]}</td>
                <td>{[status.cell, status.place].filter(Boolean).join(' → ')}</td>
                <td>
                  {[
                    status.expected_end && `hạn ${formatDate(status.expected_end)}`,
                    status.review_on && `xem lại ${formatDate(status.review_on)}`,
                  ]
                    .filter(Boolean)
                    .join(', ') || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {editing?.input && (
        <EventDialog
          memberId={member.id}
          name={member.full_name}
          replaces={{ id: editing.id, input: editing.input }}
          onClose={() => setEditing(null)}
        />
      )}
      {confirming && <ReceiptDialog event={confirming} onClose={() => setConfirming(null)} />}
    </>
  );
}

/** The receiving side has answered: from then on the transfer is no longer awaited (R25). */
function ReceiptDialog({ event, onClose }: { event: EventRecord; onClose: () => void }) {
  const [day, setDay] = useState<string | null>(localToday());
  const confirm = useChange((received_on: string) =>
    client.members.confirmTransfer({ event_id: event.id, received_on }),
  );
  return (
    <Dialog
      title="Phiếu báo đã tiếp nhận"
      opened
      onClose={onClose}
      action="Ghi phiếu báo"
      disabled={day === null}
      busy={confirm.isPending}
      error={confirm.error}
      onAction={() => {
        if (day) confirm.mutate(day, { onSuccess: onClose });
      }}
    >
      <DateField label="Ngày phiếu báo" required value={day} onChange={setDay} />
    </Dialog>
  );
}
