import './report-layouts.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../../app/data.ts';
import { periodBounds } from '../../app/period.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { ErrorState, Waiting } from '../../components/states.tsx';
import { LayoutEditor } from './LayoutEditor.tsx';

/** The layout of a return form as it is at the end of the period, or on a day chosen from its history. */
export function ReportLayoutScreen({ code }: { code: string }) {
  const { period } = usePeriod();
  const [chosen, setChosen] = useState({ period, day: null as string | null });
  const { from, lastDay } = periodBounds(period);
  const day = (chosen.period === period ? chosen.day : null) ?? lastDay;
  const found = useQuery(api.reportLayouts.get.queryOptions({ input: { code, day } }));
  if (found.isError) {
    return (
      <div className="state">
        <ErrorState error={found.error} />
        <Link href="/reports">Các báo cáo</Link>
      </div>
    );
  }
  if (!found.data) return <Waiting />;
  return (
    <LayoutEditor
      key={day}
      code={code}
      day={day}
      firstDay={day === lastDay ? `${from}-01` : day}
      found={found.data}
      onDay={(next) => setChosen({ period, day: next })}
    />
  );
}
