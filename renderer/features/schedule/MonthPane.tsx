import { Link } from 'wouter';
import type { Board, PlanRecord } from '../../../electron/contract/schedule.ts';
import { formatDate } from '../../components/format.ts';
import { Icon } from '../../components/icons.tsx';
import { PanePart } from '../../components/Pane.tsx';
import { planStateWords } from '../../components/words.ts';

type Props = { board: Board; day: string; onOpen: (plan: PlanRecord) => void; onNew: () => void };

/** Beside the board: the chosen day with its visits and meetings, what does not fit, and plans without a day. */
export function MonthPane({ board, day, onOpen, onNew }: Props) {
  const plans = board.plans.filter(({ date }) => date === day);
  const undated = board.plans.filter(({ date }) => date === null);
  const meeting = board.cells.filter((cell) => cell.day === day);
  const noDay = board.cells.filter((cell) => cell.day === null);
  return (
    <aside className="pane" aria-label={`Ngày ${formatDate(day)}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label="Chi tiết của ngày và của tháng">
        <PanePart level={2} title={`Lịch dự ngày ${formatDate(day)}`}>
          <PlanLines plans={plans} onOpen={onOpen} />
          <button type="button" className="door small" onClick={onNew}>
            Lập lịch dự ngày này
          </button>
        </PanePart>
        {board.clashes.length > 0 && (
          <PanePart level={2} title={`Chưa khớp trong tháng (${board.clashes.length})`}>
            <ul className="plain-list small">
              {board.clashes.map(({ words }) => (
                <li key={words} className="caution">
                  <Icon name="warning" /> {words}
                </li>
              ))}
            </ul>
          </PanePart>
        )}
        {undated.length > 0 && (
          <PanePart level={2} title={`Chưa ấn định ngày (${undated.length})`}>
            <PlanLines plans={undated} onOpen={onOpen} />
          </PanePart>
        )}
        <PanePart level={2} title={`Chi bộ sinh hoạt ngày ${formatDate(day)} (${meeting.length})`}>
          {meeting.length === 0 && <p className="quiet">Không có chi bộ nào.</p>}
          <ul className="plain-list small">
            {meeting.map((cell) => (
              <li key={cell.cell_id}>
                <Link href={cell.meeting_id ? `/meetings/${cell.meeting_id}` : `/organisations/${cell.cell_id}`}>
                  {cell.cell}
                </Link>
                {cell.grassroots !== cell.cell && <span className="quiet"> — {cell.grassroots}</span>}
                <span className="quiet">
                  {' · '}
                  {cell.meeting_state === 'held' ? 'đã họp' : sourceWords[cell.day_source]}
                  {cell.difficult && ' · địa bàn khó khăn'}
                </span>
              </li>
            ))}
          </ul>
        </PanePart>
        {noDay.length > 0 && (
          <PanePart level={2} title={`Chưa có ngày sinh hoạt (${noDay.length})`}>
            <p className="quiet small">
              {noDay
                .slice(0, 8)
                .map(({ cell }) => cell)
                .join(', ')}
              {noDay.length > 8 && ` và ${noDay.length - 8} chi bộ nữa`}. Ghi ngày sinh hoạt ở Tổ chức đảng.
            </p>
          </PanePart>
        )}
      </section>
    </aside>
  );
}

const sourceWords = {
  meeting: 'theo buổi đã ghi',
  own: 'ngày riêng của chi bộ',
  general: 'ngày chung',
  exception: 'ngày khác được đồng ý',
  none: '',
} as const;

function PlanLines({ plans, onOpen }: { plans: readonly PlanRecord[]; onOpen: (plan: PlanRecord) => void }) {
  if (plans.length === 0) return <p className="quiet">Không có lịch dự.</p>;
  return (
    <ul className="plain-list">
      {plans.map((plan) => (
        <li key={plan.id}>
          <button type="button" className="door" onClick={() => onOpen(plan)}>
            {plan.official}
          </button>
          <div className="quiet small">
            {[plan.cell ?? 'Chi bộ bất kỳ', plan.grassroots === plan.cell ? '' : plan.grassroots]
              .filter(Boolean)
              .join(', ')}
            {' · '}
            {planStateWords[plan.state].toLowerCase()}
            {plan.reason && `: ${plan.reason}`}
            {plan.substitute && ` (${plan.substitute})`}
          </div>
        </li>
      ))}
    </ul>
  );
}
