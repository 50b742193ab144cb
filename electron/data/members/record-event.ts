import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { EventInput } from '../../contract/member-events.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';
import { type EventPlan, planEvent } from './plan-event.ts';
import { removeEvent } from './remove-event.ts';
import type { StatusTrace } from './status-trace.ts';
import { writeDetail } from './write-detail.ts';

/**
 * Records a membership event and what it does to statuses, posts and dates, inside the running transaction; returns its
 * id. With `replaces`, the latest event is taken back first. Throws `wrong_arguments` when it cannot have happened.
 */
export async function recordEvent(
  db: Kysely<Tables>,
  memberId: string,
  input: EventInput,
  today: IsoDate,
  replaces?: string,
): Promise<string> {
  if (replaces !== undefined) await removeEvent(db, replaces);
  const plan = await planEvent(db, memberId, input, today);
  if (!plan.ok) throw new SochiboError('wrong_arguments', plan.problem.message);
  const id = newId();
  const confirmed = input.code === 'CHUYEN_DEN' ? await confirmTransit(db, memberId, plan.facts.date) : null;
  await db
    .insertInto('membership_event')
    .values(eventRow(id, memberId, input, plan))
    .execute();
  await writeStatuses(db, memberId, plan, {
    event: id,
    posts: await endPosts(db, plan),
    dates: await setDates(db, memberId, input, plan),
    confirmed,
  });
  return id;
}

type Planned = Extract<EventPlan, { ok: true }>;

function eventRow(id: string, memberId: string, input: EventInput, { facts, lines }: Planned) {
  const arrives = facts.code === 'CHUYEN_DEN' || facts.code === 'TAM_THOI_DEN';
  return {
    id,
    member_id: memberId,
    code: facts.code,
    date: facts.date,
    from_cell_id: lines.home?.cell_id ?? lines.guest?.cell_id ?? null,
    to_cell_id: facts.toCellId,
    from_text: arrives ? facts.place : null,
    to_text: arrives ? null : facts.place,
    document: input.document,
    note: input.note,
    decision_number: input.decision_number,
    decision_date: input.decision_date,
    paper_number: input.paper_number,
    paper_date: input.paper_date,
    received_on: null,
    dues_paid_to: input.dues_paid_to,
    reason: input.reason,
    ends_on: facts.endsOn,
  };
}

async function writeStatuses(
  db: Kysely<Tables>,
  memberId: string,
  { rows, after }: Planned,
  trace: Omit<StatusTrace, 'reopen' | 'removed'>,
): Promise<void> {
  const kept = new Map(after.flatMap((period) => (period.id === null ? [] : [[period.id, period] as const])));
  const removed = rows.filter(({ id }) => !kept.has(id));
  const cut = rows.filter(({ id, valid_to }) => kept.has(id) && kept.get(id)?.valid_to !== valid_to);
  for (const { id } of removed) await db.deleteFrom('member_status').where('id', '=', id).execute();
  for (const { id } of cut) {
    const valid_to = kept.get(id)?.valid_to ?? null;
    await db.updateTable('member_status').set({ valid_to }).where('id', '=', id).execute();
  }
  const whole: StatusTrace = { ...trace, reopen: cut.map(({ id, valid_to }) => ({ id, valid_to })), removed };
  const begun = after.filter(({ id }) => id === null);
  for (const period of begun) {
    await db
      .insertInto('member_status')
      .values({ ...period, id: newId(), member_id: memberId, basis: JSON.stringify(whole) })
      .execute();
  }
}

/** The receipt of a transfer out inside the office is the arrival itself. */
async function confirmTransit(db: Kysely<Tables>, memberId: string, day: IsoDate): Promise<string | null> {
  const open = await db
    .selectFrom('membership_event')
    .select('id')
    .where('member_id', '=', memberId)
    .where('code', '=', 'CHUYEN_DI')
    .where('received_on', 'is', null)
    .orderBy('date', 'desc')
    .executeTakeFirst();
  if (!open) return null;
  await db.updateTable('membership_event').set({ received_on: day }).where('id', '=', open.id).execute();
  return open.id;
}

async function endPosts(db: Kysely<Tables>, { facts, posts }: Planned): Promise<StatusTrace['posts']> {
  const eve = addDays(facts.date, -1);
  for (const { id, valid_from } of posts) {
    const valid_to = valid_from !== null && valid_from > eve ? valid_from : eve;
    await db.updateTable('cell_committee_member').set({ valid_to }).where('id', '=', id).execute();
  }
  return posts.map(({ id }) => ({ id, valid_to: null }));
}

/** The day of full membership belongs to the record; an admission is written with the form of the new member. */
async function setDates(
  db: Kysely<Tables>,
  memberId: string,
  { code }: EventInput,
  { facts, lines }: Planned,
): Promise<StatusTrace['dates']> {
  if (code !== 'CHINH_THUC') return null;
  const before = await db
    .selectFrom('member')
    .leftJoin('member_detail as detail', 'detail.member_id', 'member.id')
    .select(['member.full_member_date', 'detail.recognised_at'])
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow();
  await db.updateTable('member').set({ full_member_date: facts.date }).where('id', '=', memberId).execute();
  const cell = lines.home ?? lines.guest;
  if (cell && before.recognised_at === null) {
    const { name } = await db
      .selectFrom('organisation_version')
      .select('name')
      .where('organisation_id', '=', cell.cell_id)
      .orderBy('valid_from', 'desc')
      .executeTakeFirstOrThrow();
    await writeDetail(db, memberId, { recognised_at: name });
  }
  return before;
}
