import type { AssignmentCheck, CheckRecord } from '../../../electron/contract/assignments.ts';
import { formatInt } from '../../components/format.ts';
import { checkWords } from './checks.ts';

type Props<Check extends AssignmentCheck> = {
  checks: readonly Check[];
  findings: readonly CheckRecord[];
  chosen: Check | null;
  onChoose: (check: Check | null) => void;
};

/** What is not in order, each a filter of the list; a check that finds nothing has no chip. */
export function CheckChips<Check extends AssignmentCheck>({ checks, findings, chosen, onChoose }: Props<Check>) {
  const found = checks
    .map((check) => ({ check, number: findings.filter((finding) => finding.check === check).length }))
    .filter(({ check, number }) => number > 0 || check === chosen);
  if (found.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: filters in a row, not a part of a form
    <div className="chips" role="group" aria-label="Cần xem lại">
      {found.map(({ check, number }) => (
        <button
          key={check}
          type="button"
          className="chip"
          aria-pressed={check === chosen}
          onClick={() => onChoose(check === chosen ? null : check)}
        >
          {checkWords[check]}: {formatInt(number)}
        </button>
      ))}
    </div>
  );
}
