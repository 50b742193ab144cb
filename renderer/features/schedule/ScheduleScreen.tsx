import './schedule.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useKeptChoice } from '../../app/kept.ts';
import { useKeys } from '../../app/keys.ts';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { OfficialPicker } from '../visits/OfficialPicker.tsx';
import { VisitReportsList } from '../visits/VisitReportsList.tsx';
import { BoardView } from './BoardView.tsx';
import { NewPlanDialog } from './NewPlanDialog.tsx';
import { PlansList } from './PlansList.tsx';
import { UnvisitedList } from './UnvisitedList.tsx';
import { type Tools, useScheduleScope } from './use-schedule.ts';

const views = ['board', 'list', 'unvisited', 'reports'] as const;

/** The month's visits: the board, the list of plans, cells nobody has visited for long, and the reports of visits. */
export function ScheduleScreen() {
  const [, navigate] = useLocation();
  const [kept, setView] = useKeptChoice('schedule:view', views, 'board');
  const view = kept ?? 'board';
  const { organisation, setOrganisation, official, setOfficial, scope } = useScheduleScope();
  const [creating, setCreating] = useState<{ day: string | null } | null>(null);
  useKeys({ 'ctrl+n': () => setCreating({ day: null }) });
  const tools: Tools = (more) => (
    <>
      <SegmentedControl
        aria-label="Cách xem"
        value={view}
        onChange={(value) => setView(views.find((candidate) => candidate === value) ?? 'board')}
        data={[
          { value: 'board', label: 'Lịch tháng' },
          { value: 'list', label: 'Danh sách' },
          { value: 'unvisited', label: 'Lâu chưa dự' },
          { value: 'reports', label: 'Báo cáo dự' },
        ]}
      />
      <OrganisationPicker
        value={organisation || null}
        onChange={(id) => setOrganisation(id ?? '')}
        none="Mọi tổ chức"
        width={190}
      />
      {view !== 'unvisited' && (
        <OfficialPicker
          value={official || null}
          onChange={(id) => setOfficial(id ?? '')}
          none="Mọi cán bộ"
          width={190}
        />
      )}
      {more}
      {view !== 'reports' && (
        <>
          <Button className="tools-end" variant="default" onClick={() => setCreating({ day: null })}>
            Lập lịch dự
          </Button>
          <Button onClick={() => navigate('/schedule/proposal')}>Đề xuất lịch</Button>
        </>
      )}
    </>
  );
  return (
    <>
      {view === 'board' && <BoardView tools={tools} scope={scope} onNew={(day) => setCreating({ day })} />}
      {view === 'list' && <PlansList tools={tools} scope={scope} />}
      {view === 'unvisited' && <UnvisitedList tools={tools} organisation={organisation} />}
      {view === 'reports' && <VisitReportsList tools={tools} official={official} organisation={organisation} />}
      {creating && <NewPlanDialog day={creating.day} onClose={() => setCreating(null)} />}
    </>
  );
}
