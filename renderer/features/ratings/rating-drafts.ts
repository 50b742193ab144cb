import type { RatingForm } from '../../../electron/contract/ratings.ts';
import { readKept, writeKept } from '../../app/kept.ts';

type Drafts = ReadonlyMap<string, RatingForm>;

const nothing: Drafts = new Map();
const isDrafts = (value: unknown): value is Drafts => value instanceof Map;

/** Ratings begun and not saved, by meeting and scorer: another step of the meeting does not lose them. */
const drafts = (): Drafts => readKept('rating:drafts', nothing, isDrafts);

export function ratingDraft(key: string): RatingForm | undefined {
  return drafts().get(key);
}

/** Keeps what is typed, null = nothing; while anything is kept, closing the window asks, whichever screen is shown. */
export function keepRatingDraft(key: string, form: RatingForm | null): void {
  const next = new Map(drafts());
  if (form === null) next.delete(key);
  else next.set(key, form);
  writeKept('rating:drafts', next);
  window.addEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  if (drafts().size > 0) event.preventDefault();
}
