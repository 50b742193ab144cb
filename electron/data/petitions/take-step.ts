import type { Kysely } from 'kysely';
import type { PetitionStepInput } from '../../contract/petitions.ts';
import { SochiboError } from '../errors.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { Authority } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { PetitionRow } from '../schema/petition-tables.ts';
import { cleanText } from '../vietnamese/clean-text.ts';
import { addDays, formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { asDay } from './days.ts';
import { readBodies, requireInForce } from './handling-bodies.ts';
import { afterStep, type StepKind } from './life-cycle.ts';
import { requirePetition } from './save-petition.ts';

/** What the history calls each step. */
export const stepNames: Readonly<Record<StepKind, string>> = {
  receive: 'Tiếp nhận kiến nghị',
  forward: 'Chuyển kiến nghị',
  pass_up: 'Chuyển kiến nghị vượt thẩm quyền',
  start: 'Ghi kiến nghị đang giải quyết',
  answer: 'Ghi trả lời kiến nghị',
  answer_on_the_spot: 'Ghi giải đáp tại chỗ',
  leave_unresolved: 'Ghi kiến nghị chưa giải quyết',
  tell: 'Báo lại chi bộ',
  reopen: 'Mở lại kiến nghị',
};

/**
 * Records a step of a petition, inside the running transaction. Throws `not_found`; `conflict` when the petition does not
 * stand where the step begins, is a repeated mention, or goes to a body that is not in force (R39); `wrong_arguments`
 * for days in the wrong order.
 */
export async function takeStep(db: Kysely<Tables>, id: string, input: PetitionStepInput): Promise<void> {
  const row = await requirePetition(db, id);
  if (row.duplicate_of_id !== null) {
    throw new SochiboError('conflict', `${row.code} là lần nhắc lại. Ghi kết quả ở kiến nghị nêu lần đầu.`);
  }
  const standing = { state: row.state, answeredOn: row.answered_on, toldOn: row.cell_told_on };
  const state = afterStep(standing, input.step);
  if (state === null) {
    throw new SochiboError(
      'conflict',
      `${row.code} không ở bước này nữa, nên không ghi được "${stepNames[input.step]}". Mở lại kiến nghị để xem bước tiếp theo.`,
    );
  }
  refuseWrongOrder(row, input);
  const columns = await columnsOf(db, row, input);
  await db
    .updateTable('petition')
    .set({ ...columns, state })
    .where('id', '=', id)
    .execute();
}

/** The deadline the office's rule gives a body of this authority from the day of transfer (rule `petition_due`). */
export function dueDateBy(rules: Rules, authority: Authority | null, forwardedOn: IsoDate): IsoDate | null {
  const days = authority === null ? null : rules.on('petition_due', forwardedOn).value[authority];
  return days === null || days === undefined ? null : addDays(forwardedOn, days);
}

async function columnsOf(
  db: Kysely<Tables>,
  row: PetitionRow,
  input: PetitionStepInput,
): Promise<Partial<PetitionRow>> {
  switch (input.step) {
    case 'receive':
      return { received_on: input.on };
    case 'forward':
    case 'pass_up': {
      const on = asDay(input.on);
      const body = requireInForce(input.body_id, await readBodies(db), on);
      const authority = row.authority ?? body.authority;
      return {
        received_on: row.received_on ?? input.on,
        forwarded_on: input.on,
        forward_document: clean(input.document),
        responsible_body_id: body.id,
        authority,
        due_date: input.due_date ?? dueDateBy(await readRules(db), authority, on),
        unresolved_reason: null,
      };
    }
    case 'start':
      return { unresolved_reason: null };
    case 'answer':
      return {
        answered_on: input.on,
        reply_document: clean(input.document),
        outcome: clean(input.outcome),
        unresolved_reason: null,
      };
    case 'answer_on_the_spot':
      return { answered_on: input.on, cell_told_on: input.on, outcome: clean(input.outcome), due_date: null };
    case 'leave_unresolved':
      return { unresolved_reason: clean(input.reason) };
    case 'tell':
      return { cell_told_on: input.on };
    case 'reopen':
      return { answered_on: null, cell_told_on: null, reply_document: null };
  }
}

/** Each day of the way is not before the one it follows. */
function refuseWrongOrder(row: PetitionRow, input: PetitionStepInput): void {
  if (!('on' in input)) return;
  const [before, what] = dayBefore(row, input.step);
  if (before === null || input.on >= before) return;
  throw new SochiboError(
    'wrong_arguments',
    `Ngày ${formatDate(asDay(input.on))} trước ${what} (${formatDate(asDay(before))}). Sửa ngày rồi ghi lại.`,
  );
}

function dayBefore(row: PetitionRow, step: StepKind): [string | null, string] {
  if (step === 'tell') return [row.answered_on, 'ngày trả lời'];
  if (step === 'answer' && row.forwarded_on !== null) return [row.forwarded_on, 'ngày chuyển'];
  return [row.date, 'ngày nêu kiến nghị'];
}

function clean(text: string | null): string | null {
  return text === null ? null : cleanText(text) || null;
}
