import { z } from 'zod';
import { standing, statusKind } from '../../contract/values.ts';
import type { MemberStatusAdditions, MemberStatusRow } from '../schema/member-tables.ts';
import { addDays, parseIsoDate } from '../vietnamese/dates.ts';

/** A row of `member_status` with all its columns. */
export type StatusRow = MemberStatusRow & MemberStatusAdditions;

const text = z.string().nullable();

const statusRow = z.object({
  id: z.string(),
  member_id: z.string(),
  cell_id: z.string(),
  standing,
  kind: statusKind,
  basis: text,
  valid_from: text,
  valid_to: text,
  expected_end: text,
  review_on: text,
  place: text,
  document: text,
});

/**
 * What a status row that an event began keeps in `basis`: the event, and what stood before it, so that the latest event
 * can be taken back also when other things of the member have been changed since. A basis of another origin is a text.
 */
const statusTrace = z.object({
  event: z.string(),
  /** Rows it cut short, with the end they had. */
  reopen: z.array(z.object({ id: z.string(), valid_to: text })),
  /** Rows it replaced because they began on the same day. */
  removed: z.array(statusRow),
  /** Posts that the event ended. */
  posts: z.array(z.object({ id: z.string(), valid_to: text })),
  /** Dates of the record that the event set. */
  dates: z.object({ full_member_date: text, recognised_at: text }).nullable(),
  /** The transfer out whose receipt it was. */
  confirmed: text,
});

export type StatusTrace = z.infer<typeof statusTrace>;

/** The trace of the event that began a row; null for a row of another origin. */
export function traceOf({ basis }: Pick<StatusRow, 'basis'>): StatusTrace | null {
  if (basis === null || !basis.startsWith('{')) return null;
  try {
    const read = statusTrace.safeParse(JSON.parse(basis));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * The latest event of a member that the program recorded: every row it began or cut stands as it left it. Null when the
 * latest change came from elsewhere (an import, a merger of cells, a correction).
 */
export function latestTrace(rows: readonly StatusRow[]): StatusTrace | null {
  const latest = rows
    .filter(({ valid_to }) => valid_to === null)
    .toSorted((a, b) => (b.valid_from ?? '').localeCompare(a.valid_from ?? ''))
    .flatMap((row) => {
      const trace = traceOf(row);
      return trace ? [{ trace, begins: parseIsoDate(row.valid_from ?? '') }] : [];
    })
    .find(({ trace }) => rows.every((row) => traceOf(row)?.event !== trace.event || row.valid_to === null));
  if (!latest || latest.begins === null) return null;
  const eve = addDays(latest.begins, -1);
  const cutAsLeft = latest.trace.reopen.every(({ id }) => rows.some((row) => row.id === id && row.valid_to === eve));
  return cutAsLeft ? latest.trace : null;
}

/** The rows of a member as they stood before the latest event. */
export function rowsBefore(rows: readonly StatusRow[], trace: StatusTrace): StatusRow[] {
  const ends = new Map(trace.reopen.map(({ id, valid_to }) => [id, valid_to]));
  const kept = rows
    .filter((row) => traceOf(row)?.event !== trace.event)
    .map((row) => (ends.has(row.id) ? { ...row, valid_to: ends.get(row.id) ?? null } : row));
  return [...kept, ...trace.removed];
}
