import './officials.css';
import { SegmentedControl } from '@mantine/core';
import { useKeptChoice, useKeptText } from '../../app/kept.ts';
import { FilterBox } from '../../components/FilterBox.tsx';
import { AssignmentsByCell } from './AssignmentsByCell.tsx';
import { OfficialsList } from './OfficialsList.tsx';
import { RegulationsList } from './RegulationsList.tsx';
import { TeamsList } from './TeamsList.tsx';

const views = ['official', 'cell', 'team', 'regulation'] as const;

/** Who attends which cells: by official with the year's quota, by cell, the guidance teams, and the rules they follow. */
export function OfficialsScreen({ selected }: { selected: string | undefined }) {
  const [view, setView] = useKeptChoice('officials:view', views, 'official');
  const [text, setText] = useKeptText('officials:text');
  const shown = selected ? 'official' : view;
  const tools = (
    <>
      <SegmentedControl
        aria-label="Cách xem"
        value={shown ?? 'official'}
        onChange={(value) => {
          setView(views.find((candidate) => candidate === value) ?? null);
          if (selected) window.location.hash = '#/officials';
        }}
        data={[
          { value: 'official', label: 'Theo cán bộ' },
          { value: 'cell', label: 'Phân công theo chi bộ' },
          { value: 'team', label: 'Tổ chỉ đạo' },
          { value: 'regulation', label: 'Quy định' },
        ]}
      />
      <FilterBox value={text} onChange={setText} placeholder="Tìm cán bộ, chi bộ; không cần dấu" />
    </>
  );
  if (shown === 'cell') return <AssignmentsByCell text={text} tools={tools} />;
  if (shown === 'regulation') return <RegulationsList text={text} tools={tools} />;
  if (shown === 'team') return <TeamsList text={text} tools={tools} />;
  return <OfficialsList text={text} tools={tools} selected={selected} />;
}
