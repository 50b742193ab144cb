import type { MeetingRatings } from '../../../../contract/ratings.ts';
import type { SheetDefinition } from '../../../../contract/scoring-sheet.ts';
import type { IsoDate } from '../../../vietnamese/dates.ts';
import type { MinutesData } from '../bc-11/minutes-data.ts';

type Rating = MeetingRatings['ratings'][number];

/** What a form of BC-06 prints: the sheet a meeting is scored by, with what the two scorers have said. */
export interface RatingSheetData {
  cellId: string;
  cell: string;
  day: IsoDate;
  /** The day of the meeting; null: not known, or a form to be written on by hand. */
  date: IsoDate | null;
  /** `sinh hoạt chi bộ thường kỳ tháng 7 năm 2024` */
  meeting: string;
  attendance: Pick<MinutesData, 'members' | 'due' | 'present'>;
  sheet: { name: string; definition: SheetDefinition };
  /** The cell committee, else the cell itself. */
  own: Rating | null;
  visitor: Rating | null;
  superior: string;
  blank: boolean;
}

/** One line as it is printed; points null = not scored, which is never 0 (R42). */
export interface PrintedLine {
  number: string;
  label: string;
  isGroup: boolean;
  max: number | null;
  own: number | null;
  visitor: number | null;
}

/** The lines of the sheet in printing order, with the points of both scorers. */
export function printedLines({
  sheet,
  own,
  visitor,
}: Pick<RatingSheetData, 'sheet' | 'own' | 'visitor'>): PrintedLine[] {
  const pointsOf = (rating: Rating | null, number: string) =>
    rating?.score?.groups[number] ?? rating?.score?.lines.find((line) => line.number === number)?.points ?? null;
  const lines = (criteria: SheetDefinition['criteria']): PrintedLine[] =>
    criteria.flatMap((criterion) => [
      {
        number: criterion.number,
        label: criterion.label,
        isGroup: criterion.kind === 'group',
        max: criterion.max_points ?? (criterion.kind === 'group' ? groupMaximum(criterion.criteria) : null),
        own: pointsOf(own, criterion.number),
        visitor: pointsOf(visitor, criterion.number),
      },
      ...lines(criterion.criteria),
    ]);
  return lines(sheet.definition.criteria);
}

export function totalOf(rating: Rating | null): number | null {
  return rating?.score?.total ?? rating?.form.total ?? null;
}

export function gradeOf(rating: Rating | null): 'good' | 'fair' | 'average' | 'poor' | null {
  return rating?.score?.grade ?? rating?.form.grade ?? null;
}

/** A group whose own maximum is not written down has that of its parts; a checklist has none. */
function groupMaximum(criteria: SheetDefinition['criteria']): number | null {
  const parts = criteria.map(({ max_points, kind, criteria: below }) =>
    kind === 'group' ? (max_points ?? groupMaximum(below)) : max_points,
  );
  return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
