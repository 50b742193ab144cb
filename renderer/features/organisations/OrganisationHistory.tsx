import { Link } from 'wouter';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { formatDate, formatSpan } from '../../components/format.ts';
import { PanePart } from '../../components/Pane.tsx';

type Page = Awaited<ReturnType<typeof client.organisations.get>>;

/** What an organisation was called, when it met, and what became of it, with the day of each. */
export function OrganisationHistory({ page }: { page: Page }) {
  const { names, meeting_days, meeting_day_exceptions, events } = page;
  return (
    <>
      {names.length > 1 && (
        <PanePart title="Tên, cấp trên qua thời gian">
          <ul className="plain-list">
            {names.map(({ name, parent, valid_from, valid_to }) => (
              <li key={`${name}${valid_from}`}>
                {name}
                {parent && <span className="small"> — {parent}</span>}{' '}
                <span className="quiet small">{formatSpan(valid_from, valid_to)}</span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      {meeting_days.length > 0 && (
        <PanePart title="Ngày sinh hoạt qua thời gian">
          <ul className="plain-list">
            {meeting_days.map(({ day, document, reason, valid_from, valid_to }) => (
              <li key={`${day}${valid_from}`}>
                Ngày {day} <span className="quiet small">{formatSpan(valid_from, valid_to)}</span>
                <Because document={document} reason={reason} />
              </li>
            ))}
          </ul>
        </PanePart>
      )}
      <ExceptionList exceptions={meeting_day_exceptions} />
      {events.length > 0 && (
        <PanePart title="Thay đổi về tổ chức">
          <ul className="plain-list dated-list">
            {events.map(({ id, date, detail, document, other_id, other }) => (
              <li key={id}>
                <span>{formatDate(date)}</span>
                <span>
                  {detail} {document && <span className="quiet small">({document})</span>}{' '}
                  {other_id && <Link href={`/organisations/${other_id}`}>{other}</Link>}
                </span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
    </>
  );
}

/** Approved other days (handbook R3): they count as compliant, and are listed. */
function ExceptionList({ exceptions }: { exceptions: Page['meeting_day_exceptions'] }) {
  const offerUndo = useOfferUndo();
  const remove = useChange((exception_id: string) => client.organisations.removeMeetingDayException({ exception_id }));
  if (exceptions.length === 0) return null;
  return (
    <PanePart title="Ngoại lệ được duyệt">
      <ul className="plain-list">
        {exceptions.map(({ id, day, approval_document, reason, valid_from, valid_to }) => (
          <li key={id}>
            Ngày {day} <span className="quiet small">{formatSpan(valid_from, valid_to)}</span>
            <Because document={approval_document} reason={reason} />{' '}
            <button
              type="button"
              className="door small"
              onClick={() => remove.mutate(id, { onSuccess: () => void offerUndo(`Đã bỏ ngoại lệ ngày ${day}`) })}
            >
              Bỏ
            </button>
          </li>
        ))}
      </ul>
    </PanePart>
  );
}

function Because({ document, reason }: { document: string | null; reason: string | null }) {
  const words = [reason, document].filter(Boolean).join(', ');
  return words === '' ? null : <span className="quiet small"> ({words})</span>;
}
