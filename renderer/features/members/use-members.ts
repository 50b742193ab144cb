import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MemberQuery, MemberRecord } from '../../../electron/contract/members.ts';
import { api } from '../../app/data.ts';
import { client } from '../../app/link.ts';

/** Rows that are fetched together, and as many as come with the first answer. */
const blockSize = 50;
/**
 * Milliseconds without another question after which all ids are asked for. Those of a hundred thousand take as long as
 * several letters: while words are typed they wait until no other letter is likely to come.
 */
const restPause = 120;
const typingPause = 500;
/** How long what is not shown is kept, milliseconds: ids of a hundred thousand, and blocks of rows, are many megabytes. */
const keptFor = 10_000;

/**
 * The members that fit: ids in order ('' while one is on its way) and counts. A question is asked at once; while it is
 * being answered the next waits, and of several only the last is asked. Its first rows come with the counts; all ids
 * follow when typing rests, or are asked for at once when rows beyond the first come into view (`onView`). The old list
 * stays until the new one is there. `allIds` waits for the ids of all.
 */
export function useMemberList(query: MemberQuery) {
  const queries = useQueryClient();
  const [openedWith] = useState(query.text);
  const [asked, setAsked] = useState(query);
  const [rested, setRested] = useState<MemberQuery | null>(null);
  const whole = useQuery(api.members.ids.queryOptions({ input: asked, gcTime: keptFor, enabled: rested === asked }));
  const first = useQuery({
    ...api.members.first.queryOptions({ input: { ...asked, most: blockSize }, gcTime: keptFor }),
    queryFn: async () => {
      const answer = await client.members.first({ ...asked, most: blockSize });
      // Its rows are the first block of the list: they are not asked for once more.
      const input = blockOf(
        answer.rows.map(({ id }) => id),
        asked.as_of,
      );
      queries.setQueryData(api.members.rows.queryKey({ input }), answer.rows);
      return answer;
    },
    enabled: whole.data === undefined,
  });
  if (asked !== query && !first.isFetching) setAsked(query);
  const isPart = first.data !== undefined && first.data.counts.total > first.data.rows.length;
  const pause = asked.text === (rested ? rested.text : openedWith) ? restPause : typingPause;
  useEffect(() => {
    if (!isPart) return;
    const timer = window.setTimeout(() => setRested(asked), pause);
    return () => window.clearTimeout(timer);
  }, [asked, pause, isPart]);
  const found = useMemo(() => whole.data ?? (first.data && withPlaces(first.data)), [whole.data, first.data]);
  const [shown, setShown] = useState(found);
  if (found && found !== shown) setShown(found);
  const allIds = useCallback(async () => {
    if (found && !found.ids.includes('')) return found.ids;
    return (await queries.fetchQuery(api.members.ids.queryOptions({ input: asked, gcTime: keptFor }))).ids;
  }, [found, queries, asked]);
  const onView = useCallback(
    (last: number) => {
      if (isPart && last >= blockSize) setRested(asked);
    },
    [isPart, asked],
  );
  return {
    list: found ?? shown,
    error: first.error ?? whole.error,
    allIds,
    onView,
    /** What the list is the answer to. */
    asked,
  };
}

function withPlaces<Counts extends { total: number }>({ rows, counts }: { rows: MemberRecord[]; counts: Counts }) {
  const ids = Array<string>(counts.total).fill('');
  for (const [index, { id }] of rows.entries()) ids[index] = id;
  return { ids, counts };
}

const blockOf = (ids: string[], asOf: string | undefined) => ({ ids, ...(asOf === undefined ? {} : { as_of: asOf }) });

/** Members fetched at once for the clipboard. */
const copiedAtOnce = 500;

/** Rows by id for the clipboard, one block after the other: the data side answers the window in between. */
export async function fetchMembers(ids: readonly string[], asOf: string): Promise<MemberRecord[]> {
  const rows: MemberRecord[] = [];
  for (let start = 0; start < ids.length; start += copiedAtOnce) {
    rows.push(...(await client.members.rows({ ids: ids.slice(start, start + copiedAtOnce), as_of: asOf })));
  }
  return rows;
}

type View = { first: number; last: number };

/**
 * Rows by id, fetched in blocks as they come into view. While blocks are on their way, those that only pass are not asked
 * for: of a fast scroll, what is in view when the answer is there. A row once seen is shown while its block is fetched.
 */
export function useMemberRows(ids: readonly string[], asOf: string, onView: (last: number) => void) {
  const [seen] = useState(() => new SeenRows());
  const [asked, setAsked] = useState<View>({ first: 0, last: 0 });
  const inView = useRef(asked);
  const lastBlock = Math.min(asked.last, Math.ceil(ids.length / blockSize) - 1);
  const blocks = Array.from({ length: Math.max(0, lastBlock - asked.first + 1) }, (_, index) => {
    const start = (asked.first + index) * blockSize;
    return ids.slice(start, start + blockSize);
  }).filter((block) => !block.includes(''));
  const { rows, isFetching } = useQueries({
    queries: blocks.map((block) => api.members.rows.queryOptions({ input: blockOf(block, asOf), gcTime: keptFor })),
    combine: useCallback(
      (results: readonly { data: MemberRecord[] | undefined; isFetching: boolean }[]) => ({
        rows: new Map(results.flatMap(({ data }) => data ?? []).map((member) => [member.id, member])),
        isFetching: results.some((result) => result.isFetching),
      }),
      [],
    ),
  });
  const isBusy = useRef(isFetching);
  const ask = useCallback(() => {
    const { first, last } = inView.current;
    setAsked((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  useEffect(() => {
    seen.add(rows);
  }, [seen, rows]);
  useEffect(() => {
    isBusy.current = isFetching;
    if (!isFetching) ask();
  }, [isFetching, ask]);
  const onWindow = useCallback(
    (first: number, last: number) => {
      inView.current = { first: Math.floor(first / blockSize), last: Math.floor(last / blockSize) };
      if (!isBusy.current) ask();
      onView(last);
    },
    [ask, onView],
  );
  const rowOf = useCallback((id: string) => rows.get(id) ?? seen.get(id), [rows, seen]);
  return { rowOf, onWindow };
}

/** Rows kept beyond those in view. */
const mostSeen = 2000;

/** The rows seen last, so many that going back a few pages shows them at once, and so few that memory stays. */
class SeenRows {
  readonly #rows = new Map<string, MemberRecord>();

  get(id: string): MemberRecord | undefined {
    return this.#rows.get(id);
  }

  add(rows: ReadonlyMap<string, MemberRecord>): void {
    for (const [id, row] of rows) {
      // Put behind the others: those at the front go first.
      this.#rows.delete(id);
      this.#rows.set(id, row);
    }
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= mostSeen) return;
      this.#rows.delete(id);
    }
  }
}
