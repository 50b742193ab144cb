import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../../app/data.ts';
import { periodBounds } from '../../app/period.ts';
import { pathOf } from '../../app/places.ts';

type Row = { entity: string; id: string };

/** Where a row behind a figure is shown: a visit at its meeting, an assignment at its official. */
export function useDoors(rows: readonly Row[], period: string): (row: Row) => string | null {
  const has = (entity: string) => rows.some((row) => row.entity === entity);
  const { to, lastDay } = periodBounds(period);
  const visits = useQuery(
    api.meetings.visits.queryOptions({ input: { from: `${to.slice(0, 4)}-01`, to }, enabled: has('visit') }),
  );
  const assignments = useQuery(
    api.officials.assignments.queryOptions({ input: { as_of: lastDay }, enabled: has('assignment_entry') }),
  );
  const doors = useMemo(
    () =>
      new Map<string, string | null>([
        ...(visits.data ?? []).map((visit) => [`visit:${visit.id}`, pathOf('meeting', visit.meeting_id)] as const),
        ...(assignments.data ?? []).map(
          (entry) => [`assignment_entry:${entry.entry_id}`, pathOf('official', entry.official_id)] as const,
        ),
      ]),
    [visits.data, assignments.data],
  );
  return useCallback(({ entity, id }) => pathOf(entity, id) ?? doors.get(`${entity}:${id}`) ?? null, [doors]);
}
