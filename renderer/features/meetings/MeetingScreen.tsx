import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { MeetingEditor } from './MeetingEditor.tsx';

/** One meeting, full page. */
export function MeetingScreen({ id }: { id: string }) {
  const page = useQuery(api.meetings.get.queryOptions({ input: { id } }));
  if (page.isError) {
    return (
      <div className="state">
        <ErrorState error={page.error} />
        <Link href="/meetings">Danh sách buổi sinh hoạt</Link>
      </div>
    );
  }
  return page.data ? <MeetingEditor page={page.data} /> : <Waiting />;
}
