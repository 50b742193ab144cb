import type { PlanRecord } from '../../../electron/contract/schedule.ts';
import { Icon } from '../../components/icons.tsx';
import { planStateWords } from '../../components/words.ts';

type Props = {
  plan: PlanRecord;
  clashes: boolean;
  /** Whether the Tab key stops here. */
  reachable: boolean;
  onOpen: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
};

/** What drag and drop carries: the plan's id. */
export const planDrag = 'application/x-sochibo-plan';

/** One planned visit on the board: dragged to another day by mouse, moved by Ctrl and arrows, opened by Enter. */
export function PlanChip({ plan, clashes, reachable, onOpen, onKeyDown }: Props) {
  const words = `${plan.official} dự ${plan.cell ?? 'chi bộ được phân công'}: ${planStateWords[plan.state].toLowerCase()}`;
  const done = plan.visit_id !== null;
  return (
    <button
      type="button"
      className="plan-chip"
      data-plan={plan.id}
      data-state={plan.state}
      draggable={!done}
      tabIndex={reachable ? 0 : -1}
      title={clashes ? `${words} (chưa khớp, xem bên phải)` : words}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.setData(planDrag, plan.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      {clashes && <Icon name="warning" />}
      {done && <Icon name="tick" />}
      <span>
        {shortName(plan.official)} → {(plan.cell ?? '…').replace(/^Chi bộ /u, '')}
      </span>
    </button>
  );
}

/** A day is narrow: middle and given name, as people are called; the whole name is in the title and on the right. */
function shortName(name: string): string {
  return name.split(' ').slice(-2).join(' ');
}
