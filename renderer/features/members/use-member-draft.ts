import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MemberForm } from '../../../electron/contract/member-form.ts';
import { api } from '../../app/data.ts';
import { readKept, writeKept } from '../../app/kept.ts';
import { useAskBeforeClosing } from '../../components/use-ask-before-closing.ts';

/** What is typed, and what it was typed over. */
interface Kept<T> {
  value: T;
  opened: T;
}

/**
 * What is typed and not yet saved. It is kept while the window is open (never on disk: personal data), until it is saved
 * or dropped. `opened`: what stood in the office when typing began.
 */
export function useKeptDraft<T>(key: string, saved: T, isRight: (value: unknown) => value is T) {
  const [draft, setDraft] = useState<Kept<T> | null>(() =>
    readKept<Kept<T> | null>(key, null, (found): found is Kept<T> | null => isKept(found, isRight)),
  );
  const dirty = useMemo(() => draft !== null && JSON.stringify(draft.value) !== JSON.stringify(saved), [draft, saved]);
  useAskBeforeClosing(dirty);
  const change = useCallback(
    (next: (before: T) => T) =>
      setDraft((old) => {
        const kept = { value: next(old?.value ?? saved), opened: old?.opened ?? saved };
        writeKept(key, kept);
        return kept;
      }),
    [key, saved],
  );
  const drop = useCallback(() => {
    writeKept(key, null);
    setDraft(null);
  }, [key]);
  return { value: draft?.value ?? saved, opened: draft?.opened ?? saved, dirty, change, drop };
}

function isKept<T>(found: unknown, isRight: (value: unknown) => value is T): found is Kept<T> {
  if (typeof found !== 'object' || found === null) return false;
  return 'value' in found && isRight(found.value) && 'opened' in found && isRight(found.opened);
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
