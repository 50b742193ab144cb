import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeetingForm } from '../../../electron/contract/meetings.ts';
import { api } from '../../app/data.ts';
import { DocumentPreview } from '../../components/DocumentPreview.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { DocumentLinks } from '../documents/DocumentLinks.tsx';
import { withoutBlanks } from './use-meeting-draft.ts';

const typingPause = 250;
const keptFor = 10_000;

type Props = { id: string; period: string; form: MeetingForm; part: string | undefined };

/** The minutes as they will print, of what is being typed, a moment after the last key (milliseconds). */
export function MinutesPreview({ id, period, form, part }: Props) {
  const [asked, setAsked] = useState(form);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(withoutBlanks(form)), typingPause);
    return () => window.clearTimeout(timer);
  }, [form]);
  const minutes = useQuery(
    api.meetings.minutes.queryOptions({
      input: { id, form: asked },
      placeholderData: keepPreviousData,
      gcTime: keptFor,
    }),
  );
  return (
    <div className="minutes">
      <DocumentLinks subject="meeting" id={id} period={period} />
      {minutes.isError && <ErrorState error={minutes.error} />}
      {minutes.data ? (
        <DocumentPreview html={minutes.data.html} css={minutes.data.css} label="Biên bản như khi in" part={part} />
      ) : (
        !minutes.isError && <Waiting />
      )}
    </div>
  );
}
