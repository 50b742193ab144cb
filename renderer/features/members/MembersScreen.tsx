import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { ExpiringList } from './ExpiringList.tsx';
import { MembersList } from './MembersList.tsx';

const views = ['all', 'expiring'] as const;

/** The members as of the period, or only what of their statuses is about to expire (BC-13). Ctrl+N: a new member. */
export function MembersScreen({ selected }: { selected: string | undefined }) {
  const [view, setView] = useKeptChoice('members:view', views, 'all');
  const [, navigate] = useLocation();
  useKeys({ 'ctrl+n': () => navigate('/members/new') });
  const chooser = (
    <SegmentedControl
      aria-label="Cách xem"
      value={view ?? 'all'}
      onChange={(value) => setView(views.find((candidate) => candidate === value) ?? null)}
      data={[
        { value: 'all', label: 'Danh sách' },
        { value: 'expiring', label: 'Sắp đến hạn' },
      ]}
    />
  );
  if (view === 'expiring') return <ExpiringList selected={selected} views={chooser} />;
  return <MembersList selected={selected} views={chooser} />;
}
