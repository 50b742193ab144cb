import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PetitionRecord } from '../../../electron/contract/petitions.ts';
import { api } from '../../app/data.ts';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { type Column, type Sort, sortRows } from '../../components/data-table/column.ts';
import { matchesWords } from '../../components/fold.ts';
import { codesOf, petitionStateWords } from '../../components/words.ts';

const tasks = ['open', 'overdue', 'not_told', 'due_soon'] as const;
export type Task = (typeof tasks)[number];

/** What is asked of the list, remembered while the window is open. */
export function usePetitionFilters() {
  const [text, setText] = useKeptText('petitions:text');
  const [state, setState] = useKeptChoice('petitions:state', codesOf(petitionStateWords), null);
  const [field, setField] = useKeptText('petitions:field');
  const [task, setTask] = useKeptChoice('petitions:task', tasks, null);
  return { text, setText, state, setState, field, setField, task, setTask };
}

/**
 * Petitions raised in the period of the window, and those of other periods that are still open; all stand as of today.
 * `lines`: those, before the filters; `shown`: after them.
 */
export function usePetitions(
  { text, state, field, task }: ReturnType<typeof usePetitionFilters>,
  columns: readonly Column<PetitionRecord>[],
  sort: Sort | null,
) {
  const { from, to } = usePeriod();
  const all = useQuery(api.petitions.list.queryOptions({ input: {}, placeholderData: keepPreviousData }));
  const lines = useMemo(
    () =>
      (all.data ?? []).filter(
        ({ date, open }) => open || (date !== null && date.slice(0, 7) >= from && date.slice(0, 7) <= to),
      ),
    [all.data, from, to],
  );
  const shown = useMemo(() => {
    const found = lines.filter(
      (petition) =>
        (!state || petition.state === state) &&
        (!field || petition.field === field) &&
        (!task || hasTask(petition, task)) &&
        (!text.trim() || matchesWords(columns.map((column) => column.text(petition)).join(' '), text)),
    );
    return new Map(sortRows(found, columns, sort).map((petition) => [petition.id, petition]));
  }, [lines, state, field, task, text, columns, sort]);
  return { all, lines, shown };
}

/** Whether something of the kind is to be done about it. */
export function hasTask(petition: PetitionRecord, task: Task): boolean {
  switch (task) {
    case 'open':
      return petition.open;
    case 'overdue':
      return petition.overdue;
    case 'not_told':
      return petition.answered_not_told;
    case 'due_soon':
      return petition.due_soon;
  }
}
