import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MemberForm } from '../../../electron/contract/member-form.ts';
import { api } from '../../app/data.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { useAskBeforeClosing } from '../../components/use-ask-before-closing.ts';

/**
 * What is typed and not yet saved. It is kept while the window is open (never on disk: personal data), until it is saved
 * or dropped.
 */
export function useKeptDraft<T>(key: string, saved: T, isRight: (value: unknown) => value is T) {
  const [draft, setDraft] = useState<T | null>(() =>
    readKept<T | null>(key, null, (value): value is T | null => isRight(value)),
  );
  const base = useMemo(() => JSON.stringify(saved), [saved]);
  const dirty = draft !== null && JSON.stringify(draft) !== base;
  useAskBeforeClosing(dirty);
  const change = useCallback(
    (next: (before: T) => T) =>
      setDraft((old) => {
        const value = next(old ?? saved);
        writeKept(key, value);
        return value;
      }),
    [key, saved],
  );
  const drop = useCallback(() => {
    writeKept(key, null);
    setDraft(null);
  }, [key]);
  return { value: draft ?? saved, dirty, change, drop };
}

/** Milliseconds without typing after which the form is looked over. */
const typingPause = 250;

/** What is wrong or odd about the form as it is typed; `standing` of a new member is that of the event. */
export function useFormCheck(id: string | null, form: MemberForm, standing: 'full' | 'probationary' | null) {
  const [asked, setAsked] = useState(form);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(form), typingPause);
    return () => window.clearTimeout(timer);
  }, [form]);
  return useQuery(
    api.members.check.queryOptions({ input: { id, form: asked, standing }, placeholderData: keepPreviousData }),
  ).data;
}
