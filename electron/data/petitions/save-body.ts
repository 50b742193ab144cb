import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HandlingBody } from '../../contract/petitions.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { nameKey, searchKey } from '../vietnamese/fold.ts';
import { collationKey } from '../vietnamese/sort-key.ts';
import { readBodies } from './handling-bodies.ts';

type BodyForm = Omit<HandlingBody, 'id' | 'successor'>;

/** The catalogue by name: bodies in force on the day, or all. */
export async function listBodies(db: Kysely<Tables>, on: IsoDate | null): Promise<HandlingBody[]> {
  const bodies = await readBodies(db);
  return [...bodies.values()]
    .filter((body) => on === null || isInForce(body, on))
    .map(({ id, name, authority, successor_id, valid_from, valid_to }) => ({
      ...{ id, name, authority, successor_id, valid_from, valid_to },
      successor: successor_id === null ? null : (bodies.get(successor_id)?.name ?? null),
    }));
}

/**
 * Adds a body or changes one, inside the running transaction. Throws `conflict` when the name is taken by a body of an
 * overlapping time, `wrong_arguments` when it would succeed itself or end before it begins, `not_found`.
 */
export async function saveBody(db: Kysely<Tables>, id: string | null, form: BodyForm): Promise<string> {
  const bodies = await readBodies(db);
  if (id !== null && !bodies.has(id)) throw new SochiboError('not_found', 'Đơn vị này không còn trong danh mục.');
  const name = cleanLine(form.name);
  if (name === '') throw new SochiboError('wrong_arguments', 'Chưa ghi tên đơn vị.');
  if (form.valid_from !== null && form.valid_to !== null && form.valid_to < form.valid_from) {
    throw new SochiboError('wrong_arguments', 'Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.');
  }
  if (succeedsItself(id, form.successor_id, bodies)) {
    throw new SochiboError('wrong_arguments', 'Đơn vị không thể kế thừa chính mình. Chọn đơn vị kế thừa khác.');
  }
  const same = [...bodies.values()].find((body) => body.id !== id && nameKey(body.name) === nameKey(name));
  if (same && same.valid_to === null && form.valid_to === null) {
    throw new SochiboError('conflict', `Danh mục đã có "${same.name}".`);
  }
  const { authority, successor_id, valid_from, valid_to } = form;
  const keys = { search_key: searchKey(name), sort_key: collationKey(name) };
  const values = { name, ...keys, authority, successor_id, valid_from, valid_to };
  if (id !== null) {
    await db.updateTable('handling_body').set(values).where('id', '=', id).execute();
    return id;
  }
  const added = newId();
  await db
    .insertInto('handling_body')
    .values({ id: added, ...values })
    .execute();
  return added;
}

function succeedsItself(
  id: string | null,
  successorId: string | null,
  bodies: ReadonlyMap<string, { successor_id: string | null }>,
) {
  const seen = new Set<string>();
  for (let at = successorId; at !== null && !seen.has(at); at = bodies.get(at)?.successor_id ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

const usualBodies = z.array(
  z.object({
    name: z.string(),
    authority: z.enum(['cell', 'commune', 'district', 'province', 'central']),
    successor: z.string().nullable().default(null),
    valid_from: z.string().nullable().default(null),
    valid_to: z.string().nullable().default(null),
  }),
);

/** Adds the bodies of `code-lists/handling-bodies.yaml` whose names are not in the catalogue yet. Returns how many; throws `conflict` when none is. */
export async function addUsualBodies(db: Kysely<Tables>, resourcesDir: string): Promise<number> {
  const text = readFileSync(join(resourcesDir, 'code-lists', 'handling-bodies.yaml'), 'utf8');
  const usual = usualBodies.parse(parse(text));
  const idOf = new Map([...(await readBodies(db)).values()].map(({ id, name }) => [nameKey(name), id]));
  let added = 0;
  // Successors stand before the bodies they succeed.
  for (const { name, successor, ...body } of usual) {
    if (idOf.has(nameKey(name))) continue;
    const successor_id = successor === null ? null : (idOf.get(nameKey(successor)) ?? null);
    idOf.set(nameKey(name), await saveBody(db, null, { name, successor_id, ...body }));
    added += 1;
  }
  if (added === 0) throw new SochiboError('conflict', 'Danh mục đã có đủ các đơn vị thường dùng.');
  return added;
}
