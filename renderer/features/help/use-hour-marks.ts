import { useQuery } from '@tanstack/react-query';
import type { HelpMark } from '../../../electron/contract/help.ts';
import { api } from '../../app/data.ts';

/** Which steps of the first hour are done, by what the open office holds; none is without an office. */
export function useHourMarks(): Readonly<Record<HelpMark, boolean>> {
  const { data: office } = useQuery(api.office.current.queryOptions({ input: {} }));
  const frozen = useQuery(api.frozen.list.queryOptions({ input: {}, enabled: office != null }));
  const counts = office?.counts;
  return {
    office: office != null,
    organisations: (counts?.cells ?? 0) > 0,
    members: (counts?.members ?? 0) > 0,
    meetings: (counts?.meetings ?? 0) > 0,
    report: (frozen.data ?? []).length > 0,
  };
}
