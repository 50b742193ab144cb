import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { callRoll, isUncounted, withAttendance } from './attendance.ts';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';

/** The form as it opens: in a new meeting everybody due is present until said otherwise. */
function opening({ form, meeting, roll }: MeetingPage): MeetingForm {
  if (meeting.state !== 'planned' || !isUncounted(form) || roll.length === 0) return form;
  return withAttendance(form, callRoll(roll, []));
}

/** Without the rows that were begun and left empty. */
function withoutBlanks(form: MeetingForm): MeetingForm {
  const said = (text: string | null) => Boolean(text?.trim());
  return {
    ...form,
    guests: form.guests.filter(({ name }) => said(name)),
    agenda: form.agenda.filter(({ title, content, conclusion }) => said(title) || said(content) || said(conclusion)),
    opinions: form.opinions.filter(({ speaker, content }) => said(speaker) || said(content)),
    votes: form.votes.filter(({ subject, in_favour }) => said(subject) || in_favour !== null),
    tasks: form.tasks.filter(({ content }) => said(content)),
  };
}

/** The form being typed: kept as a draft at every change, saved as a whole. */
export function useMeetingDraft(page: MeetingPage) {
  const { id } = page.meeting;
  const queries = useQueryClient();
  const saved = useMemo(() => opening(page), [page]);
  const [draft, setDraft] = useState<MeetingForm | null>(() => readDraft(id));
  const form = draft ?? saved;
  const dirty = draft !== null && JSON.stringify(draft) !== JSON.stringify(saved);
  const set = useCallback(
    (change: Partial<MeetingForm>) => {
      setDraft((old) => {
        const next = { ...(old ?? saved), ...change };
        writeDraft(id, next);
        return next;
      });
    },
    [id, saved],
  );
  const drop = useCallback(() => {
    dropDraft(id);
    setDraft(null);
  }, [id]);
  const change = useChange((typed: MeetingForm) => client.meetings.save({ id, form: withoutBlanks(typed) }));
  const save = useCallback(
    () =>
      change.mutateAsync(form).then((next) => {
        queries.setQueryData(api.meetings.get.queryKey({ input: { id } }), next);
        drop();
      }),
    [change.mutateAsync, form, queries, id, drop],
  );
  return { form, saved, dirty, set, drop, save, saving: change.isPending, error: change.error };
}
