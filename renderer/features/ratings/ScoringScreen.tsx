import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { PeriodGradesList } from './PeriodGradesList.tsx';
import { SheetsList } from './SheetsList.tsx';

/** Scoring sheets, and the grades of quarters and years that follow from them. */
export function ScoringScreen({ view }: { view: 'sheets' | 'grades' }) {
  const [, navigate] = useLocation();
  const tools = (
    <SegmentedControl
      aria-label="Cách xem"
      value={view}
      onChange={(value) => navigate(value === 'grades' ? '/scoring/grades' : '/scoring')}
      data={[
        { value: 'sheets', label: 'Mẫu chấm điểm' },
        { value: 'grades', label: 'Xếp loại quý, năm' },
      ]}
    />
  );
  return view === 'grades' ? <PeriodGradesList tools={tools} /> : <SheetsList tools={tools} />;
}
