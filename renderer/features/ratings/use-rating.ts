import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { MeetingRatings, RatingForm } from '../../../electron/contract/ratings.ts';
import type { ScorerRole } from '../../../electron/contract/scoring-sheet.ts';
import { api, useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { keepRatingDraft, ratingDraft } from './rating-drafts.ts';
import { openingForm } from './rating-lines.ts';

/** The rating of one scorer as it is being filled in. */
export function useRating(page: MeetingRatings, role: ScorerRole) {
  const key = `${page.meeting_id}:${role}`;
  const [, redraw] = useState(0);
  const saved = openingForm(page, role);
  const draft = ratingDraft(key);
  const form = draft ?? saved;
  const dirty = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(saved);
  const keep = (next: RatingForm | null) => {
    keepRatingDraft(key, next !== null && JSON.stringify(next) === JSON.stringify(saved) ? null : next);
    redraw((count) => count + 1);
  };
  const items = useDeferredValue(form.items);
  const reckoned = useQuery(
    api.ratings.reckon.queryOptions({
      input: { meeting_id: page.meeting_id, items },
      placeholderData: keepPreviousData,
    }),
  );
  const change = useChange((typed: RatingForm) =>
    client.ratings.save({ meeting_id: page.meeting_id, role, form: typed }),
  );
  const removal = useChange(() => client.ratings.remove({ meeting_id: page.meeting_id, role }));
  return {
    form,
    dirty,
    score: reckoned.data?.score ?? page.blank,
    set: (said: Partial<RatingForm>) => keep({ ...form, ...said }),
    drop: () => keep(null),
    save: () => change.mutateAsync(form).then(() => keep(null)),
    remove: () => removal.mutateAsync().then(() => keep(null)),
    saving: change.isPending,
    error: change.error ?? removal.error,
  };
}
