import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PlanRecord } from '../../contract/schedule.ts';
import { readAssignmentBook } from '../assignments/assignment-book.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { PlannedVisitState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { formatDate, type IsoDate, monthOf, parseIsoDate } from '../vietnamese/dates.ts';
import { listPlans, monthOfPlan } from './list-plans.ts';

export interface NewPlan {
  officialId: string;
  cellId: string | null;
  date: IsoDate;
  note: string | null;
}

/** Why a plan that is over was changed. */
export interface ChangeReason {
  /** Code list `missed_reasons`. */
  code?: string | null | undefined;
  text?: string | null | undefined;
}

/** Plans a visit. Throws `conflict` when the official already has a plan for the cell in that month. */
export async function planVisit(db: Kysely<Tables>, plan: NewPlan): Promise<string> {
  const [id] = await planVisits(db, [plan]);
  return id ?? '';
}

/** Plans several visits with the assignment each is under. Throws `conflict` as `planVisit`. */
export async function planVisits(db: Kysely<Tables>, plans: readonly NewPlan[]): Promise<string[]> {
  const [assignments, organisations] = await Promise.all([readAssignmentBook(db), readOrganisationHistory(db)]);
  const there = await db
    .selectFrom('planned_visit')
    .select(['official_id', 'cell_id', 'period', 'rescheduled_to', 'state'])
    .execute();
  const keyOf = (officialId: string, cellId: string | null, period: string) => `${officialId} ${cellId} ${period}`;
  const known = new Set(
    there
      .filter(({ state }) => state !== 'cancelled' && state !== 'missed')
      .map((plan) => keyOf(plan.official_id, plan.cell_id, monthOfPlan(plan))),
  );
  const rows = plans.map(({ officialId, cellId, date, note }) => {
    const period = monthOf(date);
    const key = keyOf(officialId, cellId, period);
    if (cellId !== null && known.has(key)) {
      throw twiceInMonth(organisations.nameOn(cellId, date), period);
    }
    known.add(key);
    const chain = cellId === null ? [] : organisations.chainOn(cellId, date);
    return {
      ...{ id: newId(), official_id: officialId, period, cell_id: cellId, typed: null, reason: null },
      ...{
        state: 'planned' as const,
        substitute_id: null,
        substitute_name: null,
        rescheduled_to: null,
        visit_id: null,
      },
      ...{ report_submitted_on: null, note: cleanLine(note ?? '') || null, planned_date: date },
      assignment_id: assignments.covering(officialId, chain, date)?.id ?? null,
    };
  });
  // Far below SQLite's limit on bound values.
  for (let start = 0; start < rows.length; start += 500) {
    await db
      .insertInto('planned_visit')
      .values(rows.slice(start, start + 500))
      .execute();
  }
  return rows.map(({ id }) => id);
}

/**
 * Sets a plan on another day. One that is still to come is simply planned anew, and the cell has to be told again; one
 * that is over was put off, which needs its reason (handbook R34). Throws `conflict` for a visit that was made.
 */
export async function movePlan(
  db: Kysely<Tables>,
  id: string,
  date: IsoDate,
  { reason, on }: { reason: ChangeReason; on: IsoDate },
): Promise<void> {
  const plan = await openPlan(db, id, on);
  if (plan.date === date) return;
  await refuseSecondInMonth(db, plan, date);
  const values = plan.past
    ? { state: 'rescheduled' as const, rescheduled_to: date, ...(await reasonOf(db, plan, reason)) }
    : plan.state === 'rescheduled'
      ? { rescheduled_to: date }
      : {
          ...{ state: 'planned' as const, planned_date: date, period: monthOf(date) },
          ...{ reason_code: null, reason: null },
        };
  // Whoever was to go instead was to go on the old day (R31).
  const nobodyElse = { substitute_id: null, substitute_name: null };
  await db
    .updateTable('planned_visit')
    .set({ ...values, ...nobodyElse })
    .where('id', '=', id)
    .execute();
}

/** A plan that is moved to a month joins those of that month: still one for each official and cell. */
async function refuseSecondInMonth(db: Kysely<Tables>, plan: PlanRecord, date: IsoDate): Promise<void> {
  const month = monthOf(date);
  if (plan.cell_id === null || monthOfPlan(plan) === month) return;
  const others = await listPlans(db, { officialId: plan.official_id, from: month, to: month }, date);
  const same = others.find(
    ({ id, cell_id, state }) =>
      id !== plan.id && cell_id === plan.cell_id && state !== 'missed' && state !== 'cancelled',
  );
  if (same) throw twiceInMonth(plan.cell ?? '', month);
}

function twiceInMonth(cell: string, month: string): SochiboError {
  return new SochiboError(
    'conflict',
    `Cán bộ này đã có lịch dự ${cell} trong tháng ${Number(month.slice(5))}/${month.slice(0, 4)}. Mở lịch đó để chuyển ngày.`,
  );
}

export interface StateChange {
  state: Exclude<PlannedVisitState, 'attended' | 'rescheduled'>;
  reason: ChangeReason;
  substituteId?: string | null | undefined;
  substituteName?: string | null | undefined;
}

/**
 * What became of a plan: the cell was told, missed, a substitute sent, cancelled; `planned` takes that back. Missing it
 * always needs a reason, and so does every change of a plan that is over (handbook R34). That it was attended is never
 * said here: the register says so. Throws `wrong_arguments`, `conflict`.
 */
export async function setPlanState(
  db: Kysely<Tables>,
  id: string,
  { state, reason, substituteId, substituteName }: StateChange,
  on: IsoDate,
): Promise<void> {
  const plan = await openPlan(db, id, on);
  const said = plan.past || state === 'missed' ? await reasonOf(db, plan, reason) : await reasonOrNone(db, reason);
  const name = cleanLine(substituteName ?? '') || null;
  if (state === 'substitute_sent' && !substituteId && name === null) {
    throw new SochiboError('wrong_arguments', 'Chưa ghi ai dự thay. Chọn cán bộ hoặc ghi họ tên.');
  }
  if (substituteId === plan.official_id) {
    throw new SochiboError('wrong_arguments', 'Người dự thay phải là người khác. Chọn lại người dự thay.');
  }
  const sent = state === 'substitute_sent';
  await db
    .updateTable('planned_visit')
    .set({
      state: state === 'planned' && plan.rescheduled_to !== null ? 'rescheduled' : state,
      ...said,
      substitute_id: sent ? (substituteId ?? null) : null,
      substitute_name: sent ? name : null,
    })
    .where('id', '=', id)
    .execute();
}

async function openPlan(db: Kysely<Tables>, id: string, on: IsoDate): Promise<PlanRecord> {
  const [plan] = await listPlans(db, { id }, on);
  if (!plan) throw new SochiboError('not_found', 'Không có lịch dự này trong sổ.');
  if (plan.visit_id === null) return plan;
  throw new SochiboError('conflict', 'Lịch này đã có lượt dự trong sổ. Xóa lượt dự ở buổi sinh hoạt rồi mới sửa lịch.');
}

/** The reason a change needs. Throws `wrong_arguments` when none was given. */
async function reasonOf(db: Kysely<Tables>, plan: PlanRecord, reason: ChangeReason) {
  const said = await reasonOrNone(db, reason);
  if (said.reason !== null) return said;
  const day = plan.date === null ? null : parseIsoDate(plan.date);
  throw new SochiboError(
    'wrong_arguments',
    day !== null && plan.past
      ? `Lịch ngày ${formatDate(day)} đã qua: chọn lý do thay đổi (công tác đột xuất, đi công tác, ốm…).`
      : 'Chọn lý do (công tác đột xuất, đi công tác, ốm, chi bộ đổi lịch, thiên tai…).',
  );
}

/** Code and words; the words of the code where the clerk wrote none of his own. */
async function reasonOrNone(db: Kysely<Tables>, { code, text }: ChangeReason) {
  const words = cleanLine(text ?? '') || null;
  if (!code) return { reason_code: null, reason: words };
  const known = await db
    .selectFrom('code_list')
    .select('label')
    .where('list', '=', 'missed_reasons')
    .where('code', '=', code)
    .executeTakeFirst();
  if (!known) throw new SochiboError('wrong_arguments', `Không có lý do "${code}" trong danh mục lý do vắng.`);
  return { reason_code: code, reason: words === null ? known.label : `${known.label}: ${words}` };
}
