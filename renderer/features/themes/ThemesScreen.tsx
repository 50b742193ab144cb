import { SegmentedControl } from '@mantine/core';
import { useKeptChoice } from '../../app/kept.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { Catalogue } from './Catalogue.tsx';
import { MissingThemes } from './MissingThemes.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import { quarterNames } from './plan-sheet.ts';

const views = ['plan', 'missing', 'catalogue'] as const;

/** Themes: the plan of the year, what is missing of the quarter, and the catalogue. */
export function ThemesScreen() {
  const { to } = usePeriod();
  const year = Number(to.slice(0, 4));
  const quarter = Math.ceil(Number(to.slice(5)) / 3);
  const [view, setView] = useKeptChoice('themes:view', views, 'plan');
  const tools = (
    <SegmentedControl
      aria-label="Cách xem"
      value={view ?? 'plan'}
      onChange={(value) => setView(views.find((candidate) => candidate === value) ?? null)}
      data={[
        { value: 'plan', label: `Kế hoạch năm ${year}` },
        { value: 'missing', label: `Còn thiếu quý ${quarterNames[quarter - 1]}` },
        { value: 'catalogue', label: 'Danh mục' },
      ]}
    />
  );
  if (view === 'missing') return <MissingThemes year={year} quarter={quarter} tools={tools} />;
  if (view === 'catalogue') return <Catalogue year={year} tools={tools} />;
  return <PlanSheet key={year} year={year} quarter={quarter} tools={tools} />;
}
