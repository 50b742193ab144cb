import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { AssignForm, DecisionForm, DecisionRecord } from '../../contract/assignments.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';

/** Decisions that assignments rest on, the latest first, each with how many. */
export function listDecisions(db: Kysely<Tables>): Promise<DecisionRecord[]> {
  return db
    .selectFrom('decision')
    .leftJoin('assignment_entry as entry', 'entry.decision_id', 'decision.id')
    .leftJoin('assignment', 'assignment.entry_id', 'entry.id')
    .select(['decision.id', 'decision.number_symbol', 'decision.date', 'decision.issuing_body', 'decision.subject'])
    .select(({ fn }) => fn.count<number>('assignment.id').as('assignments'))
    .groupBy('decision.id')
    .orderBy('decision.date', 'desc')
    .orderBy('decision.id', 'desc')
    .execute();
}

/** The decision by its id, else by number and date, else a new one. Throws `not_found`, `wrong_arguments`. */
export async function findOrWriteDecision(
  db: Kysely<Tables>,
  decision: NonNullable<AssignForm['decision']>,
): Promise<string> {
  if ('id' in decision) {
    const row = await db.selectFrom('decision').select('id').where('id', '=', decision.id).executeTakeFirst();
    if (!row) throw new SochiboError('not_found', 'Không có văn bản phân công này trong sổ.');
    return row.id;
  }
  const fields = decisionFields(decision);
  const same = await db
    .selectFrom('decision')
    .select(['id', 'date'])
    .where('number_symbol', '=', fields.number_symbol)
    .execute();
  const known = same.find(({ date }) => date === fields.date);
  if (known) return known.id;
  const id = newId();
  await db
    .insertInto('decision')
    .values({ id, ...fields })
    .execute();
  return id;
}

/** Corrects number, date, issuer or subject. Throws `not_found`, `wrong_arguments`. */
export async function saveDecision(db: Kysely<Tables>, id: string, form: DecisionForm): Promise<void> {
  const row = await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có văn bản phân công này trong sổ.');
  const changes = changedColumns(row, decisionFields(form));
  if (changes !== null) await db.updateTable('decision').set(changes).where('id', '=', id).execute();
}

function decisionFields({ number_symbol, date, issuing_body, subject }: DecisionForm) {
  const number = cleanLine(number_symbol);
  if (number === '') {
    throw new SochiboError(
      'wrong_arguments',
      'Văn bản phân công chưa có số, ký hiệu. Ghi số, ký hiệu hoặc bỏ văn bản.',
    );
  }
  return {
    number_symbol: number,
    date,
    issuing_body: issuing_body === null ? null : cleanLine(issuing_body) || null,
    subject: subject === null ? null : cleanLine(subject) || null,
  };
}
