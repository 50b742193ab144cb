import type { SheetProblem } from '../../../electron/contract/scoring-sheet.ts';
import { Icon } from '../../components/icons.tsx';

type Props = { problems: readonly SheetProblem[]; onChoose: (criterion: string) => void };

/** What is wrong with a sheet, as it is being edited; a problem of a line opens it. */
export function ProblemList({ problems, onChoose }: Props) {
  return (
    <aside className="scoring-problems" aria-label="Kiểm tra mẫu">
      <h3>Kiểm tra mẫu</h3>
      {problems.length === 0 && (
        <p className="fine" role="status">
          <Icon name="tick" /> Không có lỗi.
        </p>
      )}
      <ul className="plain-list small">
        {problems.map(({ severity, criterion, message }) => (
          <li key={message} className={severity === 'error' ? 'problem' : 'caution'}>
            <Icon name={severity === 'error' ? 'error' : 'warning'} />
            {criterion === null ? (
              <span>{message}</span>
            ) : (
              <button type="button" className="door" onClick={() => onChoose(criterion)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
