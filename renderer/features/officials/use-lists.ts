import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CodeChoice } from '../../../electron/contract/values.ts';
import { api } from '../../app/data.ts';
import { usePeriod } from '../../app/period-state.tsx';
import type { Choice } from '../../components/Picker.tsx';
import { postText } from './post-text.ts';

/** The officials there are at the end of the period, to be chosen from. */
export function useOfficialChoices(): Choice[] {
  const { asOf } = usePeriod();
  const officials = useQuery(api.officials.list.queryOptions({ input: { as_of: asOf } }));
  return useMemo(
    () =>
      (officials.data ?? [])
        .filter(({ valid_to }) => valid_to === null || valid_to >= asOf)
        .map((official) => ({ value: official.id, label: official.full_name, context: postText(official) })),
    [officials.data, asOf],
  );
}

/** Cells and the organisations above them in force at the end of the period. */
export function useTargetChoices(): Choice[] {
  const { asOf } = usePeriod();
  const list = useQuery(api.organisations.list.queryOptions({ input: { as_of: asOf, all: false } }));
  return useMemo(
    () =>
      (list.data ?? []).map(({ id, name, parent }) => ({
        value: id,
        label: name,
        ...(parent ? { context: parent } : {}),
      })),
    [list.data],
  );
}

/** Title groups of the office, in words. */
export function useTitleGroups(): CodeChoice[] {
  return useQuery(api.regulations.choices.queryOptions()).data?.title_groups ?? [];
}
