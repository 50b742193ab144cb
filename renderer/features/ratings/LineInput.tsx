import { Checkbox, NativeSelect } from '@mantine/core';
import type { RatingItem, ScoredSheet } from '../../../electron/contract/ratings.ts';
import type { Criterion } from '../../../electron/contract/scoring-sheet.ts';
import { formatNumber } from '../../components/format.ts';
import { PointsField } from './PointsField.tsx';

type Line = ScoredSheet['lines'][number];
type InputProps = {
  criterion: Criterion;
  line: Line;
  isChecklist: boolean;
  onPoints: (points: number | null) => void;
};

/** Where the scorer says what a line is worth: yes or no, or points. */
export function LineInput({ criterion, line, isChecklist, onPoints }: InputProps) {
  const label = `Điểm mục ${criterion.number}`;
  if (!line.applies) return <span className="quiet">{formatNumber(line.points)}</span>;
  if (criterion.kind !== 'yes_no' && !isChecklist) {
    return <PointsField label={label} value={line.points} max={line.max} onChange={onPoints} />;
  }
  const full = isChecklist ? 1 : (line.max ?? 0);
  const worth = (points: number) => (isChecklist ? '' : ` (${formatNumber(points)})`);
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      className="yes-no"
      value={line.points === null ? '' : line.points > 0 ? 'yes' : 'no'}
      data={[
        { value: '', label: '–' },
        { value: 'yes', label: `Có${worth(full)}` },
        { value: 'no', label: `Không${worth(0)}` },
      ]}
      onChange={({ currentTarget: { value } }) => onPoints(value === 'yes' ? full : value === 'no' ? 0 : null)}
    />
  );
}

type WordsProps = {
  criterion: Criterion;
  line: Line;
  item: RatingItem | undefined;
  onItem: (said: Partial<Omit<RatingItem, 'criterion'>>) => void;
};

/** What the meeting itself says of the line, and the basis of another figure than that. */
LineInput.Words = function Words({ criterion, line, item, onItem }: WordsProps) {
  const { worked_out, points, proposed, words, source } = line;
  const differs = worked_out !== null && source === 'entered' && points !== worked_out;
  const said = item !== undefined && !item.applies;
  return (
    <>
      {words !== null && (
        <span className="rating-words small">
          {worked_out !== null && <strong className="tag">tự tính {formatNumber(worked_out)}</strong>}
          {worked_out === null && proposed !== null && (
            <strong className="tag">đề nghị {formatNumber(proposed)}</strong>
          )}
          {words}
        </span>
      )}
      {(differs || item?.basis) && (
        <input
          className="basis-field"
          aria-label={`Căn cứ mục ${criterion.number}`}
          placeholder={`Căn cứ cho điểm khác điểm tự tính (${formatNumber(worked_out)})`}
          value={item?.basis ?? ''}
          onChange={(event) => onItem({ basis: event.currentTarget.value || null })}
        />
      )}
      {criterion.applies_when !== null && (source !== 'rule' || said) && (
        <Checkbox
          size="xs"
          label="Không áp dụng cho buổi này"
          checked={said}
          onChange={(event) => onItem({ applies: !event.currentTarget.checked, points: null })}
        />
      )}
    </>
  );
};
