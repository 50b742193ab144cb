import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeetingCheck, MeetingForm } from '../../../electron/contract/meetings.ts';
import { api } from '../../app/data.ts';
import { withoutBlanks } from './use-meeting-draft.ts';

const typingPause = 250;
const keptFor = 10_000;

/** What the rules say of the meeting as it is typed, a moment after the last key (milliseconds). */
export function useMeetingCheck(id: string, form: MeetingForm): MeetingCheck | undefined {
  const [asked, setAsked] = useState(form);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked({ ...withoutBlanks(form), votes: form.votes }), typingPause);
    return () => window.clearTimeout(timer);
  }, [form]);
  return useQuery(
    api.meetings.check.queryOptions({ input: { id, form: asked }, placeholderData: keepPreviousData, gcTime: keptFor }),
  ).data;
}
