import { ORPCError } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { notifyManager, QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ErrorCode, refusal } from '../../electron/contract/errors.ts';
import { client } from './link.ts';

/** Query options for every procedure of the contract. */
export const api = createTanstackQueryUtils(client);

// An answer is drawn in the task in which it came, not in a timer after it: a frame sooner.
notifyManager.setScheduler(queueMicrotask);

/** The data side is on this machine: no retry, no waiting for a network; figures stay until something changes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

const unexpected = 'Lỗi không mong đợi. Việc vừa làm chưa được ghi. Thử lại; nếu vẫn lỗi, đóng và mở lại chương trình.';

/** What an error says to the clerk: the data side's own words, never a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof ORPCError && error.defined && error.message) return error.message;
  return unexpected;
}

/** Why the data side refused, by its closed list; null for a bug. */
export function refusalOf(error: unknown): ErrorCode | null {
  if (!(error instanceof ORPCError) || !error.defined) return null;
  return refusal.safeParse(error.data).data?.code ?? null;
}

/** Whether what was asked for is not in the office any more, as after an undo. */
export function isGone(error: unknown): boolean {
  return error instanceof ORPCError && error.defined && refusal.safeParse(error.data).data?.code === 'not_found';
}

/** A change in the office file: when it is done, everything that is shown is asked for again. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries(),
  });
}
