import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MemberQuery, MemberRecord } from '../../../electron/contract/members.ts';
import { api } from '../../app/data.ts';

const typingPause = 60;

/** The ids in order and the counts. The question follows typing after a short pause (milliseconds); the old list stays. */
export function useMemberIds(query: MemberQuery) {
  const [asked, setAsked] = useState(query);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(query), typingPause);
    return () => window.clearTimeout(timer);
  }, [query]);
  return useQuery(api.members.ids.queryOptions({ input: asked, placeholderData: keepPreviousData }));
}

const blockSize = 100;

/** Rows by id, fetched in blocks as they come into view; a row once seen is shown while its block is on the way. */
export function useMemberRows(
  ids: readonly string[],
  asOf: string,
  view: { first: number; last: number },
): (id: string) => MemberRecord | undefined {
  const seen = useRef(new Map<string, MemberRecord>());
  const firstBlock = Math.floor(view.first / blockSize);
  const lastBlock = Math.floor(Math.min(view.last, Math.max(0, ids.length - 1)) / blockSize);
  const blocks = Array.from({ length: Math.max(0, lastBlock - firstBlock + 1) }, (_, index) => {
    const start = (firstBlock + index) * blockSize;
    return ids.slice(start, start + blockSize);
  }).filter((block) => block.length > 0);
  const rows = useQueries({
    queries: blocks.map((block) => api.members.rows.queryOptions({ input: { ids: block, as_of: asOf } })),
    combine: useCallback(
      (results: readonly { data: MemberRecord[] | undefined }[]) =>
        new Map(results.flatMap(({ data }) => data ?? []).map((member) => [member.id, member])),
      [],
    ),
  });
  useEffect(() => {
    for (const [id, member] of rows) seen.current.set(id, member);
  }, [rows]);
  return useCallback((id: string) => rows.get(id) ?? seen.current.get(id), [rows]);
}
