import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { client } from '../../app/link.ts';
import { assignmentLine } from './assignment-line.ts';
import { EndDialog } from './EndDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

export type Act = { what: 'end' | 'hand_over'; assignments: readonly AssignmentRecord[] };

/** The dialog of what is being done with assignments. */
export function AssignmentDialogs({ act, onClose }: { act: Act | null; onClose: () => void }) {
  if (!act) return null;
  if (act.what === 'hand_over') return <HandOverDialog assignments={act.assignments} onClose={onClose} />;
  return (
    <EndDialog
      title="Kết thúc phân công"
      action="Kết thúc"
      done="Đã kết thúc phân công"
      lines={act.assignments.map(assignmentLine)}
      end={(valid_to, reason) =>
        client.officials.endAssignments({ ids: act.assignments.map(({ id }) => id), valid_to, reason })
      }
      onClose={onClose}
    />
  );
}
