import type { MeetingRatings, RatingForm, ScoredSheet } from '../../../electron/contract/ratings.ts';
import type { ScorerRole } from '../../../electron/contract/scoring-sheet.ts';
import { formatNumber } from '../../components/format.ts';
import { scorerWords } from '../../components/words.ts';
import { LineInput } from './LineInput.tsx';
import { type SheetLine, sheetLines, withItem } from './rating-lines.ts';

type Props = {
  page: MeetingRatings;
  sheet: NonNullable<MeetingRatings['sheet']>;
  role: ScorerRole;
  form: RatingForm;
  score: ScoredSheet;
  set: (change: Partial<RatingForm>) => void;
};

/** The sheet as it prints (BC-06): each scorer a column, the one being filled in with fields. */
export function RatingTable({ page, sheet, role, form, score, set }: Props) {
  const others = page.ratings.filter((rating) => rating.role !== role);
  const isChecklist = sheet.definition.mode === 'checklist';
  const lineOf = new Map(score.lines.map((line) => [line.number, line]));
  const itemOf = new Map(form.items.map((item) => [item.criterion, item]));
  const given = (rating: (typeof others)[number], number: string, isGroup: boolean) => {
    if (isGroup) return formatNumber(rating.score?.groups[number]);
    const points = rating.form.items.find(({ criterion }) => criterion === number)?.points ?? null;
    if (!isChecklist) return formatNumber(points);
    return points === null ? '–' : points > 0 ? 'Có' : 'Không';
  };
  const row = ({ criterion, depth }: SheetLine) => {
    const isGroup = criterion.kind === 'group';
    const line = lineOf.get(criterion.number);
    return (
      <tr key={criterion.number} className={isGroup ? 'rating-group' : ''}>
        <td>{criterion.number}</td>
        <td className={depth > 0 ? 'rating-part' : ''}>
          {criterion.label}
          {criterion.note && <span className="quiet small rating-note">{criterion.note}</span>}
          {line && (
            <LineInput.Words
              criterion={criterion}
              line={line}
              item={itemOf.get(criterion.number)}
              onItem={(said) => set({ items: withItem(form.items, criterion.number, said) })}
            />
          )}
        </td>
        {!isChecklist && <td className="number">{formatNumber(line ? line.max : criterion.max_points)}</td>}
        <td className="number">
          {line ? (
            <LineInput
              criterion={criterion}
              line={line}
              isChecklist={isChecklist}
              onPoints={(points) => set({ items: withItem(form.items, criterion.number, { points }) })}
            />
          ) : (
            !isChecklist && formatNumber(score.groups[criterion.number])
          )}
        </td>
        {others.map((rating) => (
          <td key={rating.role} className="number">
            {isChecklist && isGroup ? '' : given(rating, criterion.number, isGroup)}
          </td>
        ))}
      </tr>
    );
  };
  return (
    <table className="rating-table">
      <thead>
        <tr>
          <th scope="col">TT</th>
          <th scope="col">Tiêu chí đánh giá</th>
          {!isChecklist && <th scope="col">Thang điểm</th>}
          <th scope="col">{scorerWords[role]}</th>
          {others.map((rating) => (
            <th key={rating.role} scope="col">
              {scorerWords[rating.role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{sheetLines(sheet.definition.criteria).map(row)}</tbody>
    </table>
  );
}
