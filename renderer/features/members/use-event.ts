import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { EventCode, EventInput } from '../../../electron/contract/member-events.ts';
import { api } from '../../app/data.ts';

const empty = {
  ...{ date: null, to_cell_id: null, place: null, standing: null, decision_number: null, decision_date: null },
  ...{ paper_number: null, paper_date: null, dues_paid_to: null, ends_on: null, review_on: null },
  ...{ sponsor_1: null, sponsor_2: null, reason: null, document: null, note: null },
} as const;

/** An event being typed, with the choices there are and what it would do. `id` null: that of a new member. */
export function useEvent(id: string | null, first: EventInput | null = null, replaces?: string) {
  const [typed, setTyped] = useState<EventInput | null>(first);
  const replacing = replaces ? { replaces } : {};
  const choices = useQuery(api.members.eventChoices.queryOptions({ input: { id, ...replacing } })).data ?? [];
  const code = typed?.code ?? choices[0]?.code;
  const event: EventInput | null = typed ?? (code ? { ...empty, code } : null);
  const asked = useDeferredValue(event);
  const preview = useQuery(
    api.members.previewEvent.queryOptions({
      input: { id, event: asked ?? { ...empty, code: 'KET_NAP' }, ...replacing },
      enabled: asked !== null && asked.date !== null,
      placeholderData: keepPreviousData,
    }),
  ).data;
  return {
    event,
    choices,
    choice: choices.find((each) => each.code === code),
    preview: event?.date ? preview : undefined,
    set: (change: Partial<EventInput>) =>
      setTyped((old) => {
        const before = old ?? event;
        return before && { ...before, ...change };
      }),
    choose: (next: EventCode) => setTyped((old) => ({ ...empty, ...old, code: next })),
  };
}
