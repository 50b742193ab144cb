import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';

/** The visit as its plan has to know it. */
export interface VisitToLink {
  id: string;
  officialId: string | null;
  /** The visitor as the register names him. */
  name: string;
  onBehalfOfId: string | null;
  /** The person the visitor came for, where that person is on no list. */
  onBehalfOfName: string | null;
  cellId: string;
  /** Month of the meeting. */
  period: string;
}

/**
 * The plan that led to a visit becomes attended, or one for which a substitute was sent (handbook R31, R34). Of several
 * plans of the month the one for the cell goes before one for "any cell". A plan that was put off stays so, with its visit.
 * Who came after all, to the very cell, was not substituted; who came for somebody on no list did not follow his own plan.
 */
export async function linkPlan(db: Kysely<Tables>, visit: VisitToLink): Promise<void> {
  const isSubstitute = visit.onBehalfOfId !== null;
  const assigned = visit.onBehalfOfId ?? visit.officialId;
  if (assigned === null || (!isSubstitute && visit.onBehalfOfName !== null)) return;
  const plans = await db
    .selectFrom('planned_visit')
    .selectAll()
    .where('official_id', '=', assigned)
    .where('visit_id', 'is', null)
    .where('state', 'in', ['planned', 'cell_notified', 'rescheduled', 'substitute_sent'])
    .where((eb) => eb.or([eb('cell_id', '=', visit.cellId), eb('cell_id', 'is', null)]))
    .orderBy('period')
    .orderBy('id')
    .execute();
  const fitting = plans.filter(
    (plan) =>
      (plan.rescheduled_to ?? plan.period).slice(0, 7) === visit.period &&
      (isSubstitute || plan.state !== 'substitute_sent' || plan.cell_id === visit.cellId),
  );
  const plan = fitting.find(({ cell_id }) => cell_id === visit.cellId) ?? fitting[0];
  if (!plan) return;
  const state = isSubstitute ? 'substitute_sent' : plan.state === 'rescheduled' ? 'rescheduled' : 'attended';
  const substitute = isSubstitute
    ? { substitute_id: visit.officialId, substitute_name: visit.officialId === null ? visit.name : null }
    : { substitute_id: null, substitute_name: null };
  await db
    .updateTable('planned_visit')
    .set({ visit_id: visit.id, state, ...substitute })
    .where('id', '=', plan.id)
    .execute();
}

/** A visit that is taken out leaves its plans open again; what was said of a substitute or a put-off day stays. */
export async function unlinkPlans(db: Kysely<Tables>, visitId: string): Promise<void> {
  await db
    .updateTable('planned_visit')
    .set((eb) => ({
      visit_id: null,
      state: eb
        .case()
        .when('state', '=', 'attended')
        .then('planned' as const)
        .else(eb.ref('state'))
        .end(),
    }))
    .where('visit_id', '=', visitId)
    .execute();
}
