import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import type { HandlingBodyRow } from '../schema/petition-tables.ts';
import { addDays, formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { asDay } from './days.ts';

type Body = Pick<HandlingBodyRow, 'id' | 'name' | 'authority' | 'successor_id' | 'valid_from' | 'valid_to'>;

/** The body that answers in a body's place on the day: itself, else the nearest successor in force; null = none. */
export function bodyInPlace(id: string, bodies: ReadonlyMap<string, Body>, day: IsoDate): Body | null {
  const seen = new Set<string>();
  for (let at = bodies.get(id); at && !seen.has(at.id); at = bodies.get(at.successor_id ?? '')) {
    if (isInForce(at, day)) return at;
    seen.add(at.id);
  }
  return null;
}

/**
 * A petition goes only to a body that exists on the day (handbook R39: district offices closed on 1/7/2025).
 * Throws `not_found`, or `conflict` naming the successor.
 */
export function requireInForce(id: string, bodies: ReadonlyMap<string, Body>, day: IsoDate): Body {
  const body = bodies.get(id);
  if (!body) throw new SochiboError('not_found', 'Đơn vị chủ trì không còn trong danh mục. Chọn đơn vị khác.');
  if (isInForce(body, day)) return body;
  const successor = bodyInPlace(id, bodies, day);
  throw new SochiboError(
    'conflict',
    [
      `${body.name} ${whenClosed(body, day)}, không chuyển được ngày ${formatDate(day)}.`,
      successor ? `Chuyển đến đơn vị kế thừa: ${successor.name}.` : 'Chọn đơn vị khác trong danh mục.',
    ].join(' '),
  );
}

function whenClosed({ valid_from, valid_to }: Body, day: IsoDate): string {
  if (valid_to !== null && valid_to < day) return `đã kết thúc hoạt động từ ${formatDate(addDays(asDay(valid_to), 1))}`;
  return `chỉ hoạt động từ ${formatDate(valid_from === null ? day : asDay(valid_from))}`;
}

/** The whole catalogue by name, past bodies among them. */
export async function readBodies(db: Kysely<Tables>): Promise<ReadonlyMap<string, HandlingBodyRow>> {
  const rows = await db.selectFrom('handling_body').selectAll().orderBy('sort_key').orderBy('id').execute();
  return new Map(rows.map((row) => [row.id, row]));
}
