import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { callRoll, isUncounted, withAttendance } from './attendance.ts';
import { type Draft, dropDraft, flushDraft, keepDraft } from './draft-store.ts';

/** The form as it opens: in a new meeting everybody due is present until said otherwise. */
function opening({ form, meeting, roll, due_rule }: MeetingPage): MeetingForm {
  if (meeting.state !== 'planned' || !isUncounted(form) || roll.length === 0) return form;
  return withAttendance(form, callRoll(roll, []), due_rule);
}

/** Without the rows that were begun and left empty. */
export function withoutBlanks(form: MeetingForm): MeetingForm {
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
export function useMeetingDraft(page: MeetingPage, kept: Draft | null) {
  const { id } = page.meeting;
  const queries = useQueryClient();
  const saved = useMemo(() => opening(page), [page]);
  const [draft, setDraft] = useState<Draft | null>(kept);
  const form = draft?.form ?? saved;
  const base = useMemo(() => JSON.stringify(saved), [saved]);
  const dirty = draft !== null && JSON.stringify(draft.form) !== base;
  useAskBeforeClosing(dirty);
  useHandOverOnLeaving(id);
  const set = useCallback(
    (change: Partial<MeetingForm>) => {
      setDraft((old) => {
        const next = { form: { ...(old?.form ?? saved), ...change }, base: old?.base ?? base };
        keepDraft(id, next);
        return next;
      });
    },
    [id, saved, base],
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
  /** The office has changed the meeting since the draft was begun: an import, an undo, another window. */
  const overtaken = dirty && draft.base !== base;
  return { form, saved, dirty, overtaken, set, drop, save, saving: change.isPending, error: change.error };
}

/** Closing the window or the tab asks while something is not saved; the desktop shows its own question. */
function useAskBeforeClosing(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}

/** What waits to be kept is handed over when the page is left or closed. */
function useHandOverOnLeaving(id: string): void {
  useEffect(() => {
    const flush = () => flushDraft(id);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [id]);
}
