import type { ReactNode } from 'react';
import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { assignmentFacts } from './assignment-line.ts';

type Props = {
  assignment: AssignmentRecord;
  /** Who, or where: what the list it stands in does not say. */
  children: ReactNode;
  onEnd: () => void;
  onHandOver: () => void;
};

/** One assignment in a pane, with what can be done with it. */
export function AssignmentItem({ assignment, children, onEnd, onHandOver }: Props) {
  return (
    <li>
      {children}
      <div className="quiet small">{assignmentFacts(assignment)}</div>
      {assignment.handover_note && <div className="small">Nhận bàn giao: {assignment.handover_note}</div>}
      <div className="row-acts small">
        <button type="button" className="door" onClick={onHandOver}>
          Bàn giao…
        </button>
        <button type="button" className="door" onClick={onEnd}>
          Kết thúc…
        </button>
      </div>
    </li>
  );
}
