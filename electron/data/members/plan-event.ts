import type { Kysely } from 'kysely';
import type { EventInput } from '../../contract/member-events.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { isCounted } from './counted.ts';
import { type EventFacts, effectOf } from './effect-of.ts';
import { type EventProblem, factsOf } from './event-facts.ts';
import { eventWarnings } from './event-warnings.ts';
import { latestOf, type StatusLines, type StatusPeriod, situationOf } from './status-period.ts';
import { latestTrace, rowsBefore, type StatusRow, type StatusTrace } from './status-trace.ts';
import { effectSentences } from './status-words.ts';

/** A post in the old cell that the event brings to its end. */
export interface EndedPost {
  id: string;
  valid_from: string | null;
}

/** What recording an event would do; with a `problem` it cannot be recorded. */
export type EventPlan =
  | { ok: false; problem: EventProblem }
  | {
      ok: true;
      facts: EventFacts;
      lines: StatusLines;
      /** The rows as they stand, before which the replaced event is already taken away. */
      rows: StatusRow[];
      after: StatusPeriod[];
      posts: EndedPost[];
      sentences: string[];
      warnings: string[];
    };

/**
 * Plans an event of a member (null: one who is yet to be created). With `replaces`, as if that event, which must be the
 * latest, had not been recorded.
 */
export async function planEvent(
  db: Kysely<Tables>,
  memberId: string | null,
  input: EventInput,
  today: IsoDate,
  replaces?: string,
): Promise<EventPlan> {
  const [stored, rules, history, member] = await Promise.all([
    memberId === null ? [] : readStatusRows(db, memberId),
    readRules(db),
    readOrganisationHistory(db),
    db
      .selectFrom('member')
      .select('admission_date')
      .where('id', '=', memberId ?? '')
      .executeTakeFirst(),
  ]);
  const replaced = replaces === undefined ? null : latestTrace(stored);
  if (replaces !== undefined && replaced?.event !== replaces) {
    return { ok: false, problem: { field: 'code', message: 'Chỉ sửa được biến động mới nhất.' } };
  }
  const rows = replaced ? rowsBefore(stored, replaced) : stored;
  const lines = latestOf(rows);
  const read = factsOf(input, situationOf(lines));
  if (!read.ok) return read;
  const { facts } = read;
  const effect = effectOf(facts, rows);
  if (!effect.ok) return { ok: false, problem: { field: effect.field, message: effect.message } };
  const problem = cellProblem(facts, lines, history);
  if (problem) return { ok: false, problem };
  const posts = memberId === null ? [] : await postsThatEnd(db, memberId, effect.statuses, replaced);
  const nameOf = (cellId: string) => history.nameOn(cellId, facts.date);
  const sentences = effectSentences(rows, effect.statuses, nameOf);
  if (posts.length > 0) sentences.push('Chức vụ trong chi ủy ở chi bộ cũ kết thúc từ ngày đó.');
  const admissionDate = member?.admission_date ?? null;
  const warnings = eventWarnings(input, facts, { lines, admissionDate, rules, today });
  return { ok: true, facts, lines, rows, after: effect.statuses, posts, sentences, warnings };
}

/** All status rows of a member, earliest first. */
export function readStatusRows(db: Kysely<Tables>, memberId: string): Promise<StatusRow[]> {
  return db
    .selectFrom('member_status')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

type History = Awaited<ReturnType<typeof readOrganisationHistory>>;

/** The chosen cell has to be there on the day; an internal move stays inside one grassroots committee (1.6). */
function cellProblem(
  { code, date, toCellId }: EventFacts,
  { home }: StatusLines,
  history: History,
): EventProblem | null {
  if (toCellId === null) return null;
  if (!history.has(toCellId) || !history.isInForce(toCellId, date)) {
    return { field: 'to_cell_id', message: `Chi bộ này không hoạt động vào ngày ${formatDate(date)}.` };
  }
  if (code === 'NOI_BO' && home && history.grassrootsOf(home.cell_id, date) !== history.grassrootsOf(toCellId, date)) {
    const message = 'Hai chi bộ không cùng một đảng bộ cơ sở: ghi “Chuyển đi” rồi “Chuyển đến”.';
    return { field: 'to_cell_id', message };
  }
  return null;
}

/** Posts of the member in cells of which he or she is no longer a counted member after the event. */
async function postsThatEnd(
  db: Kysely<Tables>,
  memberId: string,
  after: readonly StatusPeriod[],
  replaced: StatusTrace | null,
): Promise<EndedPost[]> {
  const { home } = latestOf(after);
  const cell = home && isCounted(home.kind) ? home.cell_id : null;
  const posts = await db
    .selectFrom('cell_committee_member')
    .select(['id', 'organisation_id', 'valid_from', 'valid_to'])
    .where('member_id', '=', memberId)
    .execute();
  const reopened = new Set(replaced?.posts.map(({ id }) => id));
  return posts.filter(
    ({ id, organisation_id, valid_to }) => organisation_id !== cell && (valid_to === null || reopened.has(id)),
  );
}

/** A day as the contract gives it. Throws RangeError when there is no such day. */
export function dayOf(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}
