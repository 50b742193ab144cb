import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { RatingForm, RatingItem } from '../../contract/ratings.ts';
import { SochiboError } from '../errors.ts';
import type { Grade, ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { formatDecimal } from '../vietnamese/numbers.ts';
import type { Sheet } from './applicable-sheet.ts';
import type { Facts } from './facts.ts';
import { entriesOf, type ScoringSubject, scoringSubject } from './meeting-ratings.ts';
import { gradeOf, type ScoredLine, score } from './score.ts';

/**
 * Writes the rating of one scorer with its lines. Scored line by line, the total and the grade are the sheet's; else they
 * are as entered. What was worked out from the meeting stays unless another figure is given with its basis.
 * Throws `not_found`, `wrong_arguments` for points over the maximum, a figure without a basis, or votes over their base.
 */
export async function saveRating(
  db: Kysely<Tables>,
  { meetingId, role, form }: { meetingId: string; role: ScorerRole; form: RatingForm },
): Promise<void> {
  const subject = await scoringSubject(db, meetingId);
  refuseVotes(form);
  const outcome = outcomeOf(subject, role, form);
  const row = {
    ...{ scorer: cleaned(form.scorer), official_id: form.official_id, rated_on: form.rated_on },
    ...{ votes_for: form.votes_for, votes_total: form.votes_total },
    ...{ weaknesses: cleaned(form.weaknesses), note: cleaned(form.note) },
    ...{ total: outcome.total, grade: outcome.grade, result: outcome.result },
    scoring_sheet_id: subject.sheet?.sheet.id ?? null,
  };
  const present = await db
    .selectFrom('rating')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('scorer_role', '=', role)
    .executeTakeFirst();
  const id = present?.id ?? newId();
  if (present) await db.updateTable('rating').set(row).where('id', '=', id).execute();
  else
    await db
      .insertInto('rating')
      .values({ ...row, id, meeting_id: meetingId, scorer_role: role })
      .execute();
  await saveItems(db, id, outcome.items);
}

/** Takes the rating of one scorer out. */
export async function removeRating(db: Kysely<Tables>, meetingId: string, role: ScorerRole): Promise<void> {
  const rating = await db
    .selectFrom('rating')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('scorer_role', '=', role)
    .executeTakeFirst();
  if (!rating) throw new SochiboError('not_found', 'Buổi sinh hoạt này chưa có phiếu chấm của người đó.');
  await db.deleteFrom('rating_item').where('rating_id', '=', rating.id).execute();
  await db.deleteFrom('rating').where('id', '=', rating.id).execute();
}

interface Outcome {
  total: number | null;
  grade: Grade | null;
  result: 'meets' | 'does_not_meet' | null;
  items: RatingItem[];
}

function outcomeOf({ sheet: subject }: ScoringSubject, role: ScorerRole, form: RatingForm): Outcome {
  if (subject === null) return { total: form.total, grade: form.grade, result: null, items: [] };
  const { sheet, facts } = subject;
  if (form.items.length === 0) return entered(sheet, role, form);
  const items = form.items.map((item) => ({ ...item, basis: cleaned(item.basis) }));
  const { lines, total, grade, result } = score(sheet.definition, facts, entriesOf(items));
  refuseItems(items, lines, sheet, facts);
  const said = new Map(items.map((item) => [item.criterion, item]));
  return {
    total,
    // The superior decides the grade (HD 42 mục 5); of every other scorer it follows from the points.
    grade: (role === 'superior_decision' ? form.grade : null) ?? grade,
    result,
    items: lines.map(({ number, points, applies }) => ({
      criterion: number,
      points,
      applies,
      basis: said.get(number)?.basis ?? null,
    })),
  };
}

/** A rating of which only the sum, or only the grade, is known. */
function entered({ definition }: Sheet, role: ScorerRole, { total, grade }: RatingForm): Outcome {
  if (definition.mode === 'points' && total !== null && total > definition.total_points) {
    throw new SochiboError(
      'wrong_arguments',
      `Tổng điểm ${shown(total)} cao hơn tổng điểm của mẫu (${shown(definition.total_points)}).`,
    );
  }
  const byPoints = total === null ? null : gradeOf(definition, total);
  const decided = role === 'superior_decision' || byPoints === null ? (grade ?? byPoints) : byPoints;
  return { total, grade: decided, result: null, items: [] };
}

function refuseItems(items: readonly RatingItem[], lines: readonly ScoredLine[], sheet: Sheet, facts: Facts): void {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const kinds = new Map(score(sheet.definition, facts, new Map()).lines.map((line) => [line.number, line.worked_out]));
  for (const { criterion, points, basis } of items) {
    const line = byNumber.get(criterion);
    if (!line) {
      throw new SochiboError('wrong_arguments', `Mẫu ${sheet.name} không có tiêu chí "${criterion}".`);
    }
    if (points === null || !line.applies) continue;
    const max = sheet.definition.mode === 'checklist' ? 1 : (line.max ?? 0);
    if (points > max) {
      throw new SochiboError(
        'wrong_arguments',
        `Mục ${criterion}: ${shown(points)} điểm cao hơn điểm tối đa ${shown(max)}. Sửa điểm của mục này.`,
      );
    }
    const workedOut = kinds.get(criterion) ?? null;
    if (workedOut !== null && workedOut !== points && basis === null) {
      throw new SochiboError(
        'wrong_arguments',
        `Mục ${criterion}: điểm ${shown(points)} khác điểm tự tính ${shown(workedOut)}. Ghi căn cứ của điểm này.`,
      );
    }
  }
}

function refuseVotes({ votes_for, votes_total }: RatingForm): void {
  if (votes_for !== null && votes_total !== null && votes_for > votes_total) {
    throw new SochiboError(
      'wrong_arguments',
      `Số tán thành (${votes_for}) nhiều hơn số biểu quyết (${votes_total}). Sửa một trong hai số.`,
    );
  }
}

async function saveItems(db: Kysely<Tables>, ratingId: string, items: readonly RatingItem[]): Promise<void> {
  const rows = await db.selectFrom('rating_item').selectAll().where('rating_id', '=', ratingId).execute();
  const kept = new Set(items.map(({ criterion }) => criterion));
  const gone = rows.filter(({ criterion }) => !kept.has(criterion)).map(({ id }) => id);
  if (gone.length > 0) await db.deleteFrom('rating_item').where('id', 'in', gone).execute();
  for (const { criterion, points, applies, basis } of items) {
    const present = rows.find((row) => row.criterion === criterion);
    const values = { points, applies: applies ? (1 as const) : (0 as const), basis };
    if (!present) {
      await db
        .insertInto('rating_item')
        .values({ ...values, id: newId(), rating_id: ratingId, criterion })
        .execute();
    } else if (present.points !== points || present.basis !== basis || present.applies !== values.applies) {
      await db.updateTable('rating_item').set(values).where('id', '=', present.id).execute();
    }
  }
}

function cleaned(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function shown(points: number): string {
  return formatDecimal(points, Number.isInteger(points) ? 0 : 2);
}
