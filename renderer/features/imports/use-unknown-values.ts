import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { unknownValue } from '../../../electron/contract/import-decisions.ts';
import { api } from '../../app/data.ts';

export type UnknownValue = z.infer<typeof unknownValue>;

const none: UnknownValue[] = [];

/** Words of the plan's files that no code list knows; those already decided are still listed. */
export function useUnknownValues(plan: string, version: number): readonly UnknownValue[] {
  const input = { plan };
  const found = useQuery({
    ...api.imports.unknownValues.queryOptions({ input }),
    queryKey: [...api.imports.unknownValues.queryKey({ input }), version],
    placeholderData: (old) => old,
  });
  return found.data ?? none;
}
