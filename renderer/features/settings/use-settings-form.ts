import { useEffect, useState } from 'react';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { useKeys } from '../../app/keys.ts';

/** The draft of one part of the settings: typed over what is saved, written as a whole, undoable. Ctrl+S saves. */
export function useSettingsForm<T>(
  saved: T,
  save: (draft: T) => Promise<unknown>,
  { done, onDirty }: { done: string; onDirty: (dirty: boolean) => void },
) {
  const [draft, setDraft] = useState(saved);
  const [base, setBase] = useState(JSON.stringify(saved));
  const offerUndo = useOfferUndo();
  const change = useChange(save);
  const now = JSON.stringify(saved);
  // Saved, or taken back, meanwhile: the form shows what is in the office now.
  if (now !== base) {
    setBase(now);
    setDraft(saved);
  }
  const dirty = JSON.stringify(draft) !== now;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const submit = () => {
    if (dirty && !change.isPending) change.mutate(draft, { onSuccess: () => void offerUndo(done) });
  };
  useKeys({ 'ctrl+s': submit });
  return {
    draft,
    dirty,
    set: (part: Partial<T>) => setDraft((old) => ({ ...old, ...part })),
    drop: () => setDraft(saved),
    submit,
    saving: change.isPending,
    error: change.error,
  };
}
