import { type Kysely, sql } from 'kysely';
import { gender, standing, statusKind } from '../../../contract/values.ts';
import type { StatusKind } from '../../schema/column-types.ts';
import type { Tables } from '../../schema/database.ts';
import { inForce } from '../../schema/in-force.ts';

/*
 * Whole columns of a file, each read in the order in which it lies there and handed over as one text: a hundred thousand
 * objects, one a row, take four times as long, and asking each member for its status in the order of the list five times.
 * What lies in different orders is put together by the number of the row.
 */

/** 0: not known, else 1 + place in the list of them. */
export const sex = sql<number>`CASE gender ${sql.join(
  gender.options.map((one, index) => sql`WHEN ${sql.lit(one)} THEN ${sql.lit(index + 1)}`),
  sql` `,
)} ELSE 0 END`;

/** In the order of the list by name: ids, numbers of the rows, and sexes. */
export async function readByName(db: Kysely<Tables>) {
  const { rows } = await sql<{ ids: string; numbers: string; genders: string }>`
    SELECT json_group_array(id) AS ids, json_group_array(number) AS numbers, json_group_array(sex) AS genders FROM (
      SELECT id, rowid AS number, ${sex} AS sex FROM member ORDER BY sort_key, id)`.execute(db);
  const ids: string[] = JSON.parse(rows[0]?.ids ?? '[]');
  return { ids, numbers: numbersIn(rows[0]?.numbers), genders: Uint8Array.from(numbersIn(rows[0]?.genders)) };
}

export const genderCode = (one: (typeof gender.options)[number]): number => gender.options.indexOf(one) + 1;

export type Order = 'name' | 'birth_date' | 'admission_date';

/** Numbers of the rows in an order; those of one day by name. */
export async function readOrder(db: Kysely<Tables>, order: Order): Promise<Int32Array> {
  const day = order === 'name' ? sql`` : sql`${sql.ref(order)},`;
  const { rows } = await sql<{ numbers: string }>`
    SELECT json_group_array(number) AS numbers FROM (
      SELECT rowid AS number FROM member ORDER BY ${day} sort_key, id)`.execute(db);
  return numbersIn(rows[0]?.numbers);
}

/** Stands between the name and the numbers of a member: in nothing that is typed (`cleanText` takes it out). */
export const afterName = '\u001F';

/** What a list is searched in: folded name, numbers a clerk may type. */
export const searched = sql<string>`search_key || ${sql.lit(afterName)} || lower(
  coalesce(old_card_no, '') || ' ' || coalesce(party_card_no, '') || ' ' || coalesce(personal_id, ''))`;

/** In the order of the table: numbers of the rows, and what a list is searched in. */
export async function readTexts(db: Kysely<Tables>) {
  const { rows } = await sql<{ numbers: string; texts: string }>`
    SELECT json_group_array(rowid) AS numbers, json_group_array(${searched}) AS texts FROM member`.execute(db);
  const texts: string[] = JSON.parse(rows[0]?.texts ?? '[]');
  return { numbers: numbersIn(rows[0]?.numbers), texts };
}

/** In the order of the table: numbers of the rows, and names as they are compared with diacritics. */
export async function readNameKeys(db: Kysely<Tables>) {
  const { rows } = await sql<{ numbers: string; texts: string }>`
    SELECT json_group_array(rowid) AS numbers, json_group_array(name_key) AS texts FROM member`.execute(db);
  const texts: string[] = JSON.parse(rows[0]?.texts ?? '[]');
  return { numbers: numbersIn(rows[0]?.numbers), texts };
}

const kinds = statusKind.options;

/** A status in one number below `statusCodes`. */
export const statusCode = (kind: StatusKind, isProbationary: boolean): number =>
  kinds.indexOf(kind) * 2 + Number(isProbationary);
export const statusCodes = kinds.length * 2;
export const kindOf = (code: number): StatusKind | null => kinds[code >> 1] ?? null;
export const standingOf = (code: number) => (code % 2 === 1 ? standing.enum.probationary : standing.enum.full);

/** The code of a row of statuses. */
export const code = sql<number>`CASE status.kind ${sql.join(
  kinds.map((kind, index) => sql`WHEN ${sql.lit(kind)} THEN ${sql.lit(index * 2)}`),
  sql` `,
)} END + (status.standing = 'probationary')`;

export const byMember = sql`ORDER BY status.member_id, status.valid_from, status.valid_to, status.kind, status.standing, status.cell_id`;

/** Statuses in force on a day, those of one member one after the other: numbers of the members' rows, and codes. */
export async function readStatuses(db: Kysely<Tables>, asOf: string) {
  const { rows } = await sql<{ numbers: string; codes: string }>`
    SELECT json_group_array(number) AS numbers, json_group_array(code) AS codes FROM (
      SELECT member.rowid AS number, ${code} AS code
      FROM member_status AS status JOIN member ON member.id = status.member_id
      WHERE ${inForce('status', asOf)} ${byMember})`.execute(db);
  return { numbers: numbersIn(rows[0]?.numbers), codes: Uint8Array.from(numbersIn(rows[0]?.codes)) };
}

/** The cells of the same statuses, those of one member in the same order: numbers of the members' rows, and ids. */
export async function readStatusCells(db: Kysely<Tables>, asOf: string) {
  const { rows } = await sql<{ numbers: string; cells: string }>`
    SELECT json_group_array(number) AS numbers, json_group_array(cell_id) AS cells FROM (
      SELECT member.rowid AS number, status.cell_id
      FROM member_status AS status JOIN member ON member.id = status.member_id
      WHERE ${inForce('status', asOf)} ${byMember})`.execute(db);
  const cells: string[] = JSON.parse(rows[0]?.cells ?? '[]');
  return { numbers: numbersIn(rows[0]?.numbers), cells };
}

/** A list of numbers as JSON; typed, it takes four bytes each. */
function numbersIn(list = '[]'): Int32Array {
  const numbers: number[] = JSON.parse(list);
  return Int32Array.from(numbers);
}
