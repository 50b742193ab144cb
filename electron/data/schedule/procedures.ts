import type { PlanRecord } from '../../contract/schedule.ts';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { codeChoicesOf } from '../rules/code-choices.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { formatDate, type IsoDate, type Month, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';
import { movePlan, planVisit, planVisits, setPlanState } from './change-plan.ts';
import { listPlans } from './list-plans.ts';
import { monthBoard } from './month-board.ts';
import { proposeRotation } from './propose.ts';
import { scheduleFile } from './schedule-file.ts';
import { unvisitedCells } from './unvisited.ts';

export const scheduleProcedures = os.schedule.router({
  board: os.schedule.board.handler(({ context: { session }, input }) =>
    monthBoard(session.office.db, asMonth(input.month), scopeOf(input)),
  ),
  plans: os.schedule.plans.handler(({ context: { session }, input }) =>
    listPlans(session.office.db, { from: input.from, to: input.to, ...scopeOf(input) }),
  ),
  reasons: os.schedule.reasons.handler(({ context: { session } }) =>
    codeChoicesOf(session.office.db, 'missed_reasons', today()),
  ),
  plan: os.schedule.plan.handler(async ({ context: { session }, input }) => {
    const date = asDay(input.date);
    const plan = { officialId: input.official_id, cellId: input.cell_id, date, note: input.note };
    const id = await session.office.write('Lập lịch dự', `Ngày ${formatDate(date)}`, (db) => planVisit(db, plan));
    return planOf(session, id);
  }),
  move: os.schedule.move.handler(async ({ context: { session }, input }) => {
    const date = asDay(input.date);
    const reason = { code: input.reason_code, text: input.reason };
    await session.office.write('Chuyển ngày dự', `Sang ngày ${formatDate(date)}`, (db) =>
      movePlan(db, input.id, date, { reason, on: today() }),
    );
    return planOf(session, input.id);
  }),
  setState: os.schedule.setState.handler(async ({ context: { session }, input }) => {
    const change = {
      state: input.state,
      reason: { code: input.reason_code, text: input.reason },
      substituteId: input.substitute_id,
      substituteName: input.substitute_name,
    };
    await session.office.write('Ghi kết quả lịch dự', '', (db) => setPlanState(db, input.id, change, today()));
    return planOf(session, input.id);
  }),
  propose: os.schedule.propose.handler(({ context: { session }, input }) =>
    proposeRotation(session.office.db, { from: asMonth(input.from), months: input.months, ...scopeOf(input) }),
  ),
  accept: os.schedule.accept.handler(async ({ context: { session }, input }) => {
    const plans = input.visits.map(({ official_id, cell_id, date }) => ({
      officialId: official_id,
      cellId: cell_id,
      date: asDay(date),
      note: null,
    }));
    const ids = await session.office.write('Ghi lịch dự đề xuất', `${plans.length} lượt`, (db) =>
      planVisits(db, plans),
    );
    return { written: ids.length };
  }),
  unvisited: os.schedule.unvisited.handler(({ context: { session }, input }) =>
    unvisitedCells(session.office.db, input.day === undefined ? today() : asDay(input.day), {
      months: input.months,
      organisationId: input.organisation_id,
    }),
  ),
  file: os.schedule.file.handler(async ({ context: { session }, input }) => ({
    file: await scheduleFile(session, asMonth(input.month), input.format, scopeOf(input)),
  })),
});

function scopeOf(input: { organisation_id?: string | undefined; official_id?: string | undefined }) {
  return { organisationId: input.organisation_id, officialId: input.official_id };
}

async function planOf(session: Session, id: string): Promise<PlanRecord> {
  const [plan] = await listPlans(session.office.db, { id });
  if (!plan) throw new SochiboError('not_found', 'Không có lịch dự này trong sổ.');
  return plan;
}

function asMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new SochiboError('wrong_arguments', `"${text}" không phải là tháng (2026-07).`);
  return month;
}

function asDay(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new SochiboError('wrong_arguments', `"${text}" không phải là ngày (2026-07-03).`);
  return day;
}
