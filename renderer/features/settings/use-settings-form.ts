import { useEffect, useState } from 'react';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { readKept, writeKept } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { useAskBeforeClosing } from '../../components/use-ask-before-closing.ts';

interface Kept {
  /** What was saved when it was typed, and what was typed, both as JSON. */
  base: string;
  draft: string;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'base' in value && 'draft' in value;

const keyOf = (part: string) => `settings:${part}:draft`;

/** Forgets what was typed in a part and not saved. */
export function dropSettingsDraft(part: string): void {
  writeKept(keyOf(part), null);
}

interface Options<T> {
  /** What the draft is kept under. */
  part: string;
  done: string;
  onDirty: (dirty: boolean) => void;
  /** What keeps a draft from being saved, in words. */
  problem?: (draft: T) => string | null;
  onSaved?: (draft: T) => void;
}

const none = () => null;

/**
 * The draft of one part of the settings: typed over what is saved, written as a whole, undoable. Ctrl+S saves. It is kept
 * while the window is open, so that another place can be looked at meanwhile.
 */
export function useSettingsForm<T>(
  saved: T,
  save: (draft: T) => Promise<unknown>,
  { part, done, onDirty, problem: problemOf = none, onSaved }: Options<T>,
) {
  const [draft, setDraft] = useState<T>(() => {
    const kept = readKept<Kept | null>(keyOf(part), null, isKept);
    return kept !== null && kept.base === JSON.stringify(saved) ? JSON.parse(kept.draft) : saved;
  });
  const [base, setBase] = useState(JSON.stringify(saved));
  const offerUndo = useOfferUndo();
  const write = useChange(save);
  const now = JSON.stringify(saved);
  // Saved, or taken back, meanwhile: the form shows what is in the office now.
  if (now !== base) {
    setBase(now);
    setDraft(saved);
  }
  const dirty = JSON.stringify(draft) !== now;
  useEffect(() => {
    writeKept(keyOf(part), dirty ? { base: now, draft: JSON.stringify(draft) } : null);
    onDirty(dirty);
  }, [part, dirty, now, draft, onDirty]);
  useAskBeforeClosing(dirty);
  const problem = problemOf(draft);
  const submit = () => {
    if (!dirty || problem !== null || write.isPending) return;
    write.mutate(draft, {
      onSuccess: () => {
        void offerUndo(done);
        onSaved?.(draft);
      },
    });
  };
  useKeys({ 'ctrl+s': submit });
  return {
    draft,
    dirty,
    set: (change: Partial<T>) => setDraft((old) => ({ ...old, ...change })),
    drop: () => setDraft(saved),
    submit,
    saving: write.isPending,
    error: write.error,
    problem,
  };
}
