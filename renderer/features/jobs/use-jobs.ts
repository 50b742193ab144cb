import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Job, JobKind } from '../../../electron/contract/jobs.ts';
import { api } from '../../app/data.ts';
import { useTell } from '../../app/frame/Notices.tsx';
import { useIsAsked } from '../../app/long-work.ts';
import { useAskBeforeClosing } from '../../components/use-ask-before-closing.ts';
import { homeOf, isGoing } from './job-words.ts';

/** How often it is looked how far running work is, milliseconds. */
const often = 400;

/** The work of this session as it was last heard of: what runs and waits, then the newest. */
export function useJobs(): readonly Job[] {
  return useQuery(api.jobs.list.queryOptions()).data ?? [];
}

/** The work of a kind that runs or waits; undefined: none, or nothing was heard of it yet. */
export function useGoing(kind: JobKind): Job | undefined {
  return useJobs().find((job) => job.kind === kind && isGoing(job));
}

/**
 * For the frame, once: follows running work, asks for the figures again when it is over, says so to a clerk who has gone to
 * another screen meanwhile, and asks before the window is closed over it.
 */
export function useJobsWatch(): readonly Job[] {
  const asked = useIsAsked();
  const queries = useQueryClient();
  const tell = useTell();
  const [location] = useLocation();
  const listed = useQuery(
    api.jobs.list.queryOptions({
      refetchInterval: ({ state: { data } }) => (asked || data?.some(isGoing) ? often : false),
    }),
  );
  const { data: jobs, refetch } = listed;
  const told = useRef<Set<string> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: work that was short may have come and gone between two looks
  useEffect(() => void refetch(), [asked, refetch]);
  useEffect(() => {
    if (!jobs) return;
    const ended = jobs.filter((job) => !isGoing(job));
    const known = told.current;
    told.current = new Set(ended.map(({ id }) => id));
    const fresh = known === null ? [] : ended.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    void queries.invalidateQueries();
    for (const { kind, title, state, result, error } of fresh) {
      if (location === homeOf[kind]) continue;
      if (state === 'done') tell({ text: `${title}: ${result?.message ?? ''}`, file: result?.file ?? null });
      if (state === 'failed') tell({ text: `${title}: ${error ?? ''}`, problem: true });
    }
  }, [jobs, queries, tell, location]);
  const going = (jobs ?? []).filter(isGoing);
  useAskBeforeClosing(asked || going.length > 0);
  return going;
}
