import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeetingVisit } from '../../../electron/contract/visits.ts';
import { api, useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatDate } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { ErrorState } from '../../components/states.tsx';
import { visitBasisWords, visitReportWords } from '../../components/words.ts';
import { VisitDialog } from './VisitDialog.tsx';

/** "Cấp trên dự" of a meeting: who came, as what, whether it counts, and the report each visit asks for. */
export function MeetingVisits({ meetingId }: { meetingId: string }) {
  const visits = useQuery(api.visits.ofMeeting.queryOptions({ input: { meeting_id: meetingId } }));
  const offerUndo = useOfferUndo();
  const [open, setOpen] = useState<{ visit: MeetingVisit | null } | null>(null);
  const remove = useChange((visit: MeetingVisit) => client.visits.remove({ id: visit.id }));
  return (
    <section
      aria-label="Cấp trên dự"
      onKeyDown={(event) => {
        // The form around it takes Enter to go on; here it is for the buttons and the dialog.
        if (event.key === 'Enter' && !event.ctrlKey) event.stopPropagation();
      }}
    >
      <h3>Cấp trên dự</h3>
      {visits.isError && <ErrorState error={visits.error} />}
      {remove.error && <ErrorState error={remove.error} />}
      {visits.data?.length === 0 && <p className="quiet">Chưa ghi ai của cấp trên dự buổi này.</p>}
      <ul className="plain-list">
        {(visits.data ?? []).map((visit) => (
          <li key={visit.id}>
            {visit.official_id ? (
              <Link href={`/officials/${visit.official_id}`}>{visit.official}</Link>
            ) : (
              visit.official
            )}{' '}
            <span className="quiet small">
              {[
                visit.title,
                visitBasisWords[visit.basis],
                visit.on_behalf_of && `thay ${visit.on_behalf_of}`,
                visit.counts_toward_quota ? 'tính định mức' : 'không tính định mức',
                [visit.arrived_at, visit.left_at].filter(Boolean).join('–'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <div className="small">
              {visit.report && (
                <>
                  <Link href={`/schedule/reports/${visit.id}`}>
                    Báo cáo: {visitReportWords[visit.report.standing].toLowerCase()}
                    {visit.report.submitted_on === null &&
                      visit.report.due_date &&
                      `, hạn ${formatDate(visit.report.due_date)}`}
                  </Link>
                  {' · '}
                </>
              )}
              <button type="button" className="door" onClick={() => setOpen({ visit })}>
                Sửa
              </button>
              {' · '}
              <button
                type="button"
                className="door"
                onClick={() =>
                  remove.mutate(visit, { onSuccess: () => void offerUndo(`Đã xóa lượt dự của ${visit.official}`) })
                }
              >
                Xóa
              </button>
            </div>
            {visit.warnings.map((warning) => (
              <div key={warning} className="caution small">
                <Icon name="warning" /> {warning}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <button type="button" className="door" onClick={() => setOpen({ visit: null })}>
        Ghi cấp trên dự
      </button>
      {open && <VisitDialog meetingId={meetingId} visit={open.visit} onClose={() => setOpen(null)} />}
    </section>
  );
}
