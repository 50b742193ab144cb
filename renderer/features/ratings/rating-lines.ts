import type { MeetingRatings, RatingForm, RatingItem, ScoredSheet } from '../../../electron/contract/ratings.ts';
import type { Criterion, ScorerRole } from '../../../electron/contract/scoring-sheet.ts';

/** One line of the printed sheet: a group, or what is scored. */
export type SheetLine = { criterion: Criterion; depth: number };

/** Every line in printing order, groups before their parts. */
export function sheetLines(criteria: readonly Criterion[], depth = 0): SheetLine[] {
  return criteria.flatMap((criterion) => [{ criterion, depth }, ...sheetLines(criterion.criteria, depth + 1)]);
}

/** What a scorer has not begun yet. */
export const emptyRating: RatingForm = {
  scorer: null,
  official_id: null,
  rated_on: null,
  votes_for: null,
  votes_total: null,
  weaknesses: null,
  note: null,
  total: null,
  grade: null,
  items: [],
};

/**
 * The rating as it opens: lines that stand as the meeting gives them are not the scorer's own, so that they follow a
 * correction of the meeting.
 */
export function openingForm({ ratings, sheet }: MeetingRatings, role: ScorerRole): RatingForm {
  const rating = ratings.find((each) => each.role === role);
  if (!rating) return emptyRating;
  const asGiven = new Set(
    (rating.score?.lines ?? [])
      .filter(({ worked_out, points, applies }) => !applies || (worked_out !== null && worked_out === points))
      .map(({ number }) => number),
  );
  const own = rating.form.items.filter(({ criterion, basis, applies, points }) => {
    if (basis !== null) return true;
    if (asGiven.has(criterion)) return !applies && isAsked(rating.score, criterion);
    return points !== null;
  });
  // A grade that follows from the points follows them when they change.
  const { total, grade } = rating.form;
  const byPoints = total === null ? null : (sheet?.definition.grades.find(({ from }) => total >= from)?.code ?? null);
  return { ...rating.form, items: own, grade: grade === byPoints ? null : grade };
}

/** The scorer, and not the sheet, has said that a line does not apply. */
function isAsked(score: ScoredSheet | null, number: string): boolean {
  return score?.lines.find((line) => line.number === number)?.source !== 'rule';
}

/** The items with one changed; a line of which nothing is said any more has none. */
export function withItem(
  items: readonly RatingItem[],
  criterion: string,
  said: Partial<Omit<RatingItem, 'criterion'>>,
): RatingItem[] {
  const before = items.find((item) => item.criterion === criterion) ?? {
    criterion,
    points: null,
    applies: true,
    basis: null,
  };
  const after = { ...before, ...said };
  const others = items.filter((item) => item.criterion !== criterion);
  return after.points === null && after.applies && !after.basis ? others : [...others, after];
}

/** The scorer's own figures with every proposal taken over where nothing is said yet. */
export function withProposals(items: readonly RatingItem[], score: ScoredSheet): RatingItem[] {
  return score.lines.reduce<RatingItem[]>(
    (taken, { number, points, proposed, applies }) =>
      applies && points === null && proposed !== null ? withItem(taken, number, { points: proposed }) : taken,
    [...items],
  );
}
