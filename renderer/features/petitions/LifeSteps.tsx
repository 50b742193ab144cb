import './petitions.css';
import type { PetitionRecord } from '../../../electron/contract/petitions.ts';
import { formatDate } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';

type LifeStep = { name: string; on: string | null; done: boolean; details: (string | null)[] };

/** The way of a petition so far, and what is still to come. */
export function lifeSteps(petition: PetitionRecord): LifeStep[] {
  const { state, date, raised_by, received_on, forwarded_on, answered_on, cell_told_on, outcome } = petition;
  const raised = { name: 'Nêu', on: date, done: true, details: [raised_by, petition.official] };
  if (state === 'answered_on_the_spot') {
    return [raised, { name: 'Giải đáp tại chỗ', on: answered_on, done: true, details: [outcome] }];
  }
  const isAnswered = answered_on !== null || state === 'resolved' || state === 'told_back';
  return [
    raised,
    { name: 'Tiếp nhận', on: received_on, done: received_on !== null || state !== 'new', details: [] },
    {
      name: state === 'outside_authority' ? 'Chuyển cấp trên' : 'Chuyển',
      on: forwarded_on,
      done: forwarded_on !== null,
      details: [
        petition.responsible_body,
        petition.forward_document,
        petition.due_date === null
          ? null
          : `Hạn ${formatDate(petition.due_date)}${petition.overdue ? ', quá hạn' : ''}`,
      ],
    },
    ...(state === 'unresolved'
      ? [{ name: 'Chưa giải quyết', on: null, done: true, details: [petition.unresolved_reason] }]
      : []),
    { name: 'Trả lời', on: answered_on, done: isAnswered, details: [petition.reply_document, outcome] },
    { name: 'Báo lại chi bộ', on: cell_told_on, done: state === 'told_back', details: [] },
  ];
}

export function LifeSteps({ petition }: { petition: PetitionRecord }) {
  return (
    <ol className="life-steps">
      {lifeSteps(petition).map(({ name, on, done, details }) => (
        <li key={name} data-done={done || undefined}>
          <span className={done ? 'fine' : 'quiet'}>
            <Icon name={done ? 'tick' : 'circle'} />
          </span>
          <div>
            <span>{name}</span>
            {done ? <span className="unseen"> (xong)</span> : <span className="unseen"> (chưa)</span>}
            {on !== null && <span className="life-day">{formatDate(on)}</span>}
            {details.filter(Boolean).map((detail) => (
              <div key={detail} className="quiet small">
                {detail}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
