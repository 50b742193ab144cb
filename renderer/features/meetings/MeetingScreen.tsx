import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { MeetingEditor } from './MeetingEditor.tsx';

/** One meeting, full page; with what was typed of it and not saved. */
export function MeetingScreen({ id }: { id: string }) {
  const page = useQuery(api.meetings.get.queryOptions({ input: { id } }));
  const draft = useQuery(api.meetings.draft.queryOptions({ input: { id }, gcTime: 0, staleTime: 0 }));
  if (page.isError) {
    return (
      <div className="state">
        <ErrorState error={page.error} />
        <Link href="/meetings">Danh sách buổi sinh hoạt</Link>
      </div>
    );
  }
  return page.data && draft.data !== undefined ? <MeetingEditor page={page.data} kept={draft.data} /> : <Waiting />;
}
